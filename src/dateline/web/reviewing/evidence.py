"""A claim's sentence in pieces, each with what it is evidence of."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.records import Claim, Span

_PLACES: Final = {"location": "place", "origin": "place", "destination": "place", "via": "place"}


class Piece(NamedTuple):
    """Some characters, and the one thing they are evidence of; None where they are of nothing."""

    text: str
    label: str | None


def pieces(claim: Claim) -> list[Piece]:
    """The sentence from end to end; where spans lie in each other, the first of `_labelled` is told."""
    sentence = claim.sentence
    labels: list[str | None] = [None] * len(sentence.text)
    for label, span in _labelled(claim):
        for at in range(max(span.start, sentence.start), min(span.end, sentence.end)):
            labels[at - sentence.start] = labels[at - sentence.start] or label
    return list(_runs(sentence.text, labels))


def _labelled(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield "trigger", claim.trigger
    yield from (("count", count.span) for count in claim.counts)
    yield from ((item.role, item.span) for item in claim.participants)
    yield from ((_PLACES[item.role], item.span) for item in claim.places)
    if claim.time.span:
        yield "time", claim.time.span
    yield from (("source", said.source) for said in claim.attribution)
    yield from (("cue", cue) for cue in claim.cues)


def _runs(text: str, labels: list[str | None]) -> Iterator[Piece]:
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or labels[end] != labels[start]:
            yield Piece(text[start:end], labels[start])
            start = end
