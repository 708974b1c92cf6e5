"""Days, months and years as they are typed in `--since` and `--until`."""

import calendar
import datetime as dt
import re
from typing import Final

import typer

_PERIOD: Final = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)


def first_day(text: str) -> dt.date:
    """The day, or the first of the month or year, that `text` names."""
    return _period(text)[0]


def last_day(text: str) -> dt.date:
    """The day, or the last of the month or year, that `text` names."""
    return _period(text)[1]


def period(since: str | None, until: str | None) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that both options leave; a wrong use where they leave none."""
    earliest, latest = first_day(since) if since else None, last_day(until) if until else None
    if earliest and latest and earliest > latest:
        raise typer.BadParameter("--since lies after --until")
    return earliest, latest


def _period(text: str) -> tuple[dt.date, dt.date]:
    found = _PERIOD.fullmatch(text.strip())
    try:
        return _days(*(int(part) if part else None for part in found.groups() if found))  # type: ignore[union-attr]
    except (AttributeError, ValueError):
        raise typer.BadParameter(f"{text!r} is no day; write 2019-10-13, 2019-10 or 2019") from None


def _days(year: int | None, month: int | None, day: int | None) -> tuple[dt.date, dt.date]:
    assert year is not None
    if day is not None and month is not None:
        return dt.date(year, month, day), dt.date(year, month, day)
    last = month or 12
    return dt.date(year, month or 1, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
