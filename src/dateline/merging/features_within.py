"""What speaks for and against two claims of one report telling of one occurrence."""

import math
from collections.abc import Iterator
from typing import Final

from dateline.merging.families import families
from dateline.merging.features import Features, shared
from dateline.merging.outline import Outline

# From one trigger to the next, in characters.
_NEXT_CHARACTERS: Final = 400.0
_FAR_CHARACTERS: Final = 3000.0
# So many claims of one family in a report are many.
_MANY: Final = 20


def within_report(one: Outline, other: Outline) -> Features:
    """The features of two claims of one report, placed among those of their family."""
    first, second = (one, other) if (one.start, one.claims) <= (other.start, other.claims) else (other, one)
    return dict([*shared(first, second), *_kinds(first, second), *_position(first, second), *_mention(first, second)])


def _kinds(first: Outline, second: Outline) -> Iterator[tuple[str, float]]:
    relation = families().relation(first.kind, second.kind)
    if relation == "outcome and cause":
        yield from _outcome(first, second)
    elif relation != "same kind":
        yield " and ".join(sorted((first.kind, second.kind))), 1.0
    if first.family in families().speech:
        yield "both are sayings", 1.0


def _outcome(first: Outline, second: Outline) -> Iterator[tuple[str, float]]:
    """What came of it is mostly told right after it, and without place and day."""
    if second.kind not in families().outcomes:
        yield "cause after outcome", 1.0
        return
    yield "outcome after cause", 1.0
    if first.order == second.cause:
        yield "outcome of what was told last", 1.0
    if not second.spots and not second.days.known:
        yield "outcome without place or day", 1.0


def _position(first: Outline, second: Outline) -> Iterator[tuple[str, float]]:
    if first.sentence == second.sentence:
        yield "same sentence", 1.0
    else:
        distance = second.start - first.start
        yield "distance in the text", min(distance, _FAR_CHARACTERS) / _FAR_CHARACTERS
        if distance <= _NEXT_CHARACTERS:
            yield "next to each other", 1.0
    if first.line == 0 and second.line > 0:
        yield "headline and text", 1.0
    if first.line == 0 and second.order - first.order == 1:
        yield "headline and next", 1.0
    if first.line == second.line and first.sentence != second.sentence:
        yield "same paragraph", 1.0


def _mention(first: Outline, second: Outline) -> Iterator[tuple[str, float]]:
    """How the second is spoken of: as known, or as new."""
    yield "many of its family", math.log(max(second.of_family, 1)) / math.log(_MANY)
    if second.bare:
        yield "nothing of its own", 1.0
    if second.one_more:
        yield "told as one more", 1.0
    if second.points_back:
        yield "points back to it", 1.0
    if second.points_straight_back:
        yield "points straight back", 1.0
