"""Which stored claims have to be looked at again when some of them change."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, Select, func, insert, select

from dateline.merging import Told, keys
from dateline.records import Claim, Report
from dateline.store.claims import claims_with_events
from dateline.store.tables import claim_keys, claims, event_claims, reports

# Claims judged anew when a report is saved, and, beside those of the run, when it has ended: no more are drawn in.
AT_ONCE: Final = 60
IN_THE_END: Final = 2_000
# Values in one question to the database.
_ASKED: Final = 500


def put_keys(connection: Connection, told: Iterable[Told]) -> None:
    """Write what claims are found by when others come that may tell of the same."""
    rows = [{"key": key, "claim": one.claim.id} for one in told for key in keys(one)]
    if rows:
        connection.execute(insert(claim_keys), rows)


def scope(connection: Connection, changed: Iterable[str], touched: Iterable[str], enough: int) -> tuple[set[str], bool]:
    """The claims among which events have to be judged anew, and whether these are all that bear on each other.

    They are the `changed` claims, those of the events `touched`, and all that hang on these by a key, an event or a
    report, and so on until no more come, or there are `enough`; those with most keys in common come first.
    """
    found = set(changed)
    ring = [*found, *sorted(members(connection, touched) - found)]
    while ring and len(found) < enough:
        found |= set(ring[: enough - len(found)])
        around = _around(connection, found, enough)
        ring = [claim for claim in dict.fromkeys(around) if claim not in found]
    return found, not ring


def sharing(connection: Connection, wanted: Collection[str], enough: int | None = None) -> list[str]:
    """The claims that have one of these keys, those with most of them first."""
    found: dict[str, int] = {}
    for some in _pieces(wanted):
        shared = func.count().label("shared")
        query = select(claim_keys.c.claim, shared).where(claim_keys.c.key.in_(some)).group_by(claim_keys.c.claim)
        for row in connection.execute(query.order_by(shared.desc(), claim_keys.c.claim).limit(enough)):
            found[row.claim] = found.get(row.claim, 0) + row.shared
    return sorted(found, key=lambda claim: (-found[claim], claim))[:enough]


def events_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The event of each claim that is in one."""
    found: dict[str, str] = {}
    for some in _pieces(ids):
        query = select(event_claims.c.claim, event_claims.c.event).where(event_claims.c.claim.in_(some))
        found |= {row.claim: row.event for row in connection.execute(query)}
    return found


def select_told(connection: Connection, ids: Iterable[str]) -> list[Told]:
    """Claims by id, each with its report; those that a person rejected are left out."""
    texts: dict[str, Report] = {}
    told: list[Told] = []
    for some in _pieces(ids):
        query = claims_with_events().where(claims.c.id.in_(some), claims.c.state != "rejected")
        found = [Claim.model_validate_json(row.record) for row in connection.execute(query)]
        _add_reports(connection, texts, {claim.report for claim in found})
        told += [Told(claim, texts[claim.report]) for claim in found]
    return told


def _add_reports(connection: Connection, texts: dict[str, Report], wanted: set[str]) -> None:
    missing = wanted - set(texts)
    records = _column(connection, select(reports.c.record), reports.c.id, missing)
    texts.update({report.id: report for report in map(Report.model_validate_json, records)})


def members(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The claims of these events."""
    return set(_column(connection, select(event_claims.c.claim), event_claims.c.event, set(ids)))


def _around(connection: Connection, ring: set[str], enough: int) -> Iterator[str]:
    """Claims that hang on those of `ring`, the nearest first."""
    common = set(_column(connection, select(claim_keys.c.key), claim_keys.c.claim, ring))
    yield from sharing(connection, common, enough + len(ring))
    yield from sorted(members(connection, events_of(connection, ring).values()))
    told_by = set(_column(connection, select(claims.c.report), claims.c.id, ring))
    yield from sorted(_column(connection, select(claims.c.id), claims.c.report, told_by))


def _column(connection: Connection, query: Select[Any], column: Any, values: Iterable[str]) -> Iterator[str]:
    for some in _pieces(values):
        yield from connection.scalars(query.where(column.in_(some)))


def _pieces(values: Iterable[str]) -> Iterator[list[str]]:
    order = sorted(set(values))
    return (order[start : start + _ASKED] for start in range(0, len(order), _ASKED))
