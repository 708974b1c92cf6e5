"""Desks for tests of their answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from desk_client import asked
from fastapi.testclient import TestClient

from dateline.store import Store, passwords

PASSWORD = "four small grey horses"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def client(database: Path) -> Iterator[TestClient]:
    """A desk without accounts, on one's own machine."""
    with asked(database) as opened:
        yield opened


@pytest.fixture
def team(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A desk with an account of each role, called by it, reached from other machines too."""
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with Store.open(str(database)) as store:
        for role in ("reader", "reviewer", "admin"):
            store.accounts.add(role, role, PASSWORD, by="test")
    with asked(database, host="0.0.0.0") as opened:
        yield opened
