"""A reader that needs no model: it knows a handful of words, and one that it is not sure of."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.records import Claim, ClaimPlace, Count, Participant, Rejected, Report, Span, claim_id

KINDS = {"escaped": "escape", "shelled": "shelling", "withdrew": "withdrawal", "visited": "visit"}
_TRIGGER = re.compile("|".join(KINDS))
_UNSURE = re.compile("raced")
_SENTENCE = re.compile(r"[^.\n]+\.?")
_PLACE = re.compile(r"\b(from|in|near) ([A-Z]\w+(?: [A-Z]\w+)*)")
_NUMBER = re.compile(r"\b\d+\b")


class FakeReading(NamedTuple):
    """What a report tells, and what was dropped."""

    claims: list[Claim]
    rejected: list[Rejected]


class FakeReader:
    """Reads English with a regular expression."""

    version = "fake 1"

    def reads(self, report: Report) -> bool:
        return report.language == "en"

    def read(self, report: Report) -> list[Claim]:
        return list(_claims(report)) if self.reads(report) else []

    def judge(self, report: Report) -> FakeReading:
        return FakeReading(self.read(report), list(_rejected(report)) if self.reads(report) else [])


def open_fake_reader(
    kinds: Sequence[Path] = (), progress: Callable[[str], None] | None = None, actors: Sequence[Path] = ()
) -> FakeReader:
    return FakeReader()


def _claims(report: Report) -> Iterator[Claim]:
    for sentence in _SENTENCE.finditer(report.text):
        if found := _TRIGGER.search(report.text, sentence.start(), sentence.end()):
            yield _claim(report, sentence, found)


def _rejected(report: Report) -> Iterator[Rejected]:
    for sentence in _SENTENCE.finditer(report.text):
        for found in _UNSURE.finditer(report.text, sentence.start(), sentence.end()):
            yield Rejected(
                report=report.id,
                kind="escape",
                trigger=Span.of(report.text, *found.span()),
                sentence=Span.of(report.text, sentence.start(), sentence.end()),
                score=0.2,
                reason="no_claim",
            )


def _claim(report: Report, sentence: re.Match[str], found: re.Match[str]) -> Claim:
    text, start, end = report.text, sentence.start(), sentence.end()
    places = (
        ClaimPlace(
            role="origin" if place[1] == "from" else "location",
            relation="near" if place[1] == "near" else "in",
            span=Span.of(text, *place.span(2)),
        )
        for place in _PLACE.finditer(text, start, end)
    )
    numbers = _NUMBER.finditer(text, start, end)
    first = re.compile(r"\w+").search(text, start, found.start())
    kind = KINDS[found[0]]
    return Claim(
        id=claim_id(report.id, kind, *found.span()),
        report=report.id,
        kind=kind,
        trigger=Span.of(text, *found.span()),
        sentence=Span.of(text, start, end),
        participants=(Participant(role="actor", span=Span.of(text, *first.span())),) if first else (),
        places=tuple(places),
        counts=tuple(
            Count(what="involved", low=int(n[0][:9]), high=int(n[0][:9]), span=Span.of(text, *n.span()))
            for n in numbers
        ),
        modality="future" if " may " in sentence[0] else "actual",
        score=0.5,
    )
