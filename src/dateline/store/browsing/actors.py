"""The actors that events name, and what is told of one."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from dateline.store.browsing.answers import ActorPage, ActorRow, EventRow, Page
from dateline.store.browsing.asked import ActorFilter, Sort
from dateline.store.browsing.columns import Numbers
from dateline.store.browsing.loading import Loaded
from dateline.store.browsing.naming import kinds_of, most_named, named, shown, with_name
from dateline.store.browsing.ordering import first_rows
from dateline.store.browsing.view import View
from dateline.store.summaries.summary import ROLES, STATUSES

ALL_ACTORS: Final = ActorFilter()
_DISPUTED: Final = tuple(STATUSES.index(status) for status in ("denied", "contested"))


def actor_rows(loaded: Loaded, asked: ActorFilter, number: int, limit: int) -> Page[ActorRow]:
    """A page of the actors that meet `asked`."""
    found = named(loaded, "actors")
    entities = loaded.terms.entities
    of_kind = [code for code, entity in entities.items() if not asked.kinds or entity.kind in asked.kinds]
    wanted = most_named(found.events, with_name(loaded, of_kind, asked.name))
    rows = tuple(
        ActorRow(entities[code], int(found.events[code]), int(found.first_role[code]), found.last_day(code))
        for code in wanted[(number - 1) * limit : number * limit]
    )
    return Page(rows, len(wanted), number, limit)


def actor_page(view: View, entity: str, limit: int) -> ActorPage | None:
    """What is told of the actor of this id."""
    columns, code = view.loaded.columns, view.loaded.terms.codes.get(("entity", entity))
    if code is None:
        return None
    rows, codes, roles = columns.pairs["actors"]
    its = (codes == code) & shown(columns)[rows]
    did, suffered = (rows[its & (roles & 1 << ROLES.index(role) > 0)] for role in ("actor", "recipient"))
    disputed = rows[its][np.isin(columns["status"][rows[its]], _DISPUTED)]
    lists = [tuple(_newest(view, chosen, limit)) for chosen in (did, suffered, disputed)]
    if not its.any():
        return None
    return ActorPage(
        entity=view.loaded.terms.entities[code],
        names=_names(entity, lists[0] + lists[1]),
        did=lists[0],
        did_kinds=kinds_of(view.loaded, did),
        suffered=lists[1],
        suffered_kinds=kinds_of(view.loaded, suffered),
        denied=lists[2],
    )


def _newest(view: View, rows: Numbers, limit: int) -> Iterable[EventRow]:
    return view.event_rows(first_rows(view.loaded.columns, rows, Sort.NEWEST, limit).tolist())


def _names(entity: str, rows: Iterable[EventRow]) -> tuple[str, ...]:
    """The words by which these events call it, in the order in which they first come."""
    named_by = (item for row in rows for item in row.event.participants)
    return tuple(dict.fromkeys(item.span.text for item in named_by if item.entity and item.entity.id == entity))
