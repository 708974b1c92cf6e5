"""A report's text cut at the ends of every claim's words, so that each piece tells which claims it is evidence of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.records import Claim


@dataclass(frozen=True)
class Marked:
    """Some characters from `start` on; `claims` are numbers of claims, `trigger` of the one whose trigger begins here.

    `in_trigger` tells of the claims whose trigger they are part of, `also` of further ones that begin here.
    """

    text: str
    start: int
    claims: tuple[int, ...] = ()
    trigger: int | None = None
    in_trigger: tuple[int, ...] = ()
    also: tuple[int, ...] = ()


@dataclass
class _Edges:
    """At each offset: the claims whose words, and whose triggers, begin or end there."""

    begin: dict[int, list[int]] = field(default_factory=dict)
    end: dict[int, list[int]] = field(default_factory=dict)

    def add(self, start: int, end: int, number: int) -> None:
        self.begin.setdefault(start, []).append(number)
        self.end.setdefault(end, []).append(number)


def paragraphs(text: str, claims: Sequence[Claim]) -> list[list[Marked]]:
    """The text by lines, each in pieces; an empty line is left out. Numbers are those of `claims` in order."""
    words, triggers = _Edges(), _Edges()
    for number, claim in enumerate(claims):
        triggers.add(claim.trigger.start, claim.trigger.end, number)
        trigger, _sentence, *others = claim.spans()
        for span in (trigger, *others):
            words.add(span.start, span.end, number)
    lines: list[list[Marked]] = [[]]
    for piece in _pieces(text, words, triggers):
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [line for line in lines if any(piece.text.strip() for piece in line)]


def _pieces(text: str, words: _Edges, triggers: _Edges) -> Iterator[Marked]:
    breaks = {at for at, sign in enumerate(text) if sign == "\n"}
    cuts = {0, len(text), *words.begin, *words.end, *triggers.begin, *breaks, *(at + 1 for at in breaks)}
    edges = sorted(cuts)
    now: list[int] = []
    inside: list[int] = []
    for start, end in pairwise(edges):
        _move(now, words, start)
        _move(inside, triggers, start)
        begun = triggers.begin.get(start, [])
        held = tuple(sorted(set(now)))
        yield Marked(
            text[start:end], start, held, begun[0] if begun else None, tuple(sorted(set(inside))), tuple(begun[1:])
        )


def _move(open_now: list[int], edges: _Edges, at: int) -> None:
    for number in edges.end.get(at, ()):
        open_now.remove(number)
    open_now.extend(edges.begin.get(at, ()))
