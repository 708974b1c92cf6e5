"""Whether a kind hangs on who acts: `python -m bench.swapped [--gold FILE] [--reports N]`.

In marked reports that were not trained on (the public benchmark, and the marked claims where they are) every name of an
actor that the register knows is put in the place of another: first of one of its own sort (a group for a group, a force
for a force), then, the other way round, of the other side (a force for a group, a group for a force). Told is the share
of triggers, of those found before and after, whose kind changes; and how many are found only once. Exit 1 where the
share is above its limit.
"""

import argparse
import hashlib
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bench.claims import FLOORS, shared
from bench.marked import FOLDERS, read_folder
from bench.predictions import marked_report
from dateline.actors import load_register
from dateline.actors.register import Register
from dateline.reading import Reader, open_reader
from dateline.records import Claim

SORTS = ("armed_group", "state_forces", "government")
WAYS = {
    "its own sort": {sort: sort for sort in SORTS},
    "the other side": {"armed_group": "state_forces", "state_forces": "armed_group"},
}
Swap = tuple[int, int, str]


@dataclass
class Changes:
    """Triggers that were found in both readings, those whose kind is another one, and those found in one only."""

    both: int = 0
    changed: int = 0
    once: int = 0
    kinds: list[tuple[str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of triggers found twice whose kind is another one."""
        return self.changed / max(self.both, 1)


def main() -> int:
    """Print the figures; 1 where more kinds change than may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=None, help="only the first so many reports with a name")
    parser.add_argument("--gold", type=Path, help="instead, a file in the gold form")
    options = parser.parse_args()
    rows = list(_gold(options.gold) if options.gold else _untrained())
    reader, register = open_reader(), load_register()
    most = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get("swapped", {}).get("at_most", 1.0)
    found = {way: changes(reader, register, rows, sorts, options.reports) for way, sorts in WAYS.items()}
    for way, one in found.items():
        print(f"names swapped for {way}: {one.share:.1%} of {one.both} kinds change, {one.once} triggers found once")
    return int(any(one.share > most for one in found.values()))


def _untrained() -> Iterator[Mapping[str, Any]]:
    yield from read_folder(FOLDERS[1])
    dev = shared() / "claims" / "dev.jsonl"
    if dev.is_file():
        yield from _gold(dev)


def _gold(file: Path) -> Iterator[Mapping[str, Any]]:
    yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def changes(
    reader: Reader,
    register: Register,
    rows: Sequence[Mapping[str, Any]],
    sorts: Mapping[str, str],
    most: int | None,
) -> Changes:
    """What swapping does to the reading of the reports."""
    names = {sort: _names(register, sort) for sort in SORTS}
    told = Changes()
    swapped = ((row, swaps) for row in rows if (swaps := list(_swaps(row, register, names, sorts))))
    for _, (row, swaps) in zip(range(most or len(rows)), swapped, strict=False):
        text = with_swaps(row["text"], swaps)
        before = reader.read(marked_report(dict(row)))
        after = reader.read(marked_report({**row, "text": text}))
        compare(before, after, swaps, told)
    return told


def _names(register: Register, sort: str) -> list[str]:
    """Names in Latin letters that stand for themselves, in a fixed order."""
    actors = (actor.entity for actor in register.actors.values() if actor.entity.kind == sort)
    return sorted(entity.name for entity in actors if entity.name.isascii())


def _swaps(
    row: Mapping[str, Any], register: Register, names: Mapping[str, Sequence[str]], sorts: Mapping[str, str]
) -> Iterator[Swap]:
    """Where a known name stands and what is put there; no two overlap, and the same name is put for the same."""
    marks = {mark["text"] for claim in row["claims"] for mark in (*claim["actors"], *claim["recipients"])}
    end = 0
    places = sorted(
        (match.start(), -match.end(), words)
        for words in marks
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", row["text"])
    )
    for start, minus_end, words in places:
        actor = register.find(words) if words[:1].isupper() else None
        if actor is None or start < end or actor.entity.kind not in sorts:
            continue
        end = -minus_end
        yield start, end, _other(words, names[sorts[actor.entity.kind]], actor.entity.name)


def _other(words: str, names: Sequence[str], own: str) -> str:
    others = [name for name in names if name != own]
    return others[int(hashlib.sha256(words.encode()).hexdigest(), 16) % len(others)]


def with_swaps(text: str, swaps: Sequence[Swap]) -> str:
    """The text with the other names."""
    made, at = [], 0
    for start, end, name in swaps:
        made += [text[at:start], name]
        at = end
    return "".join([*made, text[at:]])


def moved(at: int, swaps: Sequence[Swap]) -> int:
    """Where a character stands once the names before it have been swapped."""
    before = bisect_right([end for _, end, _ in swaps], at)
    return at + sum(len(name) - (end - start) for start, end, name in swaps[:before])


def compare(before: Sequence[Claim], after: Sequence[Claim], swaps: Sequence[Swap], told: Changes) -> None:
    """Count the triggers of one report."""
    left = list(after)
    for claim in before:
        start, end = moved(claim.trigger.start, swaps), moved(claim.trigger.end - 1, swaps) + 1
        alike = [one for one in left if one.trigger.start < end and start < one.trigger.end]
        if not alike:
            told.once += 1
            continue
        other = next((one for one in alike if one.kind == claim.kind), alike[0])
        left.remove(other)
        told.both += 1
        told.changed += other.kind != claim.kind
        if other.kind != claim.kind:
            told.kinds.append((claim.kind, other.kind))
    told.once += len(left)


if __name__ == "__main__":
    sys.exit(main())
