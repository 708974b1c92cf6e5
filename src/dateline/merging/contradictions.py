"""What forbids that two outlines tell of one occurrence, however alike they are."""

from typing import Final

from dateline.merging.contradictions_across import against_across
from dateline.merging.distance import apart
from dateline.merging.features import days_apart
from dateline.merging.outline import Outline
from dateline.merging.parts import overlap

_HAPPENED: Final = frozenset({"actual", "attempted", "negated"})
# Reports date an occurrence of the night by the day before or after.
_SAME_NIGHT: Final = 1
# A claim stated for a day may reach another report's calendar; places carry errors of this size.
_FAR_KM: Final = 50.0


def contradiction(one: Outline, other: Outline) -> str | None:
    """Why the two cannot be one occurrence, in words; None where nothing stands against it."""
    if one.family != other.family:
        return "their kinds never speak of one occurrence"
    if one.feared != other.feared and {one.modality, other.modality} & _HAPPENED:
        return "one is feared, the other happened"
    same_report = one.report == other.report
    gap = days_apart(one, other)
    if gap > (0 if same_report else _SAME_NIGHT) and one.days.narrow and other.days.narrow:
        return f"their stated days are {gap} days apart"
    if gap > _SAME_NIGHT:
        return f"their stated times are {gap} days apart"
    if not same_report and (loose := against_across(one, other)):
        return loose
    if same_report and (numbers := _counts(one, other)):
        return numbers
    return _far(one, other) or _victims(one, other) or _lengths(one, other)


def _lengths(one: Outline, other: Outline) -> str | None:
    if one.lasting and other.lasting and not one.lasting & other.lasting:
        return "they are to last for different times"
    return None


def _far(one: Outline, other: Outline) -> str | None:
    names = {spot.key for spot in one.spots} | {spot.name for spot in one.spots}
    if any(spot.key in names or spot.name in names for spot in other.spots):
        return None
    if not (one.spots and other.spots):
        return None
    gaps = [apart(a, b) if a.sure and b.sure else None for a in one.spots for b in other.spots]
    known = [gap for gap in gaps if gap is not None]
    if len(known) < len(gaps) or not known or min(known) <= _FAR_KM:
        return None
    return f"their places are {min(known):.0f} km apart beyond their radii"


def _victims(one: Outline, other: Outline) -> str | None:
    if one.victims and other.victims and not (one.victims & other.victims):
        words = {word for name in one.victims for word in name.split()}
        if not any(word in words for name in other.victims for word in name.split()):
            return "different people are named as those it was done to"
    return None


def _counts(one: Outline, other: Outline) -> str | None:
    """One source gives one number of one occurrence, and parts of it ("three of them children"): one has to fit."""
    for what, source in {(a.what, a.source) for a in one.numbers}:
        sides = [
            [
                number
                for number in side.numbers
                if (number.what, number.source, number.cumulative) == (what, source, False)
            ]
            for side in (one, other)
        ]
        if all(sides) and not any(overlap(a, b) for a in sides[0] for b in sides[1]):
            return f"one source gives different numbers of {what}"
    return None
