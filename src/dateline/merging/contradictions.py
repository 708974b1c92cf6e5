"""What forbids that two outlines tell of one occurrence, however alike they are."""

from typing import Final

from dateline.merging.distance import apart
from dateline.merging.families import families
from dateline.merging.features import days_apart
from dateline.merging.outline import Outline, overlap

_HAPPENED: Final = frozenset({"actual", "attempted", "negated"})
# Reports date an occurrence of the night by the day before or after.
_SAME_NIGHT: Final = 1
# Days within which reports of what somebody said are taken for one saying.
_SAME_SAYING: Final = 2
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
    if not same_report and (early := _told_before(one, other) or _told_before(other, one)):
        return early
    if not same_report and (loose := _nothing_in_common(one, other) or _said_again(one, other)):
        return loose
    return _far(one, other) or _victims(one, other) or (_counts(one, other) if same_report else None)


def _told_before(told: Outline, dated: Outline) -> str | None:
    """Whether `told` was published as having happened before the day on which `dated` did."""
    first = dated.days.first
    if told.modality not in {"actual", "attempted"} or told.published is None or first is None:
        return None
    early = first - told.published
    return f"one was told {early} days before the day of the other" if early > _SAME_NIGHT else None


def _nothing_in_common(one: Outline, other: Outline) -> str | None:
    """Whether nobody says when one of them was, and they share no place."""
    if all(side.published is not None or side.days.known for side in (one, other)):
        return None
    places = {spot.key for spot in one.spots if spot.site}
    return None if any(spot.key in places for spot in other.spots) else "no day is known, and no place is shared"


def _said_again(one: Outline, other: Outline) -> str | None:
    if one.family not in families().speech or one.published is None or other.published is None:
        return None
    gap = abs(one.published - other.published)
    if gap <= _SAME_SAYING or (one.days.narrow and one.days == other.days):
        return None
    return f"such words, told {gap} days apart, are said again"


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
    for a in one.numbers:
        for b in other.numbers:
            same = a.what == b.what and a.source == b.source and not (a.cumulative or b.cumulative)
            if same and not overlap(a, b):
                return f"one source gives different numbers of {a.what}"
    return None
