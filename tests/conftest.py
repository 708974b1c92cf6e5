"""Databases of both kinds, for every test that stores something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import NoServerError, Server, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; a test that needs one is skipped where there can be none."""
    try:
        with running_server() as started:
            yield started
    except NoServerError as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def made_once(server: Server) -> str:
    """The name of a PostgreSQL database with our tables and nothing in them, to make others from."""
    from dateline.store import Store

    address = server.database()
    Store.open(address).close()
    return address.partition("@/")[2].partition("?")[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store is that nothing is in yet: a test that asks for it runs on both kinds of database."""
    if request.param == "sqlite":
        return str(tmp_path / "dateline.db")
    server: Server = request.getfixturevalue("server")
    return server.database(request.getfixturevalue("made_once"))
