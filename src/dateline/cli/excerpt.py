"""Which stretches of a long text to show so that all marks stand in some context."""

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.cli.evidence import Mark

# Characters of a paragraph shown on each side of a mark.
CONTEXT: Final = 400


def stretches(text: str, marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Starts and ends, in order and apart, that hold all marks, each with context of its paragraph."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(_around(text, mark) for mark in marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _around(text: str, mark: Mark) -> tuple[int, int]:
    start = text.rfind("\n", 0, mark.start) + 1
    end = text.find("\n", mark.end)
    end = len(text) if end < 0 else end
    if start < mark.start - CONTEXT:
        start = text.find(" ", mark.start - CONTEXT, mark.start) + 1 or mark.start - CONTEXT
    if end > mark.end + CONTEXT:
        end = max(text.rfind(" ", mark.end, mark.end + CONTEXT), mark.end)
    return start, end


def apart(text: str, found: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """Each stretch after what to print before it: where text was left out, a sign of that."""
    at = 0
    for start, end in found:
        yield ("… " if text[at:start].strip() else ""), start, end
        at = end
