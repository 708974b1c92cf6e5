"""How long a browser waits for the desk: `python -m bench.desk_served [SIZE...] [--keep FOLDER] [--rounds N]`.

Makes a database of so many events (10,000, 100,000 and 1,000,000 unless told otherwise), starts `dateline desk` on it
as a process of its own, and asks it over HTTP what a browser asks. Every question is asked in turn and each time with
other values, so that no answer is there already when it comes again. Prints for each the time that passed at the
median and at the 95th percentile, the processor time of the server at the same, and the bytes as they are sent; then
how long the start takes and how much memory the server holds. Compares with floors.yaml; exit 1 where one is broken.
Other work on the machine lengthens the time that passes, not the processor's. `--keep` keeps the databases there, and
uses those that are there already.
"""

import argparse
import math
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlencode

import yaml

from bench.desk_data import World, made_database, made_world
from bench.desk_load import FLOORS, SIZES, Asking, percentile
from bench.desk_server import Answer, Desk
from dateline.store import EventFilter, Sort, Store
from dateline.web.question import Question

ROUNDS: Final = 100
MEGABYTE: Final = 1e6
Made = Callable[[], str]


class Measured(NamedTuple):
    """Of one question: milliseconds that passed and that the server worked, and the most bytes that were sent."""

    passed: Sequence[float]
    worked: Sequence[float]
    sent: int

    def row(self) -> tuple[float, float, float, float]:
        """Time that passed at the median and the 95th percentile, then the server's own."""
        times = (statistics.median(self.passed), percentile(self.passed))
        return *times, statistics.median(self.worked), percentile(self.worked)


def addresses(world: World, ids: Sequence[tuple[str, str]], seed: int = 1) -> Mapping[str, Made]:
    """For each question a maker of its address; `ids` are of reports and events that there are."""
    asking = Asking(world, seed)
    made: dict[str, Made] = {"first page": lambda: "/events"}
    for name, filters in asking.filters().items():
        made |= {
            f"events: {name}": _events("/events", filters),
            f"map: {name}": _events("/events/map", filters),
            f"timeline: {name}": _events("/events/timeline", filters),
        }
    return made | _pages(asking, world, ids)


def _events(path: str, filters: Callable[[], EventFilter]) -> Made:
    return lambda: Question(filters()).address(path)


def _pages(asking: Asking, world: World, ids: Sequence[tuple[str, str]]) -> Mapping[str, Made]:
    luck, filters = asking.luck, asking.filters()
    return {
        "map of a region": lambda: _region(asking),
        "hundredth page": lambda: Question(filters["kind"](), page=100).address("/events"),
        "sorted by deaths": lambda: Question(filters["country"](), Sort.KILLED).address("/events"),
        "event": lambda: f"/events/{luck.choice(ids)[1]}",
        "report": lambda: f"/reports/{luck.choice(ids)[0]}",
        "reports": lambda: f"/reports?page={luck.randrange(1, 50)}",
        "reports by word": lambda: f"/reports?q={luck.randrange(10_000)}",
        "reports by publisher": lambda: "/reports?" + urlencode({"q": f"Agency {luck.randrange(40)}"}),
        "reports of days": lambda: _of_days("/reports", filters["days"]()),
        "places": lambda: f"/places?page={luck.randrange(1, 50)}",
        "places by name": lambda: f"/places?name={world.words.draw(luck)[:3]}",
        "place": lambda: f"/places/{world.places.draw(luck).id}",
        "actors": lambda: f"/actors?page={luck.randrange(1, 20)}",
        "actors by name": lambda: f"/actors?name={world.words.draw(luck)[:3]}",
        "actor": lambda: f"/actors/{world.actors.draw(luck).id}",
        "flows": lambda: "/flows",
        "flows of a country": lambda: Question(filters["country"]()).address("/flows"),
        "queue": lambda: "/review",
    }


def _region(asking: Asking) -> str:
    """A piece of the map as a window of some thousand pixels shows it: the world is 512 wide at zoom 0."""
    west, south, east, north = asking.filters()["box"]().box or (-180, -85, 180, 85)
    zoom = math.log2(360 / (east - west)) + 1
    asked = Question(asking.filters()["kind"]()).address("/events/map")
    return f"{asked}&view={west:g},{south:g},{east:g},{north:g}&zoom={zoom:.2f}"


def _of_days(path: str, asked: EventFilter) -> str:
    return f"{path}?" + urlencode({"since": asked.since, "until": asked.until})


def measured(desk: Desk, made: Mapping[str, Made], rounds: int) -> Mapping[str, Measured]:
    """All questions in turn, so many times; the first round warms nothing that the others ask."""
    found: dict[str, list[Answer]] = {name: [] for name in made}
    for _ in range(rounds):
        for name, address in made.items():
            found[name].append(desk.ask(address(), part=name.startswith("events: ")))
    return {
        name: Measured([one.passed for one in of], [one.worked for one in of], max(one.sent for one in of))
        for name, of in found.items()
    }


def some_ids(path: Path, most: int = 500) -> list[tuple[str, str]]:
    """Reports and events of the database."""
    with Store.open(str(path), write=False) as store:
        rows = store.browsing.list_events(limit=most).rows
        entries = [(row, store.browsing.event(row.event.id)) for row in rows]
        return [(page.claims[0].report.id, row.event.id) for row, page in entries if page and page.claims]


def main() -> int:
    """Print a table a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--keep", type=Path, help="a folder for the databases")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            path = (options.keep or Path(folder)) / f"desk-{size}.db"
            if not path.exists():
                made_database(path, size)
            broken = _print_size(path, size, options.rounds)
    return 1 if broken else 0


def _print_size(path: Path, size: int, rounds: int) -> bool:
    """Print the figures of one size; whether a floor is broken."""
    print(f"\n{size:,} events, {path.stat().st_size / 1e9:.2f} GB")
    made = addresses(made_world(), some_ids(path))
    with Desk(path) as desk:
        first, weight = desk.ask("/events"), desk.weight("/events")
        print(f"start {desk.started:.1f} s, first answer {first.passed:.0f} ms, page {weight / 1e3:.0f} kB")
        found = measured(desk, made, rounds)
        print(f"{'':32} {'passed':>8} {'p95':>8} {'worked':>8} {'p95':>8} {'kB sent':>8}")
        for name, of in found.items():
            print(f"{name:32} " + " ".join(f"{time:8.1f}" for time in of.row()) + f" {of.sent / 1e3:8.1f}")
        print(f"memory {desk.memory() / MEGABYTE:.0f} MB, at most {desk.memory('VmHWM') / MEGABYTE:.0f} MB")
    return _broken(found)


def _broken(found: Mapping[str, Measured]) -> bool:
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["desk_served"]
    slow = {name: of.row()[3] for name, of in found.items() if of.row()[3] > floors.get(name, floors["any"])["at_most"]}
    print("\n".join(f"SLOW {name} {time:.0f} ms" for name, time in slow.items()) or "floors held")
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main())
