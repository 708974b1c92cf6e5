"""Databases that are missing, locked, full, damaged, foreign or too new."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from made_records import make_report, plain
from sqlalchemy import event

from dateline.errors import StoreError
from dateline.records import Claim, Report
from dateline.store import Store
from dateline.store.tables import SCHEMA_VERSION


def run(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(statement)
        connection.commit()


def filled(database: Path, report: Report, told: list[Claim]) -> Path:
    with Store.open(str(database)) as store:
        store.save(report, told, "reader 1")
    return database


def test_a_new_database_logs_ahead_and_enforces_foreign_keys(database: Path) -> None:
    store = Store.open(str(database))
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with store._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_sqlite_address_is_as_good_as_a_path(database: Path, camp: Report, told: list[Claim]) -> None:
    with Store.open(f"sqlite:///{database}") as store:
        store.save(camp, told, "reader 1")
    with Store.open(str(database), write=False) as store:
        assert plain(store.claims()) == told


def test_a_name_with_signs_that_an_address_gives_a_meaning_is_a_name(tmp_path: Path) -> None:
    odd = tmp_path / "what? 100% #1.db"
    Store.open(str(odd)).close()
    assert odd.is_file()


def test_looking_into_a_database_that_is_not_there_does_not_make_one(database: Path) -> None:
    with pytest.raises(StoreError, match=r"dateline\.db: there is no such database; `dateline read"):
        Store.open(str(database), write=False)
    assert not database.exists()


def test_looking_into_an_empty_file_leaves_it_empty(database: Path) -> None:
    database.touch()
    with pytest.raises(StoreError, match="holds nothing yet"):
        Store.open(str(database), write=False)
    assert database.stat().st_size == 0


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database_is_refused_and_left_alone(database: Path, write: bool) -> None:
    database.write_text("Notes on the camp, not a database at all. " * 50)
    before = database.read_bytes()
    with pytest.raises(StoreError, match=r"dateline\.db: is not a database"):
        Store.open(str(database), write=write)
    assert database.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_refused_and_left_alone(database: Path, write: bool) -> None:
    run(database, "CREATE TABLE recipes (title TEXT)")
    before = database.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(str(database), write=write)
    assert database.read_bytes() == before


def test_a_newer_schema_is_refused(database: Path, camp: Report, told: list[Claim]) -> None:
    filled(database, camp, told)
    run(database, f"UPDATE dateline_meta SET value = {SCHEMA_VERSION + 1} WHERE key = 'schema_version'")
    with pytest.raises(StoreError, match=r"newer Dateline.*upgrade"):
        Store.open(str(database))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*nowhere does not exist"):
        Store.open(str(tmp_path / "nowhere" / "dateline.db"))


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(str(tmp_path))


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(StoreError, match="no database named"):
        Store.open(name)


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(str(tmp_path / ("n" * 5000)))


@pytest.mark.parametrize("address", ["warehouse://host/name", "sqlite+nothing:///x.db", "postgresql://u:p@h:port/d"])
def test_an_address_that_means_nothing_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="not a database address"):
        Store.open(address)


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(StoreError) as refused:
        Store.open("postgresql+pg8000://analyst:s3cret@127.0.0.1:1/claims")
    assert "s3cret" not in str(refused.value)


def test_a_locked_database_says_so_and_keeps_what_it_has(database: Path, camp: Report, told: list[Claim]) -> None:
    filled(database, camp, told)
    with Store.open(str(database), wait_seconds=0.05) as store:
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="in use by another process"):
                store.save(make_report("A convoy reached Kobani."), [], "reader 1")
            assert plain(store.claims()) == told
        assert [entry.report for entry in store.reports()] == [camp]


def test_a_full_disk_says_so_and_keeps_what_it_has(database: Path, camp: Report, told: list[Claim]) -> None:
    filled(database, camp, told)
    with Store.open(str(database)) as store:
        store._engine.dispose()

        def limit_pages(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # never under what is in use

        event.listen(store._engine, "connect", limit_pages)
        with pytest.raises(StoreError, match="disk is full"):
            store.save(make_report("A long convoy went on. " * 10_000), [], "reader 1")
        assert [entry.report for entry in store.reports()] == [camp]
        assert plain(store.claims()) == told


def test_a_damaged_record_says_so(database: Path, camp: Report, told: list[Claim]) -> None:
    filled(database, camp, told)
    run(database, "UPDATE claims SET record = '{}'")
    with (
        Store.open(str(database), write=False) as store,
        pytest.raises(StoreError, match="broken claim record"),
    ):
        plain(store.claims())


def test_a_database_in_a_folder_that_cannot_be_written_can_still_be_looked_into(
    database: Path, camp: Report, told: list[Claim], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(database, camp, told)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(str(database), write=False) as store:
        assert plain(store.claims()) == told
    assert [file.name for file in database.parent.iterdir()] == ["dateline.db"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_says_so_and_keeps_what_it_has(database: Path, camp: Report, told: list[Claim]) -> None:
    filled(database, camp, told).chmod(stat.S_IRUSR)
    with pytest.raises(StoreError, match="cannot be written"), Store.open(str(database)) as store:
        store.save(make_report("A convoy reached Kobani."), [], "reader 1")
    with Store.open(str(database), write=False) as store:
        assert plain(store.claims()) == told


def test_looking_does_not_write(database: Path, camp: Report, told: list[Claim]) -> None:
    filled(database, camp, told)
    with (
        Store.open(str(database), write=False) as store,
        pytest.raises(StoreError, match="cannot be written"),
    ):
        store.save(make_report("A convoy reached Kobani."), [], "reader 1")
