"""Expressions of time, and the days they mean as seen from the day of publication.

No day is made up: what needs the publication date to be understood ("on Tuesday", "12 March") stays without days where
that date is not known. "last month" is that calendar month, "since X" runs to publication (marking rules of the gold).
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records.base import Record
from dateline.records.claim import TimePrecision

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """From the first day to the last, with what the words tell them to."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: TimePrecision


UNKNOWN = Days(None, None, "unknown")


@dataclass(frozen=True)
class Expression:
    """Where in the text a time is told, and the way to its days from publication, looking ahead or back."""

    start: int
    end: int
    days: Callable[[dt.date | None, bool], Days]


class _Times(Record):
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    numbers: Mapping[str, int]
    saying: WordSet


@cache
def words() -> _Times:
    """The word lists for times."""
    return read_lexicon("times", _Times)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date | None, bool], Days]], ...]:
    """Patterns, those that tell more first, each with what it means."""
    month = "(?P<month>" + "|".join(sorted(words().months, key=len, reverse=True)) + r")\b\.?"
    weekday = "(?P<weekday>" + "|".join(sorted(words().weekdays, key=len, reverse=True)) + r")\b\.?"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?P<year>(?:19|20)\d\d)"
    number = r"(?P<number>\d+|" + "|".join(words().numbers) + ")"
    part = r"(?:(?:early|late|mid|the night of|the morning of|dawn on)[ -])?"
    rows: list[tuple[str, Callable[[re.Match[str], dt.date | None, bool], Days]]] = [
        (rf"{year}-(?P<m>\d\d)-(?P<day>\d\d)", _iso),
        (rf"(?:{weekday},? )?{day}(?: of)? {month},? {year}", _date),
        (rf"(?:{weekday},? )?{month} {day},? {year}", _date),
        (rf"(?:{weekday},? )?{day}(?: of)? {month}", _date),
        (rf"(?:{weekday},? )?{month} {day}(?! ?(?:people|\d|,\d))", _date),
        (rf"{part}{month},? {year}", _month),
        (rf"(?P<which>last|this|next) {month}", _month),
        (rf"(?:in|since|during|by|until|from) {part}(?P<capital>){month}", _month),
        (
            rf"(?:(?P<which>last|next|this|past) )?{weekday}(?:'s)?(?: (?:night|morning|evening|afternoon))?",
            _weekday,
        ),
        (r"(?P<relative>yesterday|today|tonight|tomorrow|last night|currently)", _relative),
        (r"(?:over the |at the |during the |this |last )weekend", _weekend),
        (rf"(?:over|in|during|within) the (?:past|last) {number} (?P<unit>day|week|month|year)s?", _past),
        (
            r"(?:(?P<early>earlier|later) )?(?P<which>last|this|next|previous) (?P<unit>week|month|year)",
            _unit,
        ),
        (rf"{number} (?P<unit>day|week|month|year)s? (?:ago|earlier)", _ago),
        (
            rf"(?:in|since|during|of|from|by|until|throughout) (?:early |late |mid-?)?{year}"
            r"(?!\d)(?! (?:people|civilians|fighters))",
            _year,
        ),
    ]
    return tuple(
        (re.compile(rf"\b(?P<since>since )?(?:{text})(?!\w)", re.IGNORECASE), meaning) for text, meaning in rows
    )


def find(text: str) -> Iterator[Expression]:
    """The expressions of `text`, in order, none within another."""
    taken: list[Expression] = []
    for pattern, meaning in _patterns():
        for match in pattern.finditer(text):
            free = all(match.end() <= other.start or other.end <= match.start() for other in taken)
            if free and _is_time(match):
                taken.append(Expression(match.start(), match.end(), _bound(match, meaning)))
    yield from sorted(taken, key=lambda expression: expression.start)


def _bound(
    match: re.Match[str], meaning: Callable[[re.Match[str], dt.date | None, bool], Days]
) -> Callable[[dt.date | None, bool], Days]:
    def days(published: dt.date | None, ahead: bool) -> Days:
        try:
            found = meaning(match, published, ahead)
        except ValueError:  # no such day: 31 June
            return UNKNOWN
        return _since(found, published) if match["since"] or match[0].lower().startswith("since") else found

    return days


