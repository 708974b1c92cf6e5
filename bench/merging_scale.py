"""Time and memory of merging many made claims: `python -m bench.merging_scale [CLAIMS...]`.

Makes claims of reports on made occurrences: each has a town, a day and a kind, and is told by two reports in a headline
and a sentence each, some with another number. Prints for each size the seconds that passed and those of work, events,
and memory. The claims are made anew whenever they are asked for, so that they take no memory of their own.
"""

import datetime as dt
import hashlib
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from dateline.merging import Told, merged
from dateline.records import Claim, ClaimPlace, Count, Place, Published, Report, Span, Time, claim_id, report_id

SIZES = (100_000, 1_000_000)
FIRST_DAY = dt.date(2015, 1, 1)
TOWNS = 3_000
KINDS = {
    "bombing": "bombing", "shelling": "shelling", "attack": "ambush", "airstrike": "airstrike", "arrest": "arrest",
    "protest": "protest", "displacement": "flight", "aid": "delivery",
}  # fmt: skip
SYLLABLES = "ka ra mo ti sel dur han bek zo lin tar ab qam mar shi wal der gu nes fal".split()  # noqa: SIM905
THINGS = "market school bridge mosque bakery checkpoint convoy depot clinic square farm dam tower bazaar well".split()  # noqa: SIM905
CLAIMS_OF_ONE = 4


class Made(Sequence[Told]):
    """`size` claims; those of one occurrence stand together, told by two reports in two claims each."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Told: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Told]: ...
    def __getitem__(self, index: int | slice) -> Told | Sequence[Told]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._size))]
        if not 0 <= index < self._size:
            raise IndexError(index)
        report, claims = _report(index // 2, self._size)
        return Told(claims[index % 2], report)

    def __iter__(self) -> Iterator[Told]:
        return (self[index] for index in range(self._size))


@lru_cache(maxsize=64)
def _report(number: int, size: int) -> tuple[Report, list[Claim]]:
    """A report with its two claims, of the occurrence that the one beside it tells of too."""
    occurrence = number // (CLAIMS_OF_ONE // 2)
    luck = random.Random(occurrence)
    kind = luck.choice(sorted(KINDS))
    town = luck.randrange(TOWNS)
    # The number of occurrences a day stays the same: ten times the claims are ten times the years, or reports.
    day = FIRST_DAY + dt.timedelta(days=luck.randrange(max(30, size // 300)))
    thing, other, killed = luck.choice(THINGS), luck.choice(THINGS), luck.randrange(1, 40)
    own = random.Random(-number - 1)
    place = _town(town)
    told = killed + own.choice((0, 0, 0, 1, 3))
    text = (
        f"{KINDS[kind].capitalize()} at the {thing} of {place.name}\n\nThe {KINDS[kind]} on {day:%d %B %Y} at the "
        f"{thing} near the {other} of {place.name} killed {told} people, dispatch {number} says.\n"
    )
    report = Report(
        id=report_id(text),
        source=f"made/{number}",
        published=Published(date=day + dt.timedelta(days=own.randrange(3)), basis="given"),
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retrieved=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )
    return report, [_headline(report, kind, place), _body(report, kind, place, day, told)]


@lru_cache(maxsize=TOWNS)
def _town(number: int) -> Place:
    luck = random.Random(f"town {number}")
    name = "".join(luck.choice(SYLLABLES) for _ in range(3)).capitalize()
    return Place(
        id=f"dateline:{name.lower()}-{number}",
        name=name,
        country="SY",
        latitude=luck.uniform(20, 38),
        longitude=luck.uniform(30, 60),
        feature="PPL",
        precision="settlement",
        radius_km=3,
        score=0.9,
    )


def _headline(report: Report, kind: str, place: Place) -> Claim:
    line = report.text.partition("\n")[0]
    word = line.partition(" ")[0]
    return _claim(report, kind, Span.of(line, 0, len(word)), Span.of(line, 0, len(line)), place)


def _body(report: Report, kind: str, place: Place, day: dt.date, killed: int) -> Claim:
    text, start = report.text, report.text.index("\n\n") + 2
    sentence = Span.of(text, start, len(text) - 1)
    word = text.index(KINDS[kind], start)
    stated, number = f"{day:%d %B %Y}", str(killed)
    on, counted = text.index(stated, start), text.index(f"killed {number}", start) + len("killed ")
    span = Span.of(text, on, on + len(stated))
    return _claim(report, kind, Span.of(text, word, word + len(KINDS[kind])), sentence, place).model_copy(
        update={
            "time": Time(span=span, earliest=day, latest=day, precision="day", basis="stated"),
            "counts": (
                Count(what="killed", low=killed, high=killed, span=Span.of(text, counted, counted + len(number))),
            ),
        }
    )


def _claim(report: Report, kind: str, trigger: Span, sentence: Span, place: Place) -> Claim:
    at = report.text.index(place.name, sentence.start)
    return Claim(
        id=claim_id(report.id, kind, trigger.start, trigger.end),
        report=report.id,
        kind=kind,
        trigger=trigger,
        sentence=sentence,
        places=(ClaimPlace(role="location", span=Span.of(report.text, at, at + len(place.name)), place=place),),
        score=0.9,
    )


def main() -> None:
    """Print a row a size."""
    before = 0.0
    for size in [int(given) for given in sys.argv[1:]] or SIZES:
        started, worked = time.monotonic(), time.process_time()
        events = several = 0
        for event in merged(Made(size)):
            events += 1
            several += event.reports > 1
        passed, work = time.monotonic() - started, time.process_time() - worked
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        times = f"  {work / before:.1f} times the work before" if before else ""
        told = f"{events} events, {several} of several reports"
        print(f"{size:>9} claims  {passed:6.0f} s, {work:6.0f} s of work  {told}  {memory:.2f} GB{times}", flush=True)
        before = work


if __name__ == "__main__":
    main()
