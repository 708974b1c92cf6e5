"""Which reports are one voice: copies and rewrites of one text, prints of one agency, tellings of one named source."""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

import yaml

from dateline.merging.groups import Groups
from dateline.merging.outline import Outline
from dateline.merging.parts import overlap
from dateline.merging.words import folded_words
from dateline.records import Report

# Words in a row that are compared, and how many of their hashes are kept of each text: with 128, an estimate
# of the share in common is off by .04 or so.
_SHINGLE: Final = 4
_KEPT: Final = 128
# From this share of common shingles on, of the shorter text, one text is a copy or a light rewrite of the other.
_COPY: Final = 0.5
# Characters at either end of a report where a credit stands.
_HEAD: Final = 400
_TAIL: Final = 200


def origins(reports: Sequence[Report], told: Sequence[Outline] = ()) -> dict[str, int]:
    """Each report's id with the number of its origin; reports with one number are one voice.

    `told` are the outlines of what they tell of the occurrence at hand: two reports whose sources for it share a
    name, and whose numbers do not differ, count once.
    """
    order = sorted({report.id: report for report in reports}.items())
    groups = Groups(len(order))
    of = {name: [one for one in told if one.report == name] for name, _ in order}
    for index, (name, report) in enumerate(order):
        for earlier, (other_name, other) in enumerate(order[:index]):
            if one_text(report, other) or _one_source(of[name], of[other_name]):
                groups.join(earlier, index)
    return {name: groups.root(index) for index, (name, _) in enumerate(order)}


def one_text(one: Report, other: Report) -> bool:
    """Whether both print one text: near copies, or both credited to one agency."""
    return _common(sketch(one), sketch(other)) >= _COPY or bool(credited_to(one) & credited_to(other))


def sketch(report: Report) -> frozenset[int]:
    """The least hashes of the text's runs of words: a MinHash sketch of one permutation (bottom-k; Broder 1997)."""
    return _sketch(report.text)


@lru_cache(maxsize=4096)
def _sketch(text: str) -> frozenset[int]:
    row = folded_words(text)
    runs = {zlib.crc32(" ".join(row[i : i + _SHINGLE]).encode()) for i in range(max(1, len(row) - _SHINGLE + 1))}
    return frozenset(sorted(runs)[:_KEPT])


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    """An estimate of the share of the smaller set that is in the larger: both are cut at the same hash."""
    edge = min(_edge(one), _edge(other))
    first, second = ({value for value in side if value <= edge} for side in (one, other))
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _edge(hashes: frozenset[int]) -> int:
    """Up to where a sketch knows all hashes of its text."""
    return max(hashes) if len(hashes) == _KEPT else 2**32


def credited_to(report: Report) -> frozenset[str]:
    """The agencies that the report is credited to."""
    return frozenset(_credited(f"{report.author or ''}\n{report.text[:_HEAD]}", report.text[-_TAIL:]))


def _credited(head: str, tail: str) -> Iterator[str]:
    for agency, (at_head, at_tail) in _patterns().items():
        if at_head.search(head) or at_tail.search(tail):
            yield agency


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    data = yaml.safe_load(files(__package__).joinpath("credits.yaml").read_text(encoding="utf-8"))
    return {agency: _pattern("|".join(map(re.escape, names))) for agency, names in data["agencies"].items()}


def _pattern(names: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"\((?:{names})\)|^(?:{names})$|\b(?:{names}) ?[-–—] ", re.MULTILINE),
        re.compile(rf"\((?:{names})\)|^\W*(?:{names})\W*$|\bwith (?:{names})\W*$", re.MULTILINE),
    )


def _one_source(one: Sequence[Outline], other: Sequence[Outline]) -> bool:
    """Whether both tell it by the same named source, with no number that differs."""
    said = [frozenset().union(*(told.said_by for told in side)) for side in (one, other)]
    if not said[0] & said[1]:
        return False
    numbers = [[number for told in side for number in told.numbers] for side in (one, other)]
    return all(overlap(a, b) for a in numbers[0] for b in numbers[1] if a.what == b.what)
