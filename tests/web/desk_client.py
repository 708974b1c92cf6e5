"""A desk asked as a browser on this machine would ask it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi.testclient import TestClient

from dateline.web import Settings, create_app

HERE = "http://127.0.0.1:8700"
OF_OURS = {"sec-fetch-site": "same-origin", "accept": "text/html"}


@contextmanager
def asked(database: Path, **settings: object) -> Iterator[TestClient]:
    """A client of a desk on this database."""
    app = create_app(Settings(database=str(database), **settings))  # type: ignore[arg-type]
    with TestClient(app, base_url=HERE, headers=OF_OURS, follow_redirects=False) as client:
        yield client
