"""What the desk asks of one store, each question answered from one moment of the database."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Final

from sqlalchemy import Connection

from dateline.records import Event
from dateline.store.browsing import actors, places, queueing, reports
from dateline.store.browsing.answers import (
    ActorPage,
    ActorRow,
    EventPage,
    EventRow,
    Facets,
    Flow,
    MapView,
    Page,
    PlacePage,
    PlaceRow,
    QueueItem,
    ReportPage,
    ReportRow,
    Timeline,
)
from dateline.store.browsing.asked import ActorFilter, BucketSize, PlaceFilter, ReportFilter, Sort
from dateline.store.browsing.clusters import map_of
from dateline.store.browsing.counting import facets_of
from dateline.store.browsing.listing import event_page
from dateline.store.browsing.loading import Loaded, brought_up
from dateline.store.browsing.moving import flows_of
from dateline.store.browsing.ordering import first_rows
from dateline.store.browsing.spreading import timeline_of
from dateline.store.browsing.view import Matchings, View
from dateline.store.event_filters import ALL_EVENTS, Box, EventFilter

Reading = Callable[[], AbstractContextManager[Connection]]
PAGE: Final = 50
WORLD: Final = Box(-180, -90, 180, 90)


class Browsing:
    """Answers from the columns of all events, kept in memory and brought up to the database before each answer.

    May be used by several threads at once. The first question of all loads the columns, in about a second for a
    million events.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._loaded: Loaded | None = None
        self._loading = threading.Lock()
        self._matchings = Matchings()

    def list_events(
        self, asked: EventFilter = ALL_EVENTS, sort: Sort = Sort.NEWEST, number: int = 1, limit: int = PAGE
    ) -> Page[EventRow]:
        """Page `number`, from 1 on, of the events that meet `asked`."""
        with self._opened() as view:
            rows = view.matching(asked).rows()
            chosen = first_rows(view.loaded.columns, rows, sort, number * limit)[(number - 1) * limit :]
            return Page(tuple(view.event_rows(chosen.tolist())), len(rows), number, limit)

    def all_events(self, asked: EventFilter = ALL_EVENTS, sort: Sort = Sort.OLDEST) -> Iterator[EventRow]:
        """Every event that meets `asked`, for writing out whole lists."""
        with self._opened() as view:
            rows = view.matching(asked).rows()
            yield from view.event_rows(first_rows(view.loaded.columns, rows, sort, len(rows)).tolist())

    def facet_counts(self, asked: EventFilter = ALL_EVENTS) -> Facets:
        """How many events each further choice would show."""
        with self._opened() as view:
            matching = view.matching(asked)
            find = partial(facets_of, view.loaded, matching)
            return matching.answer("facets", find)

    def timeline(self, asked: EventFilter = ALL_EVENTS, size: BucketSize | None = None) -> Timeline:
        """The events that meet `asked` by time, in steps of `size`, or of one that suits their range."""
        with self._opened() as view:
            matching = view.matching(asked)
            find = partial(timeline_of, view.loaded.columns, matching.all_but(), size)
            return matching.answer(("timeline", size), find)

    def map_cells(self, asked: EventFilter = ALL_EVENTS, box: Box = WORLD, zoom: float = 0) -> MapView:
        """The events that meet `asked` in a piece of the map, in cells of 64 pixels at a zoom as MapLibre counts it."""
        with self._opened() as view:
            loaded, matching = view.loaded, view.matching(asked)
            find = partial(map_of, loaded.columns, loaded.terms, matching.all_but(), box, zoom, view.ids)
            return matching.answer(("map", box, zoom), find)

    def flows(self, asked: EventFilter = ALL_EVENTS, limit: int = 200, *, both_ends: bool = False) -> list[Flow]:
        """Who went from where to where among the events that meet `asked`, those of most events first."""
        with self._opened() as view:
            rows = view.matching(asked).rows()
            return flows_of(view.loaded.columns, view.loaded.terms, rows, limit, both_ends, view.ids)

    def event(self, event: str) -> EventPage | None:
        """All about one event; None where there is none of this id."""
        with self._reading() as connection:
            return event_page(connection, event)

    def list_reports(
        self, asked: ReportFilter = reports.ALL_REPORTS, number: int = 1, limit: int = PAGE
    ) -> Page[ReportRow]:
        """Page `number` of the reports that meet `asked`, the last published first."""
        with self._reading() as connection:
            return reports.report_rows(connection, asked, number, limit)

    def report_with_claims(self, report: str) -> ReportPage | None:
        """A report and all its claims; None where there is none of this id."""
        with self._reading() as connection:
            return reports.report_page(connection, report)

    def list_places(self, asked: PlaceFilter = places.ALL_PLACES, number: int = 1, limit: int = PAGE) -> Page[PlaceRow]:
        """Page `number` of the places that events name, those of most events first."""
        with self._opened() as view:
            return places.place_rows(view.loaded, asked, number, limit)

    def place(self, place: str, limit: int = PAGE) -> PlacePage | None:
        """What is told of a place, at most `limit` of each; None where no event names it."""
        with self._opened() as view:
            return places.place_page(view, place, limit)

    def list_actors(self, asked: ActorFilter = actors.ALL_ACTORS, number: int = 1, limit: int = PAGE) -> Page[ActorRow]:
        """Page `number` of the actors that events name, those of most events first."""
        with self._opened() as view:
            return actors.actor_rows(view.loaded, asked, number, limit)

    def actor(self, entity: str, limit: int = PAGE) -> ActorPage | None:
        """What is told of an actor, at most `limit` of each; None where no event names it."""
        with self._opened() as view:
            return actors.actor_page(view, entity, limit)

    def review_queue(self, asked: EventFilter = ALL_EVENTS, number: int = 1, limit: int = PAGE) -> Page[QueueItem]:
        """Page `number` of what waits: suggestions, oldest first, then unreviewed events, the most urgent first."""
        with self._opened() as view:
            return queueing.queue_page(view, asked, number, limit)

    def events(self, asked: EventFilter = ALL_EVENTS, limit: int | None = None) -> Iterator[Event]:
        """The events that meet `asked`, by their first day, those of unknown days last."""
        with self._opened() as view:
            rows = view.matching(asked).rows()
            stop = len(rows) if limit is None else limit
            yield from view.events(first_rows(view.loaded.columns, rows, Sort.OLDEST, stop).tolist())

    @contextmanager
    def _opened(self) -> Iterator[View]:
        with self._reading() as connection:
            with self._loading:
                self._loaded = loaded = brought_up(connection, self._loaded)
            yield View(connection, loaded, self._matchings)
