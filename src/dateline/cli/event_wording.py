"""The values of an event in words, for people."""

from collections.abc import Mapping
from typing import Final

from dateline.cli.terminal import one_line
from dateline.cli.wording import number_of, place_words
from dateline.records import Event, EventCount, Participant
from dateline.records.claim import Role

STATUS_WORDS: Final[Mapping[str, str]] = {
    "single_origin": "one origin",
    "corroborated": "corroborated",
    "contested": "contested",
    "denied": "denied",
    "anticipated": "anticipated",
}
_FIELDS: Final[Mapping[str, str]] = {
    "time": "the day",
    "places": "the place",
    "actor": "who did it",
    "modality": "whether it happened",
}
# Values of one slot shown in a list; the rest are counted.
_SHOWN: Final = 3


def who(event: Event, role: Role) -> str:
    """Those in this role, best supported first."""
    return _some([_name(item) for item in event.participants if item.role == role])


def _name(item: Participant) -> str:
    return one_line(item.entity.name if item.entity else item.span.text)


def where(event: Event) -> str:
    """The places, best supported first, each under one name only."""
    words: dict[str, str] = {}
    for item in event.places:
        words.setdefault(item.place.id if item.place else item.span.text, place_words(item))
    return _some(list(words.values()))


def _some(values: list[str]) -> str:
    values = list(dict.fromkeys(values))
    more = len(values) - _SHOWN
    return ", ".join(values[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def how_many(event: Event) -> str:
    """The numbers with their range."""
    return "; ".join(map(count_words, event.counts))


def count_words(count: EventCount) -> str:
    """One number: the best figure, and between which it lies where sources differ."""
    bounds = range_words(count.low, count.high)
    if count.best is None:
        return f"{count.what} {bounds or 'unknown'}"
    best = f"{count.what} {count.best:,}"
    return best if count.low == count.high else f"{best} ({bounds})"


def range_words(low: int | None, high: int | None) -> str:
    """Bounds in words; empty where neither is known."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{low:,} or more" if low is not None else f"up to {high:,}" if high is not None else ""


def support(event: Event) -> str:
    """How many reports tell of it, and how many of them are independent."""
    return f"{number_of(event.reports, 'report')}, {number_of(event.origins, 'origin')}"


def field_words(field: str) -> str:
    """A field in which claims differ, in words."""
    if field.startswith("counts."):
        return f"how many {one_line(field.removeprefix('counts.'))}"
    return _FIELDS.get(field, field)
