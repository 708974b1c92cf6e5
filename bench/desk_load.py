"""How long the desk waits for the store: `python -m bench.desk_load [SIZE...] [--keep FOLDER] [--rounds N]`.

Makes a database of so many events (10,000, 100,000 and 1,000,000 unless told otherwise), asks of each what the pages
of the desk ask, each time with other values, and prints for each question how long it takes at the median and at the
95th percentile, and how often the time of the size before. Compares with floors.yaml; exit 1 where one is broken.
`--keep` keeps the databases there, and uses those that are there already.
"""

import argparse
import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

from bench.desk_data import DAYS, FIRST_DAY, World, made_database, made_world
from dateline.store import ActorFilter, Box, EventFilter, PlaceFilter, ReportFilter, Sort, Store
from dateline.store.browsing.browsing import Browsing

FLOORS: Final = Path(__file__).parent / "floors.yaml"
SIZES: Final = (10_000, 100_000, 1_000_000)
ROUNDS: Final = 40
MODALITIES: Final = ("actual", "attempted", "negated", "future", "hypothetical")
STATUSES: Final = ("single_origin", "corroborated", "contested", "denied", "anticipated")
STATES: Final = ("unreviewed", "accepted", "edited", "rejected")
_P95: Final = 0.95
Question = Callable[[Browsing], object]


