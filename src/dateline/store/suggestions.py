"""What the machine would change in what a person has reviewed: it waits until a person says so."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from dateline.merging import Told, merge
from dateline.merging.events import event_of
from dateline.records import Claim, Event
from dateline.store.items import SUGGESTION, is_claim, item_digest, suggestion_id
from dateline.store.log import Change, now
from dateline.store.tables import suggestions

OPEN: Final = "open"
TAKEN: Final = "taken"
DISMISSED: Final = "dismissed"
WITHDRAWN: Final = "withdrawn"


@dataclass(frozen=True)
class Suggestion:
    """A change to a reviewed claim or event (`subject`), why, and the record proposed; None where it would go."""

    number: int
    subject: str
    at: dt.datetime
    reason: str
    proposed: Claim | Event | None
    state: str


def select_suggestions(connection: Connection, state: str | None = OPEN) -> Iterator[Suggestion]:
    """The suggestions in this state, or all, oldest first."""
    query = select(suggestions).order_by(suggestions.c.number)
    if state is not None:
        query = query.where(suggestions.c.state == state)
    yield from map(_suggestion, connection.execute(query))


def suggest(connection: Connection, subject: str, reason: str, proposed: str | None) -> Change:
    """Let a suggestion wait in the place of an open one on the same subject, unless it is the same or was refused."""
    known = connection.execute(
        select(suggestions.c.reason, suggestions.c.proposed).where(
            suggestions.c.subject == subject, suggestions.c.state.in_((OPEN, DISMISSED))
        )
    )
    if any((row.reason, row.proposed) == (reason, proposed) for row in known):
        return Change()
    change = withdraw(connection, subject)
    number = (connection.scalar(select(func.max(suggestions.c.number))) or 0) + 1
    values = {"subject": subject, "at": now(), "reason": reason, "proposed": proposed, "state": OPEN}
    connection.execute(insert(suggestions).values(values | {"number": number}))
    change.put[suggestion_id(number)] = item_digest(suggestion_id(number), values)
    return change


def withdraw(connection: Connection, subject: str) -> Change:
    """Take back what is open on this subject."""
    change = Change()
    query = select(suggestions).where(suggestions.c.subject == subject, suggestions.c.state == OPEN)
    for row in connection.execute(query).mappings().all():
        values = {name: row[name] for name in SUGGESTION} | {"state": WITHDRAWN}
        connection.execute(update(suggestions).where(suggestions.c.number == row["number"]).values(values))
        change.put[suggestion_id(row["number"])] = item_digest(suggestion_id(row["number"]), values)
    return change


def suggest_additions(
    connection: Connection, told: Sequence[Told], known: Mapping[str, str], reviewed: Mapping[str, Event]
) -> Change:
    """For each reviewed event, suggest the claims that merging would add to it; what it would take out is decided."""
    pinned = {claim for claim, event in known.items() if event in reviewed}
    proposed = merge(told, known)
    change = Change()
    for event in reviewed.values():
        if event.review.state == "rejected":
            continue
        best = max(proposed, key=lambda one: len(set(one.claims) & set(event.claims)), default=None)
        overlaps = best is not None and set(best.claims) & set(event.claims)
        added = set(best.claims) - pinned if best and overlaps else set()
        change.join(_suggest_claims(connection, event, added, told))
    return change


def _suggest_claims(connection: Connection, event: Event, added: set[str], told: Sequence[Told]) -> Change:
    added -= _refused(connection, event)
    if not added:
        return withdraw(connection, event.id)
    members = [one for one in told if one.claim.id in added or one.claim.id in event.claims]
    wanted = event_of(event.id, members).model_dump_json()
    more = f"{len(added)} more claim{'s' if len(added) > 1 else ''} may tell of it: {', '.join(sorted(added))}"
    return suggest(connection, event.id, more, wanted)


def _refused(connection: Connection, event: Event) -> set[str]:
    """Claims that a person would not have in the event."""
    query = select(suggestions.c.proposed).where(
        suggestions.c.subject == event.id, suggestions.c.state == DISMISSED, suggestions.c.proposed.is_not(None)
    )
    proposed = [Event.model_validate_json(record) for record in connection.scalars(query)]
    return {claim for one in proposed for claim in one.claims} - set(event.claims)


def _suggestion(row: Row[Any]) -> Suggestion:
    proposed: Claim | Event | None = None
    if row.proposed is not None:
        kind = Claim if is_claim(row.subject) else Event
        proposed = kind.model_validate_json(row.proposed)
    return Suggestion(row.number, row.subject, dt.datetime.fromisoformat(row.at), row.reason, proposed, row.state)
