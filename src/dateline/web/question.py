"""The question that an address asks: which events, in which order, which page. The same both ways."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any, Final, Self
from urllib.parse import urlencode

from fastapi import Depends, Request

from dateline.errors import DatelineError
from dateline.store import Box, ClaimFilter, EventFilter, Sort
from dateline.web.wording.labels import N_

_LISTS: Final[Mapping[str, str]] = {
    "kind": "kinds",
    "actor": "actors",
    "place": "places",
    "country": "countries",
    "admin1": "admin1",
    "modality": "modalities",
    "status": "statuses",
    "state": "states",
}
PAGE: Final = 50
_LONGEST: Final = 500
_EVERYTHING: Final = EventFilter()


class WrongQuestionError(DatelineError):
    """A part of an address that says nothing that can be asked; the message names it and what it may be."""


@dataclass(frozen=True)
class Question:
    """What the events page is asked: its conditions, order, and the page of the list."""

    asked: EventFilter = _EVERYTHING
    sort: Sort = Sort.NEWEST
    page: int = 1

    @classmethod
    def of(cls, given: Iterable[tuple[str, str]]) -> Self:
        """The question of the pairs of an address; WrongQuestionError names one that cannot be."""
        pairs = [(name, value.strip()[:_LONGEST]) for name, value in given if value.strip()]
        values: dict[str, Any] = {
            field: tuple(dict.fromkeys(value for key, value in pairs if key == name)) for name, field in _LISTS.items()
        }
        single = dict(pairs)
        values |= {name: day_of(name, single.get(name)) for name in ("since", "until")}
        values["text"] = single.get("q")
        values["min_origins"] = _number("origins", single.get("origins"))
        values["box"] = _box(single.get("box"))
        values["told"] = _told(single)
        return cls(EventFilter(**values), _sort(single.get("sort")), _number("page", single.get("page")))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The question as pairs of an address, what is as usual left out."""
        for name, field in _LISTS.items():
            yield from ((name, value) for value in getattr(self.asked, field))
        told = self.asked.told
        given = {
            "who": told.actor if told else None,
            "where": told.place if told else None,
            "q": self.asked.text,
            "since": self.asked.since,
            "until": self.asked.until,
            "origins": self.asked.min_origins if self.asked.min_origins > 1 else None,
            "box": ",".join(f"{edge:g}" for edge in self.asked.box) if self.asked.box else None,
            "sort": self.sort if self.sort is not Sort.NEWEST else None,
            "page": self.page if self.page > 1 else None,
        }
        yield from ((name, str(value)) for name, value in given.items() if value)

    def address(self, path: str, **changes: Any) -> str:
        """`path` with this question, or with it changed: a field of the filter, `sort` or `page`."""
        changed = self.but(**changes) if changes else self
        said = urlencode(list(changed.pairs()))
        return f"{path}?{said}" if said else path

    def but(self, **changes: Any) -> "Question":
        """The question with these changes, from the first page on unless a page is named."""
        own = {name: value for name, value in changes.items() if name in {"sort", "page"}}
        asked = {name: value for name, value in changes.items() if name not in own}
        return replace(self, asked=replace(self.asked, **asked), **({"page": 1} | own))

    def without(self, field: str, value: str | None = None) -> "Question":
        """The question without one value of a condition, or without the condition."""
        if value is None:
            return self.but(**{field: _UNASKED[field]})
        return self.but(**{field: tuple(one for one in getattr(self.asked, field) if one != value)})

    @property
    def is_narrowed(self) -> bool:
        """Whether any condition is asked."""
        return self.asked != _EVERYTHING


_UNASKED: Final = {field.name: field.default for field in fields(EventFilter)}


def question_of(request: Request) -> Question:
    """The question of a request's address."""
    return Question.of(request.query_params.multi_items())


Asked = Annotated[Question, Depends(question_of)]


def _told(single: Mapping[str, str]) -> ClaimFilter | None:
    who, where = single.get("who"), single.get("where")
    return ClaimFilter(actor=who, place=where) if who or where else None


def day_of(name: str, given: str | None) -> dt.date | None:
    """The day of a condition that may be empty; WrongQuestionError where it is none."""
    try:
        return dt.date.fromisoformat(given) if given and given.strip() else None
    except ValueError as error:
        raise WrongQuestionError(f"{name}={given}: " + N_("write a day as YYYY-MM-DD, such as 2019-10-13")) from error


def _number(name: str, given: str | None) -> int:
    if given is None:
        return 1
    if not given.isdecimal() or not 0 < int(given) < 10**9:
        raise WrongQuestionError(f"{name}={given}: " + N_("write a whole number from 1 on"))
    return int(given)


def _sort(given: str | None) -> Sort:
    try:
        return Sort(given) if given else Sort.NEWEST
    except ValueError as error:
        raise WrongQuestionError(f"sort={given}: choose one of {', '.join(Sort)}") from error


def _box(given: str | None) -> Box | None:
    if given is None:
        return None
    try:
        west, south, east, north = (float(edge) for edge in given.split(","))
    except ValueError as error:
        raise WrongQuestionError(f"box={given}: " + N_("write west,south,east,north in degrees")) from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise WrongQuestionError(f"box={given}: " + N_("west,south,east,north must be degrees on the map"))
    return Box(west, south, east, north)
