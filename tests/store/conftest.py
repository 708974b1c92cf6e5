"""A fresh store on each kind of database, and a report with claims to put in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_records import camp_claims, make_report

from dateline.records import Claim, Report
from dateline.store import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "dateline.db"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    with Store.open(address) as opened:
        yield opened


@pytest.fixture
def camp() -> Report:
    return make_report()


@pytest.fixture
def told(camp: Report) -> list[Claim]:
    return camp_claims(camp)