def _since(found: Days, published: dt.date | None) -> Days:
    if found.earliest is None or (published is not None and found.earliest > published):
        return found
    return Days(found.earliest, published, "unknown" if published is None else found.precision)


def _is_time(match: re.Match[str]) -> bool:
    """Names of months and weekdays are written with a capital: "may", "march" and "sun" are words."""
    named = match.groupdict().get("month") or match.groupdict().get("weekday")
    return named is None or named[0].isupper()


def _iso(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    day = dt.date(int(match["year"]), int(match["m"]), int(match["day"]))
    return Days(day, day, "day")


def _date(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    month, day = words().months[match["month"].lower()], int(match["day"])
    if match.groupdict().get("year"):
        date = dt.date(int(match["year"]), month, day)
    elif published is None:
        return UNKNOWN
    else:
        date = dt.date(published.year + _other_year(month, day, published, ahead), month, day)
    return Days(date, date, "day")


def _other_year(month: int, day: int, published: dt.date, ahead: bool) -> int:
    """Of the days of that name, the one before publication, or looking ahead the one after."""
    later = (month, day) > (published.month, published.day)
    if ahead:
        return 0 if later or (month, day) == (published.month, published.day) else 1
    return -1 if later else 0


def _month(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    month = words().months[match["month"].lower()]
    if match.groupdict().get("year"):
        return _whole_month(int(match["year"]), month)
    if published is None:
        return UNKNOWN
    if ahead and match.groupdict().get("which") != "last":
        return _whole_month(published.year + (month < published.month), month)
    return _whole_month(published.year - (month > published.month), month)


def _whole_month(year: int, month: int) -> Days:
    return Days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), "month")


def _weekday(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    if published is None:
        return UNKNOWN
    wanted = words().weekdays[match["weekday"].lower()]
    if ahead or (match["which"] or "").lower() == "next":
        day = published + _DAY * ((wanted - published.weekday()) % 7)
    else:
        day = published - _DAY * ((published.weekday() - wanted) % 7)
    return Days(day, day, "day")


def _relative(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    if published is None:
        return UNKNOWN
    day = published + _DAY * words().days[match["relative"].lower()]
    return Days(day, day, "day")


def _weekend(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    if published is None:
        return UNKNOWN
    sunday = published - _DAY * ((published.weekday() + 1) % 7)
    return Days(sunday - _DAY, min(sunday, published), "week")


def _past(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    """From so long before publication to publication."""
    if published is None:
        return UNKNOWN
    number, unit = _number(match), match["unit"].lower()
    if unit in {"day", "week"}:
        return Days(published - number * _DAY * (7 if unit == "week" else 1), published, "week")
    start = _stepped(published, unit, -number).earliest
    assert start is not None
    last = calendar.monthrange(start.year, published.month if unit == "year" else start.month)[1]
    month = published.month if unit == "year" else start.month
    return Days(dt.date(start.year, month, min(published.day, last)), published, "month" if unit == "month" else "year")


def _number(match: re.Match[str]) -> int:
    told = match["number"].lower()
    return words().numbers.get(told, 0) or int(told)


def _unit(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    if published is None:
        return UNKNOWN
    which, unit = match["which"].lower(), match["unit"].lower()
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[which]
    whole = _stepped(published, unit, step)
    if step == 0 and whole.earliest is not None and whole.latest is not None:
        return (
            Days(published, whole.latest, whole.precision)
            if ahead
            else Days(whole.earliest, published, whole.precision)
        )
    return whole


def _stepped(day: dt.date, unit: str, step: int) -> Days:
    """The calendar week, month or year of `day`, `step` of them on."""
    if unit == "week":
        monday = day - _DAY * day.weekday() + 7 * step * _DAY
        return Days(monday, monday + 6 * _DAY, "week")
    if unit == "year":
        return Days(dt.date(day.year + step, 1, 1), dt.date(day.year + step, 12, 31), "year")
    months = day.year * 12 + day.month - 1 + step
    return _whole_month(months // 12, months % 12 + 1)


def _ago(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    if published is None:
        return UNKNOWN
    number, unit = _number(match), match["unit"].lower()
    if unit == "day":
        day = published - number * _DAY
        return Days(day, day, "day")
    return _stepped(published, unit, -number)


def _year(match: re.Match[str], published: dt.date | None, ahead: bool) -> Days:
    year = int(match["year"])
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
