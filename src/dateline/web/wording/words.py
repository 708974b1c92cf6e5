"""The words for single values: days, numbers, places, names, kinds."""

import datetime as dt
from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from typing import Final

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from dateline.records import Attribution, ClaimPlace, Count, EventCount, Participant, Time
from dateline.records.claim import Role
from dateline.web.wording.kind_phrases import groups
from dateline.web.wording.labels import labels
from dateline.web.wording.visible import visible

_SHOWN: Final = 3


class Words:
    """Values in the words of one reader: `locale` gives the forms of dates and numbers, `translations` the language."""

    def __init__(self, locale: Locale, translations: NullTranslations) -> None:
        self.locale = locale
        self.translations = translations

    def label(self, field: str, value: str | None) -> str:
        """The word for a value of a field; one that is not known stays as it is."""
        return labels(self.translations).get(field, {}).get(value or "", (value or "").replace("_", " "))

    def kind(self, kind: str) -> str:
        """The name of a kind."""
        return self.translations.gettext(kind.replace("_", " "))

    def group(self, kind: str) -> str:
        """The group a kind is of, as a name for style sheets."""
        return groups().get(kind, "organisation")

    def number(self, number: float | None) -> str:
        """A number with the marks of thousands that the reader is used to."""
        return "" if number is None else format_decimal(number, locale=self.locale)

    def day(self, day: dt.date | None) -> str:
        """A day."""
        return format_date(day, "medium", self.locale) if day else ""

    def moment(self, moment: dt.datetime | str | None) -> str:
        """A moment, in UTC."""
        if not moment:
            return ""
        parsed = dt.datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return format_datetime(parsed.astimezone(dt.UTC), "medium", tzinfo=dt.UTC, locale=self.locale) + " UTC"

    def listed(self, values: Iterable[str]) -> str:
        """The values as a list in a sentence, the first few of them."""
        found = list(dict.fromkeys(value for value in values if value))
        more = len(found) - _SHOWN
        if more > 1:
            ngettext = self.translations.ngettext
            found = [*found[:_SHOWN], ngettext("%(number)d other", "%(number)d others", more) % {"number": more}]
        return format_list(found, locale=self.locale) if found else ""

    def bounds(self, low: int | None, high: int | None) -> str:
        """A number or the range it lies in; empty where neither end is known."""
        gettext = self.translations.gettext
        if low is not None and high is not None:
            return self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"
        if low is not None:
            return gettext("%(number)s or more") % {"number": self.number(low)}
        return gettext("up to %(number)s") % {"number": self.number(high)} if high is not None else ""

    def count(self, count: EventCount) -> str:
        """One number of an event: the best figure and between which it lies where sources differ."""
        bounds, what = self.bounds(count.low, count.high), self.label("what", count.what)
        if count.best is None:
            return f"{bounds or '?'} {what}"
        best = self.number(count.best)
        if not bounds or count.low is None or count.high is None:
            return f"{bounds or best} {what}"
        return f"{best} {what}" if bounds == best else f"{best} {what} ({bounds})"

    def told_count(self, count: Count) -> str:
        """One number as a claim tells it, with its words where they say it otherwise."""
        words, what = visible(count.span.text), self.label("what", count.what)
        number = self.bounds(count.low, count.high)
        of = f" {visible(count.of)}" if count.of else ""
        total = self.translations.gettext(" in all") if count.cumulative else ""
        if not number:
            return f"“{words}” {what}"
        return f"{number}{of} {what}{total}" + (
            "" if words.casefold().startswith(number.casefold()) else f" (“{words}”)"
        )

    def when(self, time: Time) -> str:
        """The days between which it lies; what was not stated is said not to be."""
        gettext = self.translations.gettext
        if time.basis == "published":
            told = time.latest or time.earliest
            return gettext("reported by %(day)s") % {"day": self.day(told)} if told else gettext("not stated")
        first, last = time.earliest, time.latest
        if first and last:
            return self.span_of_days(first, last)
        if first:
            return gettext("from %(day)s on") % {"day": self.day(first)}
        if last:
            return gettext("until %(day)s") % {"day": self.day(last)}
        return f"“{visible(time.span.text)}”" if time.span else gettext("not stated")

    def span_of_days(self, first: dt.date, last: dt.date) -> str:
        """The days from `first` to `last`, a whole month or year by its name."""
        if first == last:
            return self.day(first)
        if last == dt.date.max:
            return f"{self.day(first)} – {self.day(last)}"
        after = last + dt.timedelta(days=1)
        if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1) and after.year == first.year + 1:
            return format_date(first, "yyyy", self.locale)
        if first.day == 1 and after.day == 1 and (first.year, first.month) == (last.year, last.month):
            return format_date(first, "LLLL yyyy", self.locale)
        return f"{self.day(first)} – {self.day(last)}"

    def who(self, participants: Sequence[Participant], role: Role) -> str:
        """Those in this role, under their names."""
        return self.listed(self.name(item) for item in participants if item.role == role)

    def name(self, item: Participant) -> str:
        """The name of an actor that is known, else the words of the text."""
        return visible(item.entity.name if item.entity else item.span.text)

    def place(self, place: ClaimPlace) -> str:
        """A place with its relation, unless that is plainly "in"."""
        words = visible(place.place.name if place.place else place.span.text)
        return words if place.relation == "in" else f"{self.relation(place.relation)} {words}"

    def relation(self, relation: str) -> str:
        """How the occurrence lies to the place."""
        gettext = self.translations.gettext
        known = {"near": gettext("near"), "outside": gettext("outside"), "toward": gettext("toward")}
        return known.get(relation, gettext("between") if relation == "between" else relation)

    def where(self, places: Sequence[ClaimPlace]) -> str:
        """The places, and the way from one to another."""
        by_role = {role: self._at(places, role) for role in ("location", "origin", "destination", "via")}
        way = " → ".join(by_role[role] or "?" for role in ("origin", "destination"))
        parts = [by_role["location"], "" if way == "? → ?" else way]
        if by_role["via"]:
            parts.append(self.translations.gettext("by way of %(place)s") % {"place": by_role["via"]})
        return ", ".join(filter(None, parts))

    def _at(self, places: Sequence[ClaimPlace], role: str) -> str:
        return self.spots([place for place in places if place.role == role])

    def spots(self, places: Sequence[ClaimPlace]) -> str:
        """Places of one role as a list, those that it lay between as such."""
        ends = [visible(place.place.name if place.place else place.span.text) for place in places if _between(place)]
        others = [self.place(place) for place in places if not _between(place)]
        between = [self.translations.gettext("between %(places)s") % {"places": self.listed(ends)}] if ends else []
        return self.listed([*others, *between])

    def who_says(self, attribution: Sequence[Attribution]) -> str:
        """The source nearest the claim, then those who quote it; the report itself where it names none."""
        gettext = self.translations.gettext
        names = [visible(said.entity.name if said.entity else said.source.text) for said in attribution]
        return gettext(", quoted by ").join(names) or gettext("the report itself")


def _between(place: ClaimPlace) -> bool:
    return place.relation == "between"
