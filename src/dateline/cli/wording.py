"""The values of a claim in words, for people; never with more certainty than the claim has."""

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.cli.terminal import one_line
from dateline.records import Attribution, Claim, ClaimPlace, Count, Participant, Published, Time
from dateline.records.claim import Modality, Role

NOT_STATED: Final = "not stated"
OWN_VOICE: Final = "the report itself"

_MODALITIES: Final[Mapping[Modality, str]] = {
    "attempted": "failed attempt",
    "future": "planned or feared",
    "hypothetical": "unclear",
}


def kind_words(kind: str) -> str:
    """The kind's name as words."""
    return kind.replace("_", " ")


def who(claim: Claim, role: Role) -> str:
    """The participants in this role; empty where the text names none."""
    return ", ".join(participant_words(item) for item in claim.participants if item.role == role)


def participant_words(participant: Participant) -> str:
    """The words of the text; before "they" or "the group", the name that they stand for."""
    words = one_line(participant.span.text)
    if participant.via == "coreference" and participant.entity:
        return f"{one_line(participant.entity.name)} (“{words}”)"
    return words


def where(claim: Claim) -> str:
    """The places, and the way from one to another; empty where the text names none."""
    at, origins, destinations, via = (
        _places(claim.places, role) for role in ("location", "origin", "destination", "via")
    )
    way = f"{origins} → {destinations}" if origins and destinations else ""
    way = way or (f"from {origins}" if origins else f"to {destinations}" if destinations else "")
    return ", ".join(part for part in (at, way, via and f"via {via}") if part).replace("to toward", "toward")


def _places(places: Sequence[ClaimPlace], role: str) -> str:
    chosen = [place for place in places if place.role == role]
    between = [one_line(place.span.text) for place in chosen if place.relation == "between"]
    others = [place_words(place) for place in chosen if place.relation != "between"]
    return ", ".join(others + ([f"between {' and '.join(between)}"] if between else []))


def place_words(place: ClaimPlace) -> str:
    """The words of the text, with the relation unless it is plainly "in"."""
    words = one_line(place.span.text)
    return words if place.relation == "in" else f"{place.relation} {words}"


def when(time: Time) -> str:
    """The days between which it lies; what was not stated is said not to be."""
    if time.basis == "published":
        told = time.latest or time.earliest
        return f"told by {told}" if told else NOT_STATED
    days = _days(time.earliest, time.latest)
    if days:
        return days
    return f"{NOT_STATED} as a date (“{one_line(time.span.text)}”)" if time.span else NOT_STATED


def _days(first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None:
        return f"from {first} on" if first else f"until {last}" if last else ""
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    if first.day == 1 and ends_month and (first.year, first.month) == (last.year, last.month):
        return f"{calendar.month_name[first.month]} {first.year}"
    return f"{first} to {last}"


def how_many(counts: Iterable[Count]) -> str:
    """The counts; empty where there are none."""
    return "; ".join(map(count_words, counts))


def count_words(count: Count) -> str:
    """The number or its bounds, of what, and the words where they say it in another way."""
    number = _number(count.low, count.high)
    words = one_line(count.span.text)
    of = f" {one_line(count.of)}" if count.of else ""
    shown = f"{number}{of} {count.what}" if number else f"“{words}” {count.what}"
    total = " in all" if count.cumulative else ""
    quoted = f" (“{words}”)" if number and not words.casefold().startswith(number) else ""
    return shown + total + quoted


def _number(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"at least {low:,}" if low is not None else f"up to {high:,}" if high is not None else ""


def who_says(attribution: Sequence[Attribution]) -> str:
    """The source nearest the claim, then those who quote it; the report itself where it names none."""
    return ", quoted by ".join(map(_source, attribution)) or OWN_VOICE


def _source(said: Attribution) -> str:
    words = one_line(said.source.text)
    # Words without a capital letter ("he", "the group") do not name the source.
    return f"{one_line(said.entity.name)} (“{words}”)" if said.entity and words.islower() else words


def how_sure(claim: Claim) -> str:
    """Whether it is told to have happened, and how firmly the voice that tells it commits to that."""
    if claim.modality == "actual":
        return claim.certainty
    told = _MODALITIES.get(claim.modality) or ("denied" if claim.attribution else "did not happen")
    return told if claim.certainty == "certain" else f"{told}, {claim.certainty}"


def published_words(published: Published) -> str:
    """The publication day and how it is known."""
    if published.date is None:
        return "publication date not known"
    return f"published {published.date} ({published.basis})"


def number_of(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
