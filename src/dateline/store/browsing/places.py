"""The places that events name, and what is told of one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np

from dateline.records import Count, Event, Place
from dateline.store.browsing.answers import ClaimEntry, EventRow, Page, PlacePage, PlaceRow, SaidNumber
from dateline.store.browsing.asked import PlaceFilter, Sort
from dateline.store.browsing.columns import Mask, Numbers
from dateline.store.browsing.listing import claim_entries
from dateline.store.browsing.loading import Loaded
from dateline.store.browsing.moving import flows_of
from dateline.store.browsing.naming import kinds_of, most_named, named, shown, with_name
from dateline.store.browsing.ordering import first_rows
from dateline.store.browsing.view import View
from dateline.store.claims import days
from dateline.store.summaries.summary import PLACE_ROLES
from dateline.store.summaries.topics import topics

ALL_PLACES: Final = PlaceFilter()
_TOPICS: Final = ("control", "attacks", "escapes", "threats")


def place_rows(loaded: Loaded, asked: PlaceFilter, number: int, limit: int) -> Page[PlaceRow]:
    """A page of the places that meet `asked`."""
    found = named(loaded, "places")
    known = loaded.terms.places
    in_area = [code for code in known if found.events[code] and _is_wanted(known[code], asked)]
    wanted = most_named(found.events, with_name(loaded, in_area, asked.name))
    rows = tuple(
        PlaceRow(known[code], int(found.events[code]), found.last_day(code))
        for code in wanted[(number - 1) * limit : number * limit]
    )
    return Page(rows, len(wanted), number, limit)


def _is_wanted(place: Place, asked: PlaceFilter) -> bool:
    in_country = not asked.countries or place.country in asked.countries
    return in_country and (not asked.precisions or place.precision in asked.precisions)


def place_page(view: View, place: str, limit: int) -> PlacePage | None:
    """What is told of the place of this id."""
    code = view.loaded.terms.codes.get(("place", place))
    if code is None:
        return None
    here = _mask(view, code)
    if not here.any():
        return None
    by_topic = {topic: tuple(_newest(view, here & _of_kinds(view, topic), limit)) for topic in _TOPICS}
    other = here & ~np.logical_or.reduce([_of_kinds(view, topic) for topic in _TOPICS])
    others = tuple(_newest(view, other, limit))
    departures, arrivals = (_mask(view, code, role) for role in ("origin", "destination"))
    flows = [
        tuple(flows_of(view.loaded.columns, view.loaded.terms, mask, limit, False, view.ids))
        for mask in (departures, arrivals)
    ]
    return PlacePage(
        place=view.loaded.terms.places[code],
        names=_names(place, [*others, *(row for rows in by_topic.values() for row in rows)]),
        kinds=kinds_of(view.loaded, np.flatnonzero(here)),
        held=tuple(_held(view, here & _of_kinds(view, "custody"), limit)),
        others=others,
        departures=flows[0],
        arrivals=flows[1],
        **by_topic,
    )


def _mask(view: View, code: int, role: str | None = None) -> Mask:
    """The events that name the place, in any role or in this one."""
    columns = view.loaded.columns
    rows, codes, roles = columns.pairs["places"]
    its = codes == code
    if role is not None:
        its &= roles & 1 << PLACE_ROLES.index(role) > 0
    mask = np.zeros(len(columns), dtype=np.bool_)
    mask[rows[its]] = True
    return mask & shown(columns)


def _of_kinds(view: View, topic: str) -> Mask:
    codes = [view.loaded.terms.codes.get(("kind", kind), -1) for kind in topics()[topic]]
    return np.isin(view.loaded.columns["kind"], codes)


def _newest(view: View, mask: Mask, limit: int) -> Iterable[EventRow]:
    return view.event_rows(_first(view, mask, limit).tolist())


def _first(view: View, mask: Mask, limit: int) -> Numbers:
    return first_rows(view.loaded.columns, np.flatnonzero(mask).astype(np.int32), Sort.NEWEST, limit)


def _names(place: str, rows: Iterable[EventRow]) -> tuple[str, ...]:
    named_by = (item for row in rows for item in row.event.places)
    return tuple(dict.fromkeys(item.span.text for item in named_by if item.place and item.place.id == place))


def _held(view: View, mask: Mask, limit: int) -> Iterator[SaidNumber]:
    """Numbers of people held, of the newest events on, in the order of their days."""
    found = [row.event for row in view.event_rows(_first(view, mask, limit).tolist())]
    event_of: Mapping[str, Event] = {claim: event for event in found for claim in event.claims}
    told = [
        _said(entry, count, event_of[entry.claim.id])
        for entry in claim_entries(view.connection, list(event_of))
        for count in entry.claim.counts
        if count.what in topics()["held"]
    ]
    yield from sorted(told, key=lambda said: str(said.last_day or said.reported))


def _said(entry: ClaimEntry, count: Count, event: Event) -> SaidNumber:
    claim, report = entry.claim, entry.report
    first, last = days(claim.time)
    return SaidNumber(
        what=count.what,
        low=count.low,
        high=count.high,
        of=count.of,
        first_day=first,
        last_day=last,
        reported=report.published.date,
        source=_source(entry),
        claim=claim.id,
        report=report.id,
        event=event.id,
    )


def _source(entry: ClaimEntry) -> str:
    if entry.claim.attribution:
        said = entry.claim.attribution[0]
        return said.entity.name if said.entity else said.source.text
    return entry.report.publisher or entry.report.source
