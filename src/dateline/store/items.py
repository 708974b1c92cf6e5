"""Claims, events and suggestions each as one value to put, take away and put back whole.

What an item holds is all that its row says; every other column, every link from a claim to its event and every
word that is searched for follows from it. The log knows an item by the hash of its value.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from dateline.errors import StoreError
from dateline.records import Claim, Event
from dateline.store.claims import claim_digest, claim_row, days, drop_claims, insert_claims
from dateline.store.folding import storable
from dateline.store.log import Change, digest
from dateline.store.summaries import TermCodes, put_summary
from dateline.store.tables import claims, event_claims, events, suggestions

# The columns that make up an item, by the mark that its id begins with.
Item = Mapping[str, str | None]
_CLAIM: Final = ("record", "review", "machine")
_EVENT: Final = ("record", "machine")
SUGGESTION: Final = ("subject", "at", "reason", "proposed", "state")


def is_claim(item: str) -> bool:
    """Whether this is the id of a claim."""
    return item.startswith("c_")


def is_suggestion(item: str) -> bool:
    """Whether this is the id of a suggestion: `s_` and its number."""
    return item.startswith("s_")


def is_event(item: str) -> bool:
    """Whether this is the id of an event: of nothing else that the log knows."""
    return not item.startswith(("c_", "s_", "r_", "b_", "x_"))


def suggestion_id(number: int) -> str:
    """The id of the suggestion of this number."""
    return f"s_{number}"


def read_item(connection: Connection, item: str) -> dict[str, str | None] | None:
    """The item of this id; None where there is none."""
    table, names = _columns(item)
    key: Any = int(item.removeprefix("s_")) if is_suggestion(item) else item
    column = table.c.number if is_suggestion(item) else table.c.id
    row = connection.execute(select(*(table.c[name] for name in names)).where(column == key)).one_or_none()
    return dict(row._mapping) if row else None


def read_items(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, str | None] | None]:
    """Several items by id."""
    return {item: read_item(connection, item) for item in ids}


def write_items(connection: Connection, items: Mapping[str, Item | None]) -> Change:
    """Put each item in the place of what is there; None takes it away. All old ones go before the new ones come."""
    change = Change()
    links = _links_of_claims(connection, items)
    for item in items:
        _remove(connection, item)
    for item, value in sorted(items.items(), key=lambda pair: _order(pair[0])):
        if value is None:
            change.removed.append(item)
        else:
            _put(connection, item, value)
            change.put[item] = item_digest(item, value)
    for claim, event in links.items():
        if items[claim] is not None and event not in items:
            connection.execute(insert(event_claims).values(claim=claim, event=event))
    return change


def item_digest(item: str, value: Item) -> str:
    """The hash by which the log knows an item."""
    if is_claim(item):
        return claim_digest(value)
    if is_suggestion(item):
        return digest("suggestion", *(value[name] for name in SUGGESTION))
    return event_digest(value)


def select_event(connection: Connection, event: str) -> Event | None:
    """The event of this id."""
    record = connection.scalar(select(events.c.record).where(events.c.id == event))
    return Event.model_validate_json(record) if record else None


def event_digest(value: Any) -> str:
    """The hash by which the log knows the row of an event."""
    return digest("event", value["record"], value["machine"])


def event_row(record: str, machine: str | None) -> dict[str, Any]:
    """The row of an event, all that follows from its record included."""
    event = Event.model_validate_json(record)
    first, last = days(event.time)
    return {
        "id": event.id,
        "kind": storable(event.kind),
        "first_day": first,
        "last_day": last,
        "status": event.status,
        "state": event.review.state,
        "record": record,
        "machine": machine,
    }


def insert_event(connection: Connection, row: Mapping[str, Any], members: Iterable[str]) -> None:
    """Write the row of an event with its summary, and link its claims to it."""
    connection.execute(insert(events).values(dict(row)))
    links = [{"claim": claim, "event": row["id"]} for claim in members]
    connection.execute(insert(event_claims), links)
    put_summary(connection, Event.model_validate_json(row["record"]), TermCodes(connection))


def _columns(item: str) -> tuple[Any, tuple[str, ...]]:
    if is_claim(item):
        return claims, _CLAIM
    return (suggestions, SUGGESTION) if is_suggestion(item) else (events, _EVENT)


def _order(item: str) -> int:
    """Claims before the events that hold them."""
    return 0 if is_claim(item) else 1


def _links_of_claims(connection: Connection, items: Iterable[str]) -> dict[str, str]:
    """The events of the claims among `items`, which would lose them when their row is written anew."""
    found: dict[str, str] = {}
    for item in filter(is_claim, items):
        event = connection.scalar(select(event_claims.c.event).where(event_claims.c.claim == item))
        if event:
            found[item] = event
    return found


def _remove(connection: Connection, item: str) -> None:
    if is_claim(item):
        drop_claims(connection, [item])
    elif is_suggestion(item):
        connection.execute(delete(suggestions).where(suggestions.c.number == int(item.removeprefix("s_"))))
    else:
        connection.execute(delete(events).where(events.c.id == item))


def _put(connection: Connection, item: str, value: Item) -> None:
    if is_claim(item):
        record = value["record"] or ""
        row = claim_row(record, value["review"], value["machine"])
        insert_claims(connection, [Claim.model_validate_json(record)], [row])
    elif is_suggestion(item):
        connection.execute(insert(suggestions).values(dict(value) | {"number": int(item.removeprefix("s_"))}))
    else:
        _put_event(connection, event_row(value["record"] or "", value["machine"]))


def _put_event(connection: Connection, row: Mapping[str, Any]) -> None:
    members = Event.model_validate_json(row["record"]).claims
    there = set(connection.scalars(select(claims.c.id).where(claims.c.id.in_(members))))
    taken = set(connection.scalars(select(event_claims.c.claim).where(event_claims.c.claim.in_(members))))
    if missing := [claim for claim in members if claim not in there]:
        raise StoreError(f"event {row['id']}: there is no claim {missing[0]}; nothing was stored")
    if taken:
        raise StoreError(f"event {row['id']}: claim {min(taken)} is in another event; nothing was stored")
    insert_event(connection, row, members)
