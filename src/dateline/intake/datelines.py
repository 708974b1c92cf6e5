"""Dates as the head of a text states them: on a line of their own, in a byline, in a wire's dateline."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from dateline.records import Published

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY_FIRST = r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH.format("m1") + r",? (?P<y1>\d{4})"
_MONTH_FIRST = _MONTH.format("m2") + r" (?P<d2>\d{1,2})(?:st|nd|rd|th)?,? (?P<y2>\d{4})"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
# Only forms that say which number is the day: 10/12/2019 is read differently on either side of the Atlantic.
_DATE = rf"(?i:{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_ISO}))"
_ZONE = r"(?: ?\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?"
_CLOCK = rf"(?:(?:,| at| -| \||T)* ?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?i: ?[ap]\.?m\.?)?{_ZONE})?"
_LABEL = r"(?i:(?:published|posted|date|issued|released)(?: on| at)?:? )?"
_PART = r"\s*[,|–—·•/-]\s*"
_CAPITALISED = r"[A-Z][\w'’.-]*(?:,? (?:(?:and|in|for|of|al|bin) )?[A-Z][\w'’.-]*){0,7}"
_BYLINE = rf"(?i:by):? {_CAPITALISED}"
_DATE_LINE = re.compile(rf"{_LABEL}{_DATE}{_CLOCK}(?:{_PART}(?:{_BYLINE}|{_CAPITALISED}))?\.?")
_BYLINE_WITH_DATE = re.compile(rf"(?:{_BYLINE} |(?:{_BYLINE}|{_CAPITALISED}){_PART}){_LABEL}{_DATE}{_CLOCK}\.?")
_BYLINE_ALONE = re.compile(_BYLINE)
# "TOWN, Country, 12 October 2019 (Agency) -": capitals or brackets before the date, a dash after it.
_WIRE = re.compile(
    r"(?!(?:On|In|By|Since|Until|From|After|Before|At|As|Between|Around|For|Late|Early|The) )"
    r"(?:(?:[A-Z][\w'’.-]*|\([^)]{2,40}\)|of|the)[,:/]? (?:[–—-] )?){0,10}"
    rf"\(?{_DATE}\)?(?:,? (?:\([^)]{{2,40}}\)|[A-Z]{{2,12}}))? ?(?:[–—]|--?) "
)
_IN_PASSING = re.compile(rf"(?<!\w){_DATE}(?!\w)")
_CHANGED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
# The headline, then byline and date, or the wire's own dateline at the head of the first paragraph.
_LINES_LOOKED_AT = 5


def is_dateline(line: str) -> bool:
    """Whether a line holds nothing but a date, a byline, or both."""
    return any(pattern.fullmatch(line) for pattern in (_DATE_LINE, _BYLINE_WITH_DATE, _BYLINE_ALONE))


def is_date(line: str) -> bool:
    """Whether a line holds a full date and no more than the time, place or name that go with it."""
    return bool(_DATE_LINE.fullmatch(line))


def published_in_text(lines: Sequence[str], today: dt.date) -> Published:
    """The day that the head of a text states: a line of its own, a byline, or a wire service's dateline."""
    head = lines[:_LINES_LOOKED_AT]
    found = (_DATE_LINE.fullmatch(line) or _BYLINE_WITH_DATE.fullmatch(line) or _WIRE.match(line) for line in head)
    return _stated(found, today)


def published_in_wire_dateline(lines: Sequence[str], today: dt.date) -> Published:
    """The day in a wire service's dateline alone, for pages: the rest of their head is not in their text."""
    return _stated((_WIRE.match(line) for line in lines[:_LINES_LOOKED_AT]), today)


def _stated(found: Iterable[re.Match[str] | None], today: dt.date) -> Published:
    days = (_day(each) for each in found if each)
    first = next((day for day in days if day and is_past(day, today)), None)
    return Published(date=first, basis="stated") if first else Published()


def date_in(line: str) -> dt.date | None:
    """The one full date that a line holds; None where it holds none or several, or tells of a change."""
    days = {_day(found) for found in _IN_PASSING.finditer(line)}
    return days.pop() if len(days) == 1 and not _CHANGED.search(line) else None


def iso_date(text: str) -> dt.date | None:
    """The date that YYYY-MM-DD, alone or before a time, stands for; None where it is no date."""
    found = re.match(r"\d{4}-\d{2}-\d{2}(?![\d-])", text, re.ASCII)
    try:
        return dt.date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def is_past(day: dt.date, today: dt.date) -> bool:
    """Whether a day has begun somewhere on earth: where the report comes from it may be tomorrow already."""
    return day <= today + dt.timedelta(days=1)


def _day(found: re.Match[str]) -> dt.date | None:
    parts = found.groupdict()
    year, day = (parts[f"{key}1"] or parts[f"{key}2"] or parts[f"{key}3"] for key in "yd")
    named = parts["m1"] or parts["m2"]
    month = _MONTHS.index(named[:3].lower()) + 1 if named else int(parts["m3"])
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None
