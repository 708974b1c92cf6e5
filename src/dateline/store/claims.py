"""Claims as rows: what is kept of one to filter and sort by, and the query that a filter comes to."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, insert, select

from dateline.errors import StoreError
from dateline.records import Claim, Report, Review, Time
from dateline.store.filters import ClaimFilter, conditions
from dateline.store.folding import fenced, fold_name, storable
from dateline.store.log import digest
from dateline.store.tables import claim_actors, claim_places, claims, event_claims, reports
from dateline.store.words import drop_words, put_words

# Rows fetched at once while results stream.
_FETCHED = 500
UNREVIEWED: Final = Review()


def put_claims(connection: Connection, told: Sequence[Claim]) -> dict[str, str]:
    """Write claims as the machine reads them, and give the hash of each by id."""
    plain = [claim.model_copy(update={"event": None}) for claim in told]
    rows = [claim_row(claim.model_dump_json(), None, None) for claim in plain]
    insert_claims(connection, plain, rows)
    return {row["id"]: claim_digest(row) for row in rows}


def insert_claims(connection: Connection, told: Sequence[Claim], rows: Sequence[dict[str, Any]]) -> None:
    """Write the rows of claims, and all that is searched for in them."""
    for table, values in (
        (claims, list(rows)),
        (claim_actors, [row for claim in told for row in actor_rows(claim)]),
        (claim_places, [row for claim in told for row in place_rows(claim)]),
    ):
        if values:
            connection.execute(insert(table), values)
    put_words(connection, {claim.id: claim.sentence.text for claim in told})


def drop_claims(connection: Connection, ids: Iterable[str]) -> None:
    """Delete claims with all that is searched for in them."""
    gone = list(ids)
    if gone:
        drop_words(connection, gone)
        connection.execute(claims.delete().where(claims.c.id == bindparam("gone")), [{"gone": claim} for claim in gone])


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
        claims_with_events()
        .join(reports, reports.c.id == claims.c.report)
        .where(*conditions(asked, connection.dialect.name))
        .order_by(reports.c.number, claims.c.start, claims.c.end, claims.c.kind, claims.c.id)
        .limit(asked.limit)
    )
    with connection.execution_options(yield_per=_FETCHED).execute(query) as rows:
        yield from map(claim_of, rows)


def claims_with_events() -> Select[Any]:
    """Records of claims, each with the event that it is in."""
    return (
        select(claims.c.record, event_claims.c.event)
        .select_from(claims)
        .outerjoin(event_claims, event_claims.c.claim == claims.c.id)
    )


def claim_of(row: Any) -> Claim:
    """The claim of a row of `claims_with_events`."""
    claim = Claim.model_validate_json(row.record)
    return claim.model_copy(update={"event": row.event}) if row.event else claim


def days(time: Time) -> tuple[dt.date | None, dt.date | None]:
    """The days between which a claim is searched for: a day that is only "told by" counts as itself."""
    if time.basis == "published":
        return time.earliest or time.latest, time.latest or time.earliest
    return time.earliest, time.latest


def claim_row(record: str, review: str | None, machine: str | None) -> dict[str, Any]:
    """The row of a claim, all that follows from its record included."""
    claim = Claim.model_validate_json(record)
    first, last = days(claim.time)
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": storable(claim.kind),
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "first_day": first,
        "last_day": last,
        "modality": claim.modality,
        "certainty": claim.certainty,
        "score": claim.score,
        "record": record,
        "state": Review.model_validate_json(review).state if review else UNREVIEWED.state,
        "review": review,
        "machine": machine,
    }


def claim_digest(row: Any) -> str:
    """The hash by which the log knows the row of a claim."""
    return digest("claim", row["record"], row["review"], row["machine"])


def actor_rows(claim: Claim) -> Iterator[dict[str, str]]:
    """The names that participants go by."""
    names = {
        (participant.role, fold_name(name), participant.entity.id if participant.entity else "")
        for participant in claim.participants
        for name in (participant.span.text, participant.entity.name if participant.entity else "")
    }
    for role, name, entity in sorted(names):
        if name:
            yield {"claim": claim.id, "role": role, "name": fenced(name), "entity": entity}


def place_rows(claim: Claim) -> Iterator[dict[str, str]]:
    """The names that places go by."""
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
