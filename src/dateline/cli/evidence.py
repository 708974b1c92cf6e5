"""A report's text with the characters marked that a claim's values were read from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Final

from rich.text import Text

from dateline.cli.terminal import printable
from dateline.records import Claim, Span

STYLES: Final = {
    "trigger": "bold white on dark_red",
    "actor": "bold cyan",
    "recipient": "bold magenta",
    "instrument": "bold blue",
    "place": "green underline",
    "from": "green underline",
    "to": "green underline",
    "via": "green underline",
    "time": "yellow",
    "count": "bold yellow",
    "source": "blue underline",
    "says": "blue italic",
    "cue": "red italic",
}
_PLACES: Final = {"location": "place", "origin": "from", "destination": "to", "via": "via"}


@dataclass(frozen=True, order=True)
class Mark:
    """Characters from `start` to `end`, what they are evidence of, and the claim's number if it has one."""

    start: int
    end: int
    label: str
    number: int | None = None

    @property
    def name(self) -> str:
        """The label with the number."""
        return self.label if self.number is None else f"{self.label} {self.number}"


def marks_of(claim: Claim, number: int | None = None) -> Iterator[Mark]:
    """Every span of the claim but its sentence; only the trigger bears the number."""
    yield _mark(claim.trigger, "trigger", number)
    for label, span in _labelled(claim):
        yield _mark(span, label)


def _labelled(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield from ((item.role, item.span) for item in claim.participants)
    yield from ((_PLACES[item.role], item.span) for item in claim.places)
    if claim.time.span:
        yield "time", claim.time.span
    yield from (("count", count.span) for count in claim.counts)
    for said in claim.attribution:
        yield "source", said.source
        if said.cue:
            yield "says", said.cue
    yield from (("cue", cue) for cue in claim.cues)


def _mark(span: Span, label: str, number: int | None = None) -> Mark:
    return Mark(span.start, span.end, label, number)


def marked(text: str, marks: Iterable[Mark], *, coloured: bool, first: int = 0, last: int | None = None) -> Text:
    """The characters of `text` from `first` to `last` with its marks: in colour, or as `[label: words]`."""
    end = len(text) if last is None else last
    shown = Text(overflow="fold")
    at, open_marks = first, list[Mark]()
    clipped = {Mark(max(m.start, first), min(m.end, end), m.label, m.number) for m in marks}
    for mark in nested(m for m in clipped if m.start < m.end):
        at = _write(shown, text, at, mark.start, open_marks, coloured)
        if not coloured:
            shown.append(f"[{mark.name}: ", style="dim")
        open_marks.append(mark)
    _write(shown, text, at, end, open_marks, coloured)
    return shown


def _write(shown: Text, text: str, at: int, to: int, open_marks: list[Mark], coloured: bool) -> int:
    """Write the text up to `to`, closing on the way each open mark that ends by then."""
    while open_marks and open_marks[-1].end <= to:
        mark = open_marks[-1]
        _append(shown, text[at : mark.end], open_marks)
        at = mark.end
        open_marks.pop()
        if not coloured:
            shown.append("]", style="dim")
        elif mark.number is not None:
            shown.append(f"[{mark.number}]", style="dim")
    _append(shown, text[at:to], open_marks)
    return to


def _append(shown: Text, words: str, open_marks: Sequence[Mark]) -> None:
    start = len(shown)
    shown.append(printable(words))
    for mark in open_marks:
        shown.stylize(STYLES[mark.label], start)


def nested(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks by their start, the longer first; one that would cross another's end is cut in two there."""
    waiting = [(mark.start, -mark.end, mark) for mark in marks]
    heapify(waiting)
    ends: list[int] = []
    while waiting:
        start, end, mark = heappop(waiting)
        end = -end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            heappush(waiting, (ends[-1], -end, Mark(ends[-1], end, mark.label, mark.number)))
            end = ends[-1]
        ends.append(end)
        yield Mark(start, end, mark.label, mark.number)


def legend(marks: Iterable[Mark]) -> Text:
    """The labels that occur, each in its style."""
    labels = {mark.label for mark in marks}
    shown = Text("Marked: ", style="dim")
    return shown.append_text(
        Text(", ").join(Text(label, style=f"not dim {style}") for label, style in STYLES.items() if label in labels)
    )
