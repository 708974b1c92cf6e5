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
    here = _rows(view, code)
    if not len(here):
        return None
    of_topic = {topic: _are_of(view, here, topic) for topic in _TOPICS}
    by_topic = {topic: tuple(_newest(view, here[its], limit)) for topic, its in of_topic.items()}
    others = tuple(_newest(view, here[~np.logical_or.reduce(list(of_topic.values()))], limit))
    flows = [
        tuple(flows_of(view.loaded.columns, view.loaded.terms, _rows(view, code, role), limit, False, view.ids))
        for role in ("origin", "destination")
    ]
    return PlacePage(
        place=view.loaded.terms.places[code],
        names=_names(place, [*others, *(row for rows in by_topic.values() for row in rows)]),
        kinds=kinds_of(view.loaded, here),
        held=tuple(_held(view, here[_are_of(view, here, "custody")], limit)),
        others=others,
        departures=flows[0],
        arrivals=flows[1],
        **by_topic,
    )


def _rows(view: View, code: int, role: str | None = None) -> Numbers:
    """The rows of the events that name the place, in any role or in this one."""
    columns = view.loaded.columns
    rows, codes, roles = columns.pairs["places"]
    its = codes == code
    if role is not None:
        its &= roles & 1 << PLACE_ROLES.index(role) > 0
    named_by: Numbers = rows[its]
    return np.asarray(named_by[shown(columns)[named_by]])


def _are_of(view: View, rows: Numbers, topic: str) -> Mask:
    """Of the events in these rows, which are of a kind of the topic."""
    return np.asarray(view.loaded.terms.is_kind(topics()[topic])[view.loaded.columns["kind"][rows]])


def _newest(view: View, rows: Numbers, limit: int) -> Iterable[EventRow]:
    return view.event_rows(_first(view, rows, limit).tolist())


def _first(view: View, rows: Numbers, limit: int) -> Numbers:
    return first_rows(view.loaded.columns, rows, Sort.NEWEST, limit)


def _names(place: str, rows: Iterable[EventRow]) -> tuple[str, ...]:
    named_by = (item for row in rows for item in row.event.places)
    return tuple(dict.fromkeys(item.span.text for item in named_by if item.place and item.place.id == place))


def _held(view: View, rows: Numbers, limit: int) -> Iterator[SaidNumber]:
    """Numbers of people held, of the newest events on, in the order of their days."""
    found = [row.event for row in view.event_rows(_first(view, rows, limit).tolist())]
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
