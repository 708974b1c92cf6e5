"""Claims as rows: what is kept of one to filter and sort by, and the query that a filter comes to."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from dateline.errors import StoreError
from dateline.records import Claim, Report, Time
from dateline.store.filters import ClaimFilter, conditions
from dateline.store.folding import fenced, fold_name, fold_text
from dateline.store.tables import claim_actors, claim_places, claims, reports

# Rows fetched at once while results stream.
_FETCHED = 500


def put_claims(connection: Connection, told: Sequence[Claim]) -> None:
    """Write the claims of one report."""
    for table, rows in (
        (claims, [_values(claim) for claim in told]),
        (claim_actors, [row for claim in told for row in _actors(claim)]),
        (claim_places, [row for claim in told for row in _places(claim)]),
    ):
        if rows:
            connection.execute(insert(table), rows)


def refuse_strangers(report: Report, told: Sequence[Claim]) -> None:
    """StoreError where a claim is not of `report`, comes twice, or quotes what its text does not say."""
    seen: set[str] = set()
    for claim in told:
        if claim.report != report.id:
            raise StoreError(f"{report.source}: claim {claim.id} is of another report; nothing of it was stored")
        if claim.id in seen:
            raise StoreError(f"{report.source}: claim {claim.id} comes twice; nothing of the report was stored")
        if not all(span.quotes(report.text) for span in claim.spans()):
            raise StoreError(f"{report.source}: claim {claim.id} quotes words that are not there; nothing was stored")
        seen.add(claim.id)


def select_claims(connection: Connection, asked: ClaimFilter) -> Iterator[Claim]:
    """The claims that meet `asked`, by report in order of arrival, then by where their trigger stands."""
    query = (
        select(claims.c.record)
        .join(reports, reports.c.id == claims.c.report)
        .where(*conditions(asked))
        .order_by(reports.c.number, claims.c.start, claims.c.end, claims.c.kind)
        .limit(asked.limit)
    )
    rows = connection.execution_options(yield_per=_FETCHED).execute(query)
    return (Claim.model_validate_json(record) for record in rows.scalars())


def days(time: Time) -> tuple[dt.date | None, dt.date | None]:
    """The days between which a claim is searched for: a day that is only "told by" counts as itself."""
    if time.basis == "published":
        return time.earliest or time.latest, time.latest or time.earliest
    return time.earliest, time.latest


def _values(claim: Claim) -> dict[str, Any]:
    first, last = days(claim.time)
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "first_day": first,
        "last_day": last,
        "modality": claim.modality,
        "certainty": claim.certainty,
        "score": claim.score,
        "sentence": fold_text(claim.sentence.text),
        "record": claim.model_dump_json(),
    }


def _actors(claim: Claim) -> Iterator[dict[str, str]]:
    names = {
        (participant.role, fold_name(name), participant.entity.id if participant.entity else "")
        for participant in claim.participants
        for name in (participant.span.text, participant.entity.name if participant.entity else "")
    }
    for role, name, entity in sorted(names):
        if name:
            yield {"claim": claim.id, "role": role, "name": fenced(name), "entity": entity}


def _places(claim: Claim) -> Iterator[dict[str, str]]:
    names = {
        (item.role, fold_name(name), item.place.id if item.place else "")
        for item in claim.places
        for name in (
            item.span.text,
            *((item.place.name, item.place.admin2, item.place.admin1) if item.place else ()),
        )
        if name
    }
    for role, name, place in sorted(names):
        if name:
            yield {"claim": claim.id, "role": role, "name": fenced(name), "place": place}
