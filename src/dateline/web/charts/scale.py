"""Days on a line of a given width, and the days to write beneath it."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

_MARKS: Final = 4
# How wide a written day is.
_LABEL: Final = 66


@dataclass(frozen=True)
class DayScale:
    """The days from `first` to `last`, both included, on a line from `left` to `right`."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def at(self, day: dt.date, *, end: bool = False) -> float:
        """Where the day begins, or ends."""
        whole = (self.last - self.first).days + 1
        share = ((day - self.first).days + end) / whole
        return round(self.left + share * (self.right - self.left), 1)

    def marks(self) -> list[tuple[float, dt.date]]:
        """Some days, evenly apart, with where they stand."""
        whole = (self.last - self.first).days
        step = max(1, -(-whole // _MARKS))
        days = [self.first + dt.timedelta(days=number) for number in range(0, whole + 1, step)]
        return [(self.at(day), day) for day in days if day == self.first or self.at(day) <= self.right - _LABEL]
