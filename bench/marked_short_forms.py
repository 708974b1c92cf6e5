"""The short forms of marked dispatches: `SPAN@2 = Name`, `Djibo near BF 14.10 -1.63`, `killed 12..`."""

import datetime as dt
import re
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from dateline.records import Span
from dateline.records.claim import PlaceRole, Relation, What

WORDS = re.compile(r"(?P<text>.+?)\s*(?:@(?P<nth>[1-9]\d*))?(?:\s*=\s*(?P<name>.+))?")
ROLES, RELATIONS = "|".join(get_args(PlaceRole)), "|".join(get_args(Relation))
NUMBER = r"-?\d+(?:\.\d+)?"
PLACE = re.compile(
    rf"(?P<words>.+?)(?:\s+(?P<role>{ROLES}))?(?:\s+(?P<relation>{RELATIONS}))?(?:\s+(?P<country>[A-Z]{{2}}))?"
    rf"(?:\s+(?P<latitude>{NUMBER})\s+(?P<longitude>{NUMBER}))?"
)
COUNT = re.compile(
    rf"(?P<what>{'|'.join(get_args(What))}) (?P<low>\d*)(?P<open>\.\.)?(?P<high>\d*)"
    r"(?: of (?P<of>.+?))?(?P<cumulative> cumulative)?"
)
# A stop that ends a sentence: not the one of an initial or of a title before a name.
STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Lt|St))(?<!\b(?:Gen|Col|Maj|Mrs))(?<!\bCapt)[.!?][\"'”’)]*\s+|\n+")


class Words(BaseModel):
    """Words of the text, which of their occurrences is meant (None: the nearest), and the name of what they mean."""

    model_config = ConfigDict(extra="forbid")
    text: str
    nth: int | None = None
    name: str | None = None


class PlaceWords(Words):
    """A place of a claim; `at` is its latitude and longitude."""

    role: PlaceRole = "location"
    relation: Relation = "in"
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    at: tuple[float, float] | None = None


def words(form: str) -> Words:
    """`SPAN`, `SPAN@n`, `SPAN = Name`."""
    return Words.model_validate(matched(WORDS, form, "SPAN [@n] [= Name]"))


def place(form: str) -> PlaceWords:
    """`SPAN [@n] [= Name] [role] [relation] [CC] [lat lon]`."""
    parts = matched(PLACE, form, "SPAN [@n] [= Name] [role] [relation] [CC] [lat lon]")
    point = (parts.pop("latitude"), parts.pop("longitude"))
    said = {key: value for key, value in parts.items() if value is not None and key != "words"}
    return PlaceWords.model_validate(words(parts["words"]).model_dump() | said | {"at": point if point[0] else None})


def count(form: str) -> dict[str, Any]:
    """`WHAT LOW..HIGH [of GROUP] [cumulative]`, either end open; the count in the gold form."""
    parts = matched(COUNT, form, "WHAT LOW..HIGH [of GROUP] [cumulative]")
    low = int(parts["low"]) if parts["low"] else None
    high = int(parts["high"]) if parts["high"] else None if parts["open"] else low
    if (low is None and not parts["open"]) or (low is not None and high is not None and low > high):
        raise ValueError(f"{form!r} is not WHAT LOW..HIGH with a low end that is no higher than the high one")
    told = {"what": parts["what"], "low": low, "high": high, "of": parts["of"]}
    return told | ({"cumulative": True} if parts["cumulative"] else {})


def days(form: str) -> dict[str, str]:
    """`YYYY-MM-DD` or `YYYY-MM-DD..YYYY-MM-DD`, both days included."""
    earliest, _, latest = form.partition("..")
    first, last = dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest or earliest)
    if first > last:
        raise ValueError(f"{form!r} ends before it begins")
    return {"earliest": first.isoformat(), "latest": last.isoformat()}


def matched(pattern: re.Pattern[str], form: str, shape: str) -> dict[str, Any]:
    """The named parts of a short form; ValueError where it is none."""
    found = pattern.fullmatch(form.strip())
    if found is None:
        raise ValueError(f"{form!r} is not {shape}")
    return found.groupdict()


def only(text: str, meant: Words) -> Span:
    """The occurrence of the words in `text`; ValueError where there is none, or several and none is picked by @n."""
    found = occurrences(text, meant)
    if len(found) > 1:
        raise ValueError(f"{meant.text!r} is ambiguous: it occurs {len(found)} times; pick one with @n")
    return found[0]


def nearest(text: str, meant: Words, trigger: Span) -> Span:
    """The occurrence nearest to the trigger in its sentence, else the nearest before it, else the only one."""
    found = occurrences(text, meant)
    start, end = sentence(text, trigger)
    inside = [span for span in found if start <= span.start and span.end <= end]
    before = [span for span in found if span.start < trigger.start]
    if inside or before:
        return min(inside or before, key=lambda span: max(trigger.start - span.end, span.start - trigger.end, 0))
    return only(text, meant)


def occurrences(text: str, meant: Words) -> list[Span]:
    """Where the words stand as whole words, or just the picked one; ValueError where they do not stand there."""
    pattern = rf"(?<!\w){re.escape(meant.text)}(?!\w)"
    found = [Span.of(text, *match.span()) for match in re.finditer(pattern, text)]
    if meant.nth:
        found = found[meant.nth - 1 : meant.nth]
    if not found:
        raise ValueError(f"{meant.text!r} does not occur" + (f" {meant.nth} times" if meant.nth else ""))
    return found


def sentence(text: str, trigger: Span) -> tuple[int, int]:
    """Where the trigger's sentence begins and ends."""
    stops = list(STOP.finditer(text))
    start = max((stop.end() for stop in stops if stop.end() <= trigger.start), default=0)
    end = min((stop.end() for stop in stops if stop.end() >= trigger.end), default=len(text))
    return start, end
