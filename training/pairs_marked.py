"""Pairs of outlines with whether they are marked as one occurrence: within a report, and as if across reports."""

import dataclasses
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from bench.predictions import marked_report
from dateline.merging.blocking import outline_keys
from dateline.merging.contradictions import contradiction
from dateline.merging.outline import Outline, outline, together
from dateline.merging.tellings import placed, tellings
from dateline.merging.told import Told
from dateline.reading import Reader
from dateline.records import Claim, Report
from training.pairs_gold import marked_told

# Of an article of same_event, what is read; below it stands mostly the furniture of its page.
READ_CHARACTERS = 3000
# The family of what every article of same_event tells.
SHOOTING = "violence"


class Marked(NamedTuple):
    """An outline with the event that it is marked for; None: what was read is marked nowhere."""

    outline: Outline
    event: int | None


def marked_claims(reader: Reader, gold: Path) -> Iterator[list[Marked]]:
    """The claims of each report of a gold file, as read and as marked: those read have the event of the trigger met.

    Each report comes twice, so that what is fitted holds for whatever a reader finds, and for what it should find.
    """
    for line in gold.open(encoding="utf-8"):
        row = json.loads(line)
        report = marked_report(row)
        read = list(reader.read(report))
        yield _placed([Told(claim, report) for claim in read], [_event_met(row, claim) for claim in read])
        yield _placed(marked_told(row, read), [_event(row, index) for index in range(len(row["claims"]))])


def _placed(told: Sequence[Told], events: Sequence[int | None]) -> list[Marked]:
    of = {one.claim.id: event for one, event in zip(told, events, strict=True)}
    return [Marked(one, of[one.claims[0]]) for one in placed(map(outline, told))]


def _event(row: dict[str, Any], index: int) -> int:
    """The event that a marked claim is in; one that is in none has a number of its own."""
    return next((number for number, members in enumerate(row["events"]) if index in members), -1 - index)


def _event_met(row: dict[str, Any], claim: Claim) -> int | None:
    for index, marked in enumerate(row["claims"]):
        trigger = marked["trigger"]
        if trigger["start"] < claim.trigger.end and claim.trigger.start < trigger["end"]:
            return _event(row, index)
    return None


def within(reports: Iterable[list[Marked]]) -> Iterator[tuple[Outline, Outline, bool]]:
    """All pairs of marked claims of one report that may be one occurrence."""
    for claims in reports:
        known = [one for one in claims if one.event is not None]
        for one, other in combinations(known, 2):
            if contradiction(one.outline, other.outline) is None:
                yield one.outline, other.outline, one.event == other.event


def halves(reports: Iterable[list[Marked]]) -> Iterator[tuple[Outline, Outline, bool]]:
    """What the headline and the text tell, taken for two reports; and what one report tells of two occurrences."""
    for claims in reports:
        told: dict[tuple[int, bool], list[Outline]] = {}
        for one in claims:
            if one.event is not None:
                told.setdefault((one.event, one.outline.line == 0), []).append(one.outline)
        sides = [(event, head, _apart(together(of), head)) for (event, head), of in sorted(told.items())]
        for (event, head, first), (other_event, other_head, second) in combinations(sides, 2):
            if head != other_head and _meet(first, second):
                yield first, second, event == other_event


def _apart(one: Outline, head: bool) -> Outline:
    return dataclasses.replace(one, report=f"{one.report} {'head' if head else 'text'}")


class Read(NamedTuple):
    """An article of same_event with the outlines of what was read from it."""

    doc: str
    incident: str
    report: Report
    claims: list[Outline]


def articles(reader: Reader, file: Path) -> Iterator[Read]:
    """The articles of a same_event file, read from their raw text."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{(row['title'] or '').strip()}\n\n{row['text'][:READ_CHARACTERS]}"
            made = marked_report({"doc": row["doc"], "published": row["published"], "text": text})
            report = made.model_copy(update={"url": row["url"]})
            claims = [outline(Told(claim, report)) for claim in reader.read(report)]
            yield Read(row["doc"], row["incident"], report, claims)


def chief_tellings(read: Iterable[Read]) -> Iterator[tuple[str, Outline]]:
    """What each article chiefly tells, with its incident."""
    for one in read:
        told = (of.outline for of in tellings(one.claims) if of.outline.family == SHOOTING)
        chief = max(told, key=lambda telling: len(telling.claims), default=None)
        if chief:
            yield one.incident, chief


def across(told: Iterable[tuple[str, Outline]]) -> Iterator[tuple[Outline, Outline, bool]]:
    """The pairs of articles that share a key and do not contradict each other."""
    sharing: dict[str, list[int]] = {}
    rows = list(told)
    for index, (_, one) in enumerate(rows):
        for key in outline_keys(one):
            sharing.setdefault(key, []).append(index)
    pairs = {pair for indexes in sharing.values() for pair in combinations(indexes, 2)}
    for i, j in sorted(pairs):
        (incident, one), (other_incident, other) = rows[i], rows[j]
        if contradiction(one, other) is None:
            yield one, other, incident == other_incident


def _meet(one: Outline, other: Outline) -> bool:
    return one.family == other.family and contradiction(one, other) is None
