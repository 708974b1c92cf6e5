"""What the desk is answered is what a look at every event and its claims would come to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from made_records import camp_claims, make_claim, make_report
from sqlalchemy import select

from bench.desk_data import made_database, made_world
from bench.desk_load import Asking, events_page
from dateline.records import Claim, Event, Report
from dateline.store import (
    ActorFilter,
    Box,
    BucketSize,
    EventFilter,
    EventRow,
    PlaceFilter,
    ReportFilter,
    Sort,
    Store,
)
from dateline.store.folding import fold_name
from dateline.store.summaries import renew_summaries
from dateline.store.tables import claims, event_summaries

SIZE = 400
Told = tuple[EventRow, list[Claim]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("desk") / "desk.db"
    made_database(path, SIZE)
    with Store.open(str(path)) as store:
        yield store


@pytest.fixture(scope="module")
def looked_at(made: Store) -> list[Told]:
    """Every event with its claims, read one by one."""
    from dateline.store import ClaimFilter

    by_event: dict[str | None, list[Claim]] = {}
    for claim in made.claims(ClaimFilter(rejected=True)):
        by_event.setdefault(claim.event, []).append(claim)
    rows = made.browsing.all_events(EventFilter(rejected=True))
    return [(row, by_event[row.event.id]) for row in rows]


def meets(asked: EventFilter, one: Told) -> bool:
    """The meaning of each condition, said another way."""
    row, its_claims = one
    event, time = row.event, row.event.time
    places = [item.place for item in event.places if item.place]
    actors = {item.entity.id for item in event.participants if item.entity}
    first, last = time.earliest or time.latest, time.latest or time.earliest
    words = f" {fold_name(asked.text or '')}"
    return all(
        (
            not asked.kinds or event.kind in asked.kinds,
            not asked.actors or actors & set(asked.actors),
            not asked.places or {place.id for place in places} & set(asked.places),
            not asked.countries or {place.country for place in places} & set(asked.countries),
            not asked.admin1 or {f"{place.country}/{place.admin1}" for place in places} & set(asked.admin1),
            not asked.since or (last is not None and last >= asked.since),
            not asked.until or (first is not None and first <= asked.until),
            not asked.modalities or row.modality in asked.modalities,
            not asked.statuses or event.status in asked.statuses,
            event.origins >= asked.min_origins,
            event.review.state in (asked.states or ("unreviewed", "accepted", "edited")),
            not asked.text or any(words in f" {fold_name(claim.sentence.text)}" for claim in its_claims),
            not asked.box or (row.point is not None and holds(asked.box, row.point.latitude, row.point.longitude)),
        )
    )


def holds(box: Box, latitude: float, longitude: float) -> bool:
    return box.south <= latitude <= box.north and box.west <= longitude <= box.east


def test_the_made_database_holds_what_the_store_would_have_put_there(made: Store) -> None:
    with made._writing() as connection:
        before = connection.scalars(select(event_summaries.c.number)).all()
        renew_summaries(connection, connection.scalars(select(claims.c.id)).all())
        assert connection.scalars(select(event_summaries.c.number)).all() == before


@pytest.mark.parametrize("condition", sorted(Asking(made_world(), 0).filters()))
def test_a_filter_finds_the_events_that_meet_it_and_no_other(
    made: Store, looked_at: list[Told], condition: str
) -> None:
    ask = Asking(made_world(), 7).filters()[condition]
    for asked in (ask() for _ in range(5)):
        wanted = {one[0].event.id for one in looked_at if meets(asked, one)}
        found = made.browsing.list_events(asked, limit=SIZE)
        assert {row.event.id for row in found.rows} == wanted
        assert found.total == len(wanted)


VALUES: dict[str, Callable[[EventRow], Iterable[str]]] = {
    "kinds": lambda row: [row.event.kind],
    "countries": lambda row: {item.place.country for item in row.event.places if item.place},
    "modalities": lambda row: [row.modality],
    "statuses": lambda row: [row.event.status],
    "states": lambda row: [row.event.review.state],
}


@pytest.mark.parametrize("facet", sorted(VALUES))
def test_values_are_counted_as_if_their_own_condition_were_left_out(
    made: Store, looked_at: list[Told], facet: str
) -> None:
    asked = EventFilter(kinds=(looked_at[0][0].event.kind, looked_at[1][0].event.kind), modalities=("actual",))
    others = EventFilter(**{name: getattr(asked, name) for name in ("kinds", "modalities") if name != facet})
    if facet == "states":
        others = EventFilter(**{**vars(others), "states": ("unreviewed", "accepted", "edited", "rejected")})
        asked = EventFilter(**{**vars(asked), "states": ("unreviewed",)})
    wanted = Counter(value for one in looked_at if meets(others, one) for value in VALUES[facet](one[0]))
    found = getattr(made.browsing.facet_counts(asked), facet)
    assert {value.value: value.count for value in found} == wanted


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_in_every_order_show_each_event_once_and_in_that_order(made: Store, sort: Sort) -> None:
    pages = [made.browsing.list_events(sort=sort, number=number, limit=37).rows for number in range(1, 13)]
    rows = [row for page in pages for row in page]
    assert len({row.event.id for row in rows}) == len(rows) == made.browsing.list_events().total
    assert rows == list(made.browsing.all_events(sort=sort))
    keys = [key_of(row.event)[sort] for row in rows] if sort is not Sort.UNSURE else []
    assert keys == sorted(keys)


def key_of(event: Event) -> dict[Sort, object]:
    days = (event.time.earliest or event.time.latest, event.time.latest or event.time.earliest)
    killed = max([count.best or 0 for count in event.counts if count.what == "killed"], default=0)
    return {
        Sort.NEWEST: -days[1].toordinal() if days[1] else 1,
        Sort.OLDEST: days[0].toordinal() if days[0] else 10**7,
        Sort.REPORTED: -event.last_reported.toordinal() if event.last_reported else 1,
        Sort.KILLED: -killed,
        Sort.REPORTS: -event.reports,
        Sort.ORIGINS: -event.origins,
    }


@pytest.mark.parametrize("size", list(BucketSize))
def test_the_timeline_counts_events_that_lie_in_a_step_for_sure_and_those_that_may(
    made: Store, looked_at: list[Told], size: BucketSize
) -> None:
    line = made.browsing.timeline(EventFilter(), size)
    shown = [row.event.time for row, _ in looked_at if row.event.review.state != "rejected"]
    assert line.undated == sum(time.earliest is None for time in shown)
    assert line.earlier + sum(bucket.sure for bucket in line.buckets) <= len(shown) - line.undated
    dated = [(time.earliest, time.latest) for time in shown if time.earliest and time.latest]
    for bucket in line.buckets[:: max(1, len(line.buckets) // 50)]:
        touching = [days for days in dated if days[0] <= bucket.last and days[1] >= bucket.first]
        sure = [days for days in touching if bucket.first <= days[0] and days[1] <= bucket.last]
        assert (bucket.sure, bucket.may) == (len(sure), len(touching) - len(sure))


@pytest.mark.parametrize("zoom", [0, 3, 8, 22])
def test_cells_of_the_map_hold_every_event_once_and_all_that_is_meant_lies_within_their_radius(
    made: Store, zoom: int
) -> None:
    view = made.browsing.map_cells(zoom=zoom)
    assert sum(cell.count for cell in view.cells) == view.placed == made.browsing.list_events().total - view.unplaced
    for cell in view.cells:
        assert cell.radius_km >= 2
        assert (cell.event is not None) == (cell.count == 1)
        if cell.place:
            assert cell.radius_km == pytest.approx(cell.place.radius_km, abs=0.001)


def test_a_part_of_the_map_shows_the_events_in_it(made: Store) -> None:
    box = Box(-10, 5, 10, 20)
    assert made.browsing.map_cells(box=box, zoom=5).placed == made.browsing.list_events(EventFilter(box=box)).total > 0


def test_flows_lead_from_an_origin_and_count_their_events(made: Store) -> None:
    flows = made.browsing.flows()
    assert flows
    for flow in flows:
        page = made.browsing.event(flow.events[0])
        assert page is not None
        origins = {item.place.id for item in page.row.event.places if item.role == "origin" and item.place}
        assert flow.origin is not None
        assert flow.origin.id in origins
    assert made.browsing.flows(both_ends=True) == []


def test_every_place_and_actor_that_is_listed_has_a_page(made: Store) -> None:
    for place in made.browsing.list_places(limit=5).rows:
        page = made.browsing.place(place.place.id)
        assert page is not None
        assert sum(kind.count for kind in page.kinds) == place.events
    for actor in made.browsing.list_actors(limit=5).rows:
        told_of = made.browsing.actor(actor.entity.id)
        assert told_of is not None
        assert sum(kind.count for kind in told_of.did_kinds) == actor.acting
    assert made.browsing.place("geonames:0") is None
    assert made.browsing.actor("wikidata:Q0") is None


def test_places_and_actors_are_found_by_the_beginning_of_a_word(made: Store) -> None:
    place = made.browsing.list_places(limit=1).rows[0].place
    assert place in [row.place for row in made.browsing.list_places(PlaceFilter(name=place.name[:4].upper())).rows]
    actor = made.browsing.list_actors(limit=1).rows[0].entity
    assert actor in [row.entity for row in made.browsing.list_actors(ActorFilter(name=actor.name[:4].upper())).rows]


def test_the_queue_shows_the_unsure_and_weighty_first_and_nothing_that_is_reviewed(made: Store) -> None:
    queue = made.browsing.review_queue(limit=50)
    urgency = [item.urgency for item in queue.rows]
    assert urgency == sorted(urgency, reverse=True)
    assert {item.subject.review.state for item in queue.rows if isinstance(item.subject, Event)} == {"unreviewed"}


def test_reports_are_listed_the_last_published_first_and_found_by_title(made: Store) -> None:
    days = [row.report.published.date for row in made.browsing.list_reports(limit=SIZE).rows]
    assert days == sorted(days, reverse=True)
    (row,) = made.browsing.list_reports(ReportFilter(words="dispatch 12 ".strip(), since=days[-1])).rows[:1]
    assert "12" in str(row.report.title)


def test_words_of_a_report_are_words_in_a_row_of_which_the_last_may_go_on(address: str) -> None:
    with Store.open(address) as store:
        store.save(make_report(title="Unrest at the camp", publisher="Hill News"), [], "1")
        found = {
            words: store.browsing.list_reports(ReportFilter(words=words)).total
            for words in ("unrest at", "UNREST AT THE CA", "nrest", "camp hill", "hill new", "at unrest", "?!")
        }
    assert [words for words, total in found.items() if total] == ["unrest at", "UNREST AT THE CA", "hill new"]


def test_a_report_that_is_called_otherwise_is_found_by_its_new_title_only(address: str) -> None:
    with Store.open(address) as store:
        store.save(make_report(title="Unrest at the camp"), [], "1")
        store.save(make_report(title="Calm at the camp"), [], "1")
        totals = [store.browsing.list_reports(ReportFilter(words=words)).total for words in ("unrest", "calm")]
    assert totals == [0, 1]


def test_whatever_changes_is_answered_as_a_store_opened_anew_answers_it(address: str) -> None:
    camp, first = make_report(), camp_claims(make_report())
    with Store.open(address) as store, Store.open(address) as other:
        ann = store.reviewer("Ann")
        steps: list[Callable[[], object]] = [
            lambda: store.save(camp, first, "reader 1"),
            lambda: ann.edit(first[1].model_copy(update={"modality": "actual"}), "it did"),
            lambda: ann.add(make_claim(camp, "statement", "said"), "missed"),
            lambda: ann.reject(first[0].id, "not so"),
            lambda: ann.undo("so after all"),
            lambda: other.save(make_report("Gunmen shelled Kobani."), [], "reader 1"),
            lambda: ann.merge([event.id for event in store.events()][:2], "one"),
            lambda: store.save(camp, first[:1], "reader 2"),
        ]
        for step in steps:
            step()
            assert everything(store) == everything(other)
            with Store.open(address) as anew:
                assert everything(store) == everything(anew)


def everything(store: Store) -> object:
    asked = EventFilter(rejected=True)
    return events_page(asked)(store.browsing), store.browsing.list_places(), store.browsing.list_actors()


def test_a_claim_that_is_told_otherwise_by_a_person_moves_its_event(
    store: Store, camp: Report, told: list[Claim]
) -> None:
    store.save(camp, told, "reader 1")
    assert store.browsing.list_events(EventFilter(modalities=("future",))).total == 1
    store.reviewer("Ann").edit(told[1].model_copy(update={"modality": "negated"}), "it did not")
    assert store.browsing.list_events(EventFilter(modalities=("future",))).total == 0
    assert store.browsing.list_events(EventFilter(modalities=("negated",))).total == 1
