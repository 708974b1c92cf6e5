"""Databases of every schema ever released become ones of today's, whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from made_records import camp_claims, make_report, plain
from sqlalchemy import text

from dateline.errors import StoreError
from dateline.records import Claim
from dateline.store import ClaimFilter, EventFilter, ReportFilter, Store, schema
from dateline.store.locking import writing
from dateline.store.opening import _engine
from dateline.store.schema import _run_migrations
from dateline.store.tables import SCHEMA_VERSION, metadata
from dateline.store.words import put_words
from tests.postgres import Server

SCHEMA_2 = (Path(__file__).parent / "schema_2.sql").read_text(encoding="utf-8")
SCHEMA_1 = (Path(__file__).parent / "schema_1.sql").read_text(encoding="utf-8")


@pytest.fixture(params=["sqlite", "postgresql"])
def of_schema_1(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database as the first release left it: a report with two claims, and one not yet read."""
    if request.param == "sqlite":
        with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
            connection.executescript(SCHEMA_1)
        return str(tmp_path / "old.db")
    server: Server = request.getfixturevalue("server")
    address = server.database()
    server.execute(address, SCHEMA_1.replace("BEGIN TRANSACTION;", "").replace("COMMIT;", ""))
    return address


@pytest.fixture
def of_schema_2(address: str, request: pytest.FixtureRequest) -> str:
    """A database of the second schema: a claim accepted, one edited that the reader has lost, an unread report."""
    if "://" in address:
        address = request.getfixturevalue("server").database()
    engine, _ = _engine(address, True, 1)
    with writing(engine) as connection:
        _run_migrations(connection, 0, "0002")
        for statement in SCHEMA_2.split(";\n")[:-1]:
            connection.exec_driver_sql(statement.replace("%", "%%") if "://" in address else statement)
        claims = connection.execute(text("SELECT id, record FROM claims")).all()
        put_words(connection, {row.id: Claim.model_validate_json(row.record).sentence.text for row in claims})
    engine.dispose()
    return address


def test_a_database_of_the_second_schema_keeps_its_events_reviews_and_log(of_schema_2: str) -> None:
    with Store.open(of_schema_2) as store:
        assert [entry.action for entry in store.log()] == ["read", "merge", "read", "accept", "edit", "read"]
        assert {event.kind for event in store.events()} == {"escape", "withdrawal"}
        assert [suggestion.reason for suggestion in store.suggestions()] == ["the reader no longer reads this claim"]
        assert store.verify().faults == []


def test_events_of_a_database_of_the_second_schema_can_be_browsed(of_schema_2: str) -> None:
    with Store.open(of_schema_2) as store:
        (found,) = store.browsing.list_events(EventFilter(actors=("wikidata:Q2429253",), countries=("SY",))).rows
        assert (found.event.kind, found.modality) == ("escape", "actual")
        titled = store.browsing.list_reports(ReportFilter(words="slip out")).rows
        assert [row.report.source for row in titled] == ["camp.txt"]


def test_an_old_database_is_brought_up_with_all_that_is_in_it(of_schema_1: str) -> None:
    with Store.open(of_schema_1) as store:
        assert plain(store.claims()) == camp_claims(make_report())
        assert [entry.report.language for entry in store.reports()] == ["en", "de"]
        assert store.verify().faults == []


def test_claims_of_an_old_database_get_events_and_are_found_by_their_words(of_schema_1: str) -> None:
    with Store.open(of_schema_1) as store:
        assert {claim for event in store.events() for claim in event.claims} == {claim.id for claim in store.claims()}
        assert [claim.kind for claim in store.claims(ClaimFilter(text="near tall tamr"))] == ["escape"]


def test_looking_into_an_old_database_brings_it_up_too(of_schema_1: str) -> None:
    with Store.open(of_schema_1, write=False) as store:
        assert plain(store.claims()) == camp_claims(make_report())


def test_a_bringing_up_that_fails_changes_nothing(of_schema_1: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise StoreError("the power is gone")

    monkeypatch.setattr(schema, "judge_all", fail)
    with pytest.raises(StoreError, match="the power is gone"):
        Store.open(of_schema_1)
    monkeypatch.undo()
    with Store.open(of_schema_1) as store:
        assert plain(store.claims()) == camp_claims(make_report())


def test_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store._reading() as connection:
        others = ("claim_words", "report_words", "alembic_version")
        ours = {"include_object": lambda _, name, *__: not name.startswith(others)}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []


def test_the_last_migration_is_the_schema_that_the_code_names(store: Store) -> None:
    with store._reading() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == f"{SCHEMA_VERSION:04d}"