class Asking:
    """Filters and pages as people may ask for them, by chance."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self.luck = random.Random(seed)

    def filters(self) -> Mapping[str, Callable[[], EventFilter]]:
        """One for each condition, and some of several conditions."""
        luck, world = self.luck, self._world
        return {
            "no filter": EventFilter,
            "kind": lambda: EventFilter(kinds=(world.kinds.draw(luck),)),
            "actor": lambda: EventFilter(actors=(world.actors.draw(luck).id,)),
            "place": lambda: EventFilter(places=(world.places.draw(luck).id,)),
            "country": lambda: EventFilter(countries=(world.places.draw(luck).country,)),
            "admin1": lambda: EventFilter(admin1=(self._admin1(),)),
            "days": self._days,
            "modality": lambda: EventFilter(modalities=(luck.choice(MODALITIES),)),
            "status": lambda: EventFilter(statuses=(luck.choice(STATUSES),)),
            "origins": lambda: EventFilter(min_origins=luck.randrange(2, 6)),
            "state": lambda: EventFilter(states=(luck.choice(STATES),)),
            "text": lambda: EventFilter(text=world.words.draw(luck)),
            "two words": lambda: EventFilter(text=f"{world.words.draw(luck)} {world.words.draw(luck)}"),
            "box": lambda: EventFilter(box=self._box()),
            "kind, country, days": self._several,
            "actor, text, modality": lambda: EventFilter(
                actors=(world.actors.draw(luck).id,), text=world.words.draw(luck), modalities=("actual",)
            ),
        }

    def pages(self) -> Mapping[str, Callable[[], Question]]:
        """What pages other than the list of events ask."""
        luck, world = self.luck, self._world
        return {
            "map of a region": lambda: _mapped(self._box(), luck.randrange(3, 9)),
            "flows": lambda: lambda desk: desk.flows(),
            "flows of a country": lambda: _flows(world.places.draw(luck).country),
            "queue": lambda: lambda desk: desk.review_queue(),
            "hundredth page": lambda: lambda desk: desk.list_events(number=100),
            "sorted by deaths": lambda: lambda desk: desk.list_events(sort=Sort.KILLED),
            "places": lambda: lambda desk: desk.list_places(),
            "places by name": lambda: _named_place(world.words.draw(luck)[:3]),
            "place": lambda: _place(world.places.draw(luck).id),
            "actors": lambda: lambda desk: desk.list_actors(),
            "actors by name": lambda: _named_actor(world.words.draw(luck)[:3]),
            "actor": lambda: _actor(world.actors.draw(luck).id),
            "reports": lambda: lambda desk: desk.list_reports(),
            "reports by word": lambda: _reports(str(luck.randrange(10_000))),
        }

    def _admin1(self) -> str:
        place = self._world.places.draw(self.luck)
        return f"{place.country}/{place.admin1}"

    def _days(self) -> EventFilter:
        first = FIRST_DAY + dt.timedelta(days=self.luck.randrange(DAYS))
        return EventFilter(since=first, until=first + dt.timedelta(days=self.luck.choice((1, 30, 365))))

    def _box(self) -> Box:
        centre, size = self._world.places.draw(self.luck), self.luck.choice((0.5, 2, 10, 30))
        west, south = centre.longitude - size, max(-85.0, centre.latitude - size / 2)
        return Box(west, south, centre.longitude + size, min(85.0, centre.latitude + size / 2))

    def _several(self) -> EventFilter:
        days = self._days()
        kinds = tuple({self._world.kinds.draw(self.luck) for _ in range(3)})
        country = self._world.places.draw(self.luck).country
        return EventFilter(kinds=kinds, countries=(country,), since=days.since, until=days.until)


def _mapped(box: Box, zoom: int) -> Question:
    return lambda desk: desk.map_cells(box=box, zoom=zoom)


def _flows(country: str) -> Question:
    return lambda desk: desk.flows(EventFilter(countries=(country,)))


def _named_place(name: str) -> Question:
    return lambda desk: desk.list_places(PlaceFilter(name=name))


def _named_actor(name: str) -> Question:
    return lambda desk: desk.list_actors(ActorFilter(name=name))


def _place(place: str) -> Question:
    return lambda desk: desk.place(place)


def _actor(actor: str) -> Question:
    return lambda desk: desk.actor(actor)


def _reports(words: str) -> Question:
    return lambda desk: desk.list_reports(ReportFilter(words=words))


def events_page(asked: EventFilter) -> Question:
    """All that the page of events asks at once: a page of the list, the counts, the timeline and the map."""

    def ask(desk: Browsing) -> object:
        answers = desk.list_events(asked), desk.facet_counts(asked), desk.timeline(asked), desk.map_cells(asked, zoom=2)
        assert answers[0].total == answers[1].total
        return answers

    return ask


def measured(store: Store, world: World, rounds: int, seed: int = 1) -> Iterator[tuple[str, list[float]]]:
    """For each question the milliseconds of work that it took, each time with other values.

    Work, not time passed, so that what else the machine does is not counted; one question is answered on one core.
    """
    yield "first page after the start", [_timed(store.browsing, lambda desk: desk.list_events())]
    asking = Asking(world, seed)
    questions = {f"events: {name}": _all_of_page(made) for name, made in asking.filters().items()}
    for name, made in (questions | dict(asking.pages())).items():
        yield name, [_timed(store.browsing, made()) for _ in range(rounds)]


def _all_of_page(made: Callable[[], EventFilter]) -> Callable[[], Question]:
    return lambda: events_page(made())


def _timed(desk: Browsing, question: Question) -> float:
    started = time.process_time()
    question(desk)
    return (time.process_time() - started) * 1000


def percentile(times: Sequence[float], share: float = _P95) -> float:
    """The time within which so large a share of the answers came."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def main() -> int:
    """Print a table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--keep", type=Path, help="a folder for the databases")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    world = made_world()
    before: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            path = (options.keep or Path(folder)) / f"desk-{size}.db"
            if not path.exists():
                made_database(path, size)
            before = _print_size(path, size, world, options.rounds, before)
    return _broken(before)


def _broken(worst: Mapping[str, float]) -> int:
    """1 where the largest size takes longer than the floors allow, and which questions do."""
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["desk_load"]
    slow = [name for name, time in worst.items() if time > floors.get(name, floors["any"])["at_most"]]
    print("\n".join(f"SLOW {name} {worst[name]:.0f} ms" for name in slow) or "floors held")
    return 1 if slow else 0


def _print_size(path: Path, size: int, world: World, rounds: int, before: Mapping[str, float]) -> dict[str, float]:
    print(f"\n{size:,} events, {path.stat().st_size / 1e9:.2f} GB")
    found: dict[str, float] = {}
    with Store.open(str(path), write=False) as store:
        for name, times in measured(store, world, rounds):
            found[name] = percentile(times)
            growth = f"{found[name] / before[name]:8.1f} times" if name in before else ""
            print(f"{name:32} {statistics.median(times):8.1f} ms {found[name]:8.1f} ms{growth}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
