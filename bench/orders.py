"""Whether order changes events: `python -m bench.orders [CLAIMS] [--orders N] [--runs N]`.

Made claims (see `bench.merging_scale`) are stored report by report in shuffled orders, each in so many runs of equal
size, and compared with all of them merged at once: events with other claims, and events under other ids. Exit 1 where
a single run comes to other events or ids, or several runs to other events.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.merging_scale import Made
from dateline.merging import Told, merge
from dateline.store import Store

Events = Mapping[str, tuple[str, ...]]


def stored(told: Sequence[Told], order: int, runs: int, folder: str) -> Events:
    """The events, by id, of the reports in this order, read in so many runs."""
    of: dict[str, list[Told]] = {}
    for one in told:
        of.setdefault(one.report.id, []).append(one)
    names = random.Random(order).sample(sorted(of), k=len(of))
    size = -(-len(names) // runs)
    with tempfile.TemporaryDirectory(dir=folder) as place, Store.open(str(Path(place) / "made.db")) as store:
        for first in range(0, len(names), size):
            for name in names[first : first + size]:
                store.save(of[name][0].report, [one.claim for one in of[name]], read_by="made")
            store.settle_events()
        return {event.id: event.claims for event in store.events()}


def main() -> int:
    """Print a row an order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, nargs="?", default=20_000)
    parser.add_argument("--orders", type=int, default=10)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--folder", help="where the databases are made", default=tempfile.gettempdir())
    options = parser.parse_args()
    told = list(Made(options.claims))
    expected = {event.id: event.claims for event in merge(told)}
    broken = 0
    for order in range(options.orders):
        started = time.monotonic()
        found = stored(told, order, options.runs, options.folder)
        other = len(set(found.values()) ^ set(expected.values()))
        ids = len(set(found) ^ set(expected))
        passed = time.monotonic() - started
        print(
            f"{options.claims} claims, order {order}, runs {options.runs}: {len(found)} events, "
            f"{other} that are others, {ids} other ids  ({passed:.0f} s)",
            flush=True,
        )
        broken += other > 0 or (ids > 0 and options.runs == 1)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
