"""What can go wrong with a server is said as plainly as what can go wrong with a file."""

import pytest
from made_records import make_report

from dateline.errors import StoreError
from dateline.records import Claim, Report
from dateline.store import Store
from dateline.store.tables import SCHEMA_VERSION
from tests.postgres import Server


@pytest.fixture
def place(server: Server, made_once: str) -> str:
    return server.database(made_once)


def test_a_server_that_is_not_there_is_said_not_to_be(server: Server) -> None:
    with pytest.raises(StoreError, match=r"check the address, and that the server runs"):
        Store.open("postgresql://analyst:s3cret@127.0.0.1:1/claims")


def test_a_database_that_is_not_there_is_named(server: Server) -> None:
    with pytest.raises(StoreError, match=r"nowhere.* does not exist"):
        Store.open(server.address("nowhere"))


def test_a_password_is_not_repeated(server: Server) -> None:
    with pytest.raises(StoreError) as refused:
        Store.open("postgresql://analyst:s3cret@127.0.0.1:1/claims")
    assert "s3cret" not in str(refused.value)


def test_a_newer_schema_is_refused(server: Server, place: str) -> None:
    server.execute(place, f"UPDATE dateline_meta SET value = '{SCHEMA_VERSION + 1}' WHERE key = 'schema_version'")
    with pytest.raises(StoreError, match=r"newer Dateline.*upgrade"):
        Store.open(place)


def test_another_writer_that_does_not_end_is_a_message(place: str, camp: Report, told: list[Claim]) -> None:
    with Store.open(place) as other, Store.open(place, wait_seconds=0.05) as store:
        store.save(camp, told, "reader 1")
        with other._writing(), pytest.raises(StoreError, match="in use by another process"):
            store.save(make_report("A convoy reached Kobani."), [], "reader 1")
        assert [entry.report for entry in store.reports()] == [camp]


def test_a_user_who_may_only_read_is_told_so(server: Server, place: str, camp: Report, told: list[Claim]) -> None:
    with Store.open(place) as store:
        store.save(camp, told, "reader 1")
    server.execute(place, "DROP ROLE IF EXISTS visitor")
    server.execute(place, "CREATE ROLE visitor LOGIN")
    server.execute(place, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO visitor")
    visiting = place.replace("postgres@", "visitor@")
    with Store.open(visiting, write=False) as store:
        assert len(list(store.claims())) == len(told)
        with pytest.raises(StoreError, match="rights"):
            store.save(make_report("A convoy reached Kobani."), [], "reader 1")
    server.execute(place, "DROP OWNED BY visitor")


def test_sqlite_addresses_and_paths_are_not_postgresql() -> None:
    with pytest.raises(StoreError, match="SQLite and PostgreSQL are"):
        Store.open("mssql+pyodbc://host/name")
