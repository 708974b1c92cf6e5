"""One desk for all tests of pages: they only look."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.browser.made_desk import fill, hostile
from tests.web.desk_client import asked

Event = dict[str, object]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk on made-up reports, one of which means harm."""
    database = tmp_path_factory.mktemp("pages") / "desk.db"
    fill(database, [hostile()])
    with asked(database) as client:
        yield client


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[TestClient]:
    with asked(tmp_path / "empty.db") as client:
        yield client


@pytest.fixture(scope="session")
def events(desk: TestClient) -> list[Event]:
    found: list[Event] = desk.get("/events.json").json()["events"]
    return found


@pytest.fixture(scope="session")
def event_of(events: list[Event]) -> Callable[..., Event]:
    """The first event whose fields are these."""

    def found(**fields: object) -> Event:
        return next(event for event in events if all(event[name] == value for name, value in fields.items()))

    return found
