"""What verify notices."""

import random
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from made_records import camp_claims, make_report
from sqlalchemy import delete, text, update

from dateline.errors import StoreError
from dateline.records import Claim, Rejected, Report
from dateline.store import Store
from dateline.store.raw import raw_id
from dateline.store.tables import event_summaries, raw_reports

TRIALS = 1_000
# Where texts, claims, what was dropped, events and the log stand, and which column tells the row.
PLACES = [
    ("reports", "record"),
    ("claims", "record"),
    ("events", "record"),
    ("log", "content"),
    ("log", "hash"),
    ("log", "previous"),
    ("log", "by"),
    ("log", "at"),
    ("claims", "kind"),
    ("reports", "source"),
    ("raw_reports", "bytes"),
    ("rejected", "record"),
    ("rejected", "words"),
]


def test_what_was_stored_is_as_it_was_stored(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, "reader 1")
    found = store.verify()
    assert found.faults == []
    assert (found.entries, found.spans) == (2, sum(len(list(claim.spans())) for claim in told))


def test_a_change_that_keeps_the_record_whole_is_noticed(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, "reader 1")
    with store._writing() as connection:
        connection.exec_driver_sql("UPDATE claims SET record = replace(record, 'low\":40', 'low\":41')")
    assert "is not what was stored: it was changed" in {fault.what for fault in store.verify().faults}


def test_a_claim_that_is_taken_out_is_noticed(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, "reader 1")
    with store._writing() as connection:
        connection.execute(text("DELETE FROM claims WHERE kind = 'escape'"))
    assert (told[0].id, "is in the log, but not in the database") in {(f.where, f.what) for f in store.verify().faults}


def test_a_report_is_checked_against_the_sha_256_of_the_bytes_it_was_read_from(
    store: Store, camp: Report, told: list[Claim]
) -> None:
    store.save(camp, told, "reader 1", camp.text.encode())
    store.save(make_report("A convoy reached Kobani."), [], "reader 1")
    found = store.verify()
    assert (found.faults, found.raw, found.reports) == ([], 1, 2)


def test_other_bytes_than_those_of_the_sha_256_are_noticed(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, "reader 1", camp.text.encode())
    with store._writing() as connection:
        connection.execute(update(raw_reports).values(bytes=zlib.compress(b"another page")))
    what = {fault.what for fault in store.verify().faults if fault.where == raw_id(camp.id)}
    assert f"does not have the SHA-256 that its report {camp.id} tells" in what


def test_bytes_that_are_taken_out_are_noticed(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, "reader 1", camp.text.encode())
    with store._writing() as connection:
        connection.execute(delete(raw_reports))
    assert [fault.where for fault in store.verify().faults] == [raw_id(camp.id)]


def test_an_event_browsed_by_other_values_than_it_has_is_noticed(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, "reader 1")
    with store._writing() as connection:
        connection.execute(update(event_summaries).values(places=b""))
    assert {fault.what for fault in store.verify().faults} == {
        "is browsed by other values than it has (event_summaries)"
    }


@pytest.mark.parametrize("statement", ["UPDATE log SET reason = 'x'", "DELETE FROM log"])
def test_the_log_can_only_be_added_to(store: Store, camp: Report, told: list[Claim], statement: str) -> None:
    store.save(camp, told, "reader 1")
    with pytest.raises(StoreError, match="only added to"), store._writing() as connection:
        connection.execute(text(statement))
    assert store.verify().faults == []


def without_triggers(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for verb in ("UPDATE", "DELETE"):
        connection.execute(f"DROP TRIGGER log_no_{verb}")
    return connection


@pytest.fixture
def filled(database: Path) -> Path:
    with Store.open(str(database)) as store:
        camp = make_report()
        (fled, left) = camp_claims(camp)
        dropped = Rejected(
            report=camp.id, kind=left.kind, trigger=left.trigger, sentence=left.sentence, score=0.3, reason="no_claim"
        )
        store.save(camp, [fled], "reader 1", camp.text.encode(), [dropped])
    return database


@pytest.mark.parametrize("last", [True, False])
def test_an_entry_that_is_taken_out_is_noticed(filled: Path, last: bool) -> None:
    with closing(without_triggers(filled)) as connection:
        connection.execute(f"DELETE FROM log WHERE number = (SELECT {'max' if last else 'min'}(number) FROM log)")
    with Store.open(str(filled)) as store:
        assert any("missing" in fault.what for fault in store.verify().faults)


def flips(connection: sqlite3.Connection, seed: int) -> Iterator[tuple[str, str, int, bytes, bytes]]:
    """Table, column, row, and the bytes there with one bit of them flipped."""
    chance = random.Random(seed)
    while True:
        table, column = chance.choice(PLACES)
        rows = connection.execute(f"SELECT rowid, CAST({column} AS BLOB) FROM {table}").fetchall()
        row, stored = chance.choice([(row, stored) for row, stored in rows if stored])
        bit = chance.randrange(len(stored) * 8)
        flipped = bytearray(stored)
        flipped[bit // 8] ^= 1 << bit % 8
        yield table, column, row, stored, bytes(flipped)


def test_every_flipped_bit_of_a_text_its_bytes_a_claim_what_was_dropped_or_the_log_is_noticed(filled: Path) -> None:
    with closing(without_triggers(filled)) as connection, Store.open(str(filled)) as store:
        unnoticed = []
        for _, (table, column, row, stored, flipped) in zip(range(TRIALS), flips(connection, 20191009), strict=False):
            kind = "BLOB" if column == "bytes" else "TEXT"
            change = f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE rowid = ?"
            connection.execute(change, (flipped, row))
            if not store.verify().faults:
                unnoticed.append((table, column, stored, flipped))
            connection.execute(change, (stored, row))
        assert unnoticed == []
        assert store.verify().faults == []
