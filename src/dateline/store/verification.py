"""Whether the database still holds what was put into it, to the bit: the log, texts, bytes, spans, records, columns.

The log is gone through first: each entry's hash, and its being bound to the one before. It also tells what every
report, claim, event and suggestion must be by now, by its hash; these are then compared with what is there, and
each column with what follows from its record.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, text

from dateline.records import Claim, Event, Rejected, Report
from dateline.store.claims import actor_rows, claim_digest, claim_row, place_rows
from dateline.store.items import event_digest, event_row, item_digest, suggestion_id
from dateline.store.log import ROOT, entry_hash, head_words
from dateline.store.raw import raw_digest, raw_id
from dateline.store.rejected import rejected_digest, rejected_id, rejected_rows
from dateline.store.reports import report_digest, report_row
from dateline.store.summaries import StoredTerms, is_summarized

_FETCHED: Final = 500
_TABLES: Final = ("reports", "raw_reports", "claims", "events", "suggestions")


@dataclass(frozen=True)
class Fault:
    """Something that is not as it was stored: where, and what is wrong."""

    where: str
    what: str


@dataclass
class Verified:
    """What was gone through, by number, and the faults found.

    `raw` reports were checked against their SHA-256; of others the bytes were never stored.
    """

    faults: list[Fault] = field(default_factory=list)
    entries: int = 0
    rows: int = 0
    spans: int = 0
    reports: int = 0
    raw: int = 0


@dataclass
class _Seen:
    """What later rows are compared with: the texts and hashes of reports, the codes of terms."""

    terms: StoredTerms
    texts: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)


def verify(connection: Connection) -> Verified:
    """Go through everything. Reads only, and goes on after a fault."""
    found = Verified()
    _check_file(connection, found)
    expected = _replay(connection, found)
    seen = _Seen(StoredTerms(connection))
    for table in _TABLES:
        for row in _rows(connection, f"SELECT * FROM {table}"):
            found.rows += 1
            _check_row(connection, table, row, expected, seen, found)
    _check_rejected(connection, expected, seen, found)
    _check_links(connection, found)
    found.faults += [Fault(item, "is in the log, but not in the database") for item in sorted(expected)]
    return found


@contextmanager
def undecoded(connection: Connection) -> Iterator[None]:
    """Within it, bytes that are no text are read as something else, not refused: a fault to tell, not to stop at."""
    raw = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        yield
        return
    raw.text_factory = lambda stored: stored.decode("utf-8", "backslashreplace")
    try:
        yield
    finally:
        raw.text_factory = str


def _check_file(connection: Connection, found: Verified) -> None:
    if connection.dialect.name == "sqlite":
        told = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        found.faults += [Fault("file", str(line)) for line in told if line != "ok"]


def _replay(connection: Connection, found: Verified) -> dict[str, str]:
    """The hash of each item that there must be, by id."""
    expected: dict[str, str] = {}
    number, previous = 0, ROOT
    for row in _rows(connection, "SELECT * FROM log ORDER BY number"):
        found.entries += 1
        for what in _faults_of_entry(row, number, previous):
            found.faults.append(Fault(f"log entry {row['number']}", what))
        number, previous = _next(row, number), str(row["hash"])
        _follow(expected, row)
    head = connection.execute(text("SELECT value FROM dateline_meta WHERE key = 'log_head'")).scalar()
    if number and head != head_words(number, previous):
        found.faults.append(Fault(f"log entry {number}", "is not the newest; entries after it are missing"))
    return expected


def _next(row: RowMapping, number: int) -> int:
    return row["number"] if isinstance(row["number"], int) else number + 1


def _faults_of_entry(row: RowMapping, number: int, previous: str) -> Iterator[str]:
    if row["number"] != number + 1:
        yield f"does not follow entry {number}; entries between them are missing"
    if row["previous"] != previous:
        yield "is not bound to the entry before it"
    if row["hash"] != entry_hash(dict(row)):
        yield "does not have the hash of what it says: it was changed"


def _follow(expected: dict[str, str], row: RowMapping) -> None:
    try:
        content = json.loads(row["content"])
        for item in content["removed"]:
            expected.pop(item, None)
        expected.update(content["put"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return  # the entry's hash has told already


def _check_row(
    connection: Connection,
    table: str,
    row: RowMapping,
    expected: dict[str, str],
    seen: _Seen,
    found: Verified,
) -> None:
    item = _item(table, row)
    wanted = expected.pop(item, None)
    if wanted is None:
        found.faults.append(Fault(item, "is in the database, but not in the log"))
    elif _digest(table, item, row) != wanted:
        found.faults.append(Fault(item, "is not what was stored: it was changed"))
    try:
        for what in _CHECKS[table](connection, row, seen, found):
            found.faults.append(Fault(item, what))
    except (ValidationError, ValueError, zlib.error) as error:
        found.faults.append(Fault(item, f"holds a broken record ({str(error).splitlines()[0]})"))


def _item(table: str, row: RowMapping) -> str:
    """The id by which the log knows a row."""
    if table == "suggestions":
        return suggestion_id(row["number"])
    return raw_id(str(row["report"])) if table == "raw_reports" else str(row["id"])


def _digest(table: str, item: str, row: RowMapping) -> str:
    by_table: Mapping[str, Callable[[Any], str]] = {
        "reports": report_digest,
        "raw_reports": raw_digest,
        "claims": claim_digest,
        "events": event_digest,
        "suggestions": lambda values: item_digest(item, values),
    }
    return by_table[table](row)


def _check_report(_connection: Connection, row: RowMapping, seen: _Seen, found: Verified) -> Iterator[str]:
    report = Report.model_validate_json(row["record"])
    found.reports += 1
    seen.texts[report.id], seen.hashes[report.id] = report.text, report.sha256
    yield from _columns(row, report_row(row["record"], row["read_by"]))


def _check_raw(_connection: Connection, row: RowMapping, seen: _Seen, found: Verified) -> Iterator[str]:
    found.raw += 1
    if hashlib.sha256(zlib.decompress(bytes(row["bytes"]))).hexdigest() != seen.hashes.get(row["report"]):
        yield f"does not have the SHA-256 that its report {row['report']} tells"


def _check_claim(connection: Connection, row: RowMapping, seen: _Seen, found: Verified) -> Iterator[str]:
    claim = Claim.model_validate_json(row["record"])
    said = seen.texts.get(claim.report)
    if said is None:
        yield f"is of a report that is not there: {claim.report}"
    for span in claim.spans():
        found.spans += 1
        if said is not None and not span.quotes(said):
            yield f"quotes {span.text!r} from {span.start} on, and its report {claim.report} does not say that there"
    yield from _columns(row, claim_row(row["record"], row["review"], row["machine"]))
    for table, rows in (("claim_actors", actor_rows(claim)), ("claim_places", place_rows(claim))):
        query = f"SELECT * FROM {table} WHERE claim = :claim"
        there = {tuple(map(str, other.values())) for other in _rows(connection, query, claim=claim.id)}
        if there != {tuple(other.values()) for other in rows}:
            yield f"is found by other names than it has ({table})"


def _check_event(connection: Connection, row: RowMapping, seen: _Seen, _found: Verified) -> Iterator[str]:
    event = Event.model_validate_json(row["record"])
    yield from _columns(row, event_row(row["record"], row["machine"]))
    query = "SELECT claim FROM event_claims WHERE event = :event"
    if {other["claim"] for other in _rows(connection, query, event=event.id)} != set(event.claims):
        yield "is not linked to the claims that it lists"
    if not is_summarized(connection, event, seen.terms):
        yield "is browsed by other values than it has (event_summaries)"


def _check_suggestion(_connection: Connection, _row: RowMapping, _seen: _Seen, _found: Verified) -> Iterator[str]:
    yield from ()


_Check = Callable[[Connection, RowMapping, _Seen, Verified], Iterator[str]]
_CHECKS: Final[Mapping[str, _Check]] = {
    "reports": _check_report,
    "raw_reports": _check_raw,
    "claims": _check_claim,
    "events": _check_event,
    "suggestions": _check_suggestion,
}


def _columns(row: RowMapping, wanted: Mapping[str, Any]) -> Iterator[str]:
    for name, value in wanted.items():
        there = row[name]
        if str(there) != str(value):
            yield f"has {there!r} as its {name}, which its record does not say"


def _check_rejected(connection: Connection, expected: dict[str, str], seen: _Seen, found: Verified) -> None:
    """What was dropped of each report has one hash in the log."""
    rows = _rows(connection, "SELECT * FROM rejected ORDER BY report, number")
    for report, of_report in groupby(rows, key=lambda row: str(row["report"])):
        there = list(of_report)
        found.rows += len(there)
        item, records = rejected_id(report), [str(row["record"]) for row in there]
        wanted = expected.pop(item, None)
        if wanted is None:
            found.faults.append(Fault(item, "is in the database, but not in the log"))
        elif rejected_digest(records) != wanted:
            found.faults.append(Fault(item, "is not what was stored: it was changed"))
        try:
            found.faults += [Fault(item, what) for what in _faults_of_rejected(report, there, records, seen, found)]
        except ValidationError as error:
            found.faults.append(Fault(item, f"holds a broken record ({str(error).splitlines()[0]})"))


def _faults_of_rejected(
    report: str, there: list[RowMapping], records: list[str], seen: _Seen, found: Verified
) -> Iterator[str]:
    for row, wanted in zip(there, rejected_rows(report, records), strict=True):
        yield from _columns(row, wanted)
        one = Rejected.model_validate_json(row["record"])
        for span in (one.trigger, one.sentence):
            found.spans += 1
            if not span.quotes(seen.texts.get(report, "")):
                yield f"quotes {span.text!r} from {span.start} on, and its report {report} does not say that there"


def _check_links(connection: Connection, found: Verified) -> None:
    for table in ("claim_actors", "claim_places", "event_claims"):
        query = f"SELECT DISTINCT claim FROM {table} WHERE claim NOT IN (SELECT id FROM claims)"
        strays = [str(row["claim"]) for row in _rows(connection, query)]
        found.faults += [Fault(claim, f"is in {table}, but is no claim") for claim in strays]


def _rows(connection: Connection, query: str, **values: str) -> Iterator[RowMapping]:
    with connection.execution_options(yield_per=_FETCHED).execute(text(query), values) as rows:
        yield from rows.mappings()
