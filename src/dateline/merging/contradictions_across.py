"""What forbids that what two reports tell is one occurrence, while within one report the text holds it together."""

from typing import Final

from dateline.merging.families import families
from dateline.merging.outline import Outline
from dateline.merging.parts import Number, overlap
from dateline.merging.rarity import is_rare

# Reports date an occurrence of the night by the day before or after.
_SAME_NIGHT: Final = 1
# Days within which reports of what somebody said are taken for one saying.
_SAME_SAYING: Final = 2
# Numbers of the same that differ so many times, and the least of them that is told apart so.
_OTHER_ORDER: Final = 10
_MANY: Final = 100


def against_across(one: Outline, other: Outline) -> str | None:
    """Why what two reports tell cannot be one occurrence, in words; None where nothing stands against it."""
    return (
        _says_nothing(one, other)
        or _says_nothing(other, one)
        or _told_before(one, other)
        or _told_before(other, one)
        or _nothing_in_common(one, other)
        or _said_again(one, other)
        or _of_several(one, other)
        or _of_several(other, one)
        or _other_order(one, other)
    )


def _says_nothing(told: Outline, other: Outline) -> str | None:
    """Whether `told` could be said of any occurrence of its kind, as "the toll rose to nine"."""
    people = told.recipients if told.kind in families().outcomes else told.recipients | told.actors
    said = told.spots or told.days.known or told.by_name(people) or any(map(is_rare, told.names & other.names))
    if said or (told.said_by & other.said_by and set(told.numbers) & set(other.numbers)):
        return None
    return "one says neither where nor when, and names nobody"


def _of_several(told: Outline, single: Outline) -> str | None:
    """Whether `told` speaks of such things in general, and the other of a single one."""
    general = told.several and not told.days.known and not told.numbers
    return "one tells of several without day or number, the other of one" if general and not single.several else None


def _other_order(one: Outline, other: Outline) -> str | None:
    for a in one.numbers:
        for b in other.numbers:
            if a.what == b.what and (_dwarfs(a, b) or _dwarfs(b, a)):
                return f"their numbers of {a.what} are of another order"
    return None


def _dwarfs(large: Number, small: Number) -> bool:
    return small.high is not None and (large.low or 0) >= max(_MANY, _OTHER_ORDER * small.high)


def _told_before(told: Outline, dated: Outline) -> str | None:
    """Whether `told` was published as having happened before the day on which `dated` did."""
    first = dated.days.first
    if told.modality not in {"actual", "attempted"} or told.published is None or first is None:
        return None
    early = first - told.published
    return f"one was told {early} days before the day of the other" if early > _SAME_NIGHT else None


def _nothing_in_common(one: Outline, other: Outline) -> str | None:
    """Whether nobody says when one of them was, and they share no place, or no number of those that both give."""
    if all(side.published is not None or side.days.known for side in (one, other)):
        return None
    places = {spot.key for spot in one.spots if spot.site}
    if not any(spot.key in places for spot in other.spots):
        return "no day is known, and no place is shared"
    fits = [overlap(a, b) for a in one.numbers for b in other.numbers if a.what == b.what]
    return "no day is known, and no number of one can be the other's" if fits and not any(fits) else None


def _said_again(one: Outline, other: Outline) -> str | None:
    if one.family not in families().speech or one.published is None or other.published is None:
        return None
    gap = abs(one.published - other.published)
    if gap <= _SAME_SAYING or (one.days.narrow and one.days == other.days):
        return None
    return f"such words, told {gap} days apart, are said again"
