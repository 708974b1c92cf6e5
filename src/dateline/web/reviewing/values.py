"""The values that claims and events share, from the rows of a form: when, who, where."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dateline.errors import InputError
from dateline.records import ClaimPlace, Entity, Participant, Place, Time
from dateline.web.reviewing.knowing import Known
from dateline.web.reviewing.quoting import Quotes
from dateline.web.reviewing.rows import BY_WORDS, Row
from dateline.web.wording.labels import N_

Value = TypeVar("Value", bound=BaseModel)


@dataclass(frozen=True)
class Tools:
    """What turns words into values: the reports that they are quoted from, and what is known of names."""

    quotes: Quotes
    known: Known


def time_of(form: Mapping[str, str], before: Time, tools: Tools) -> Time:
    """When, by the form; InputError where days are given that no words state."""
    words, days = form.get("time_words", "").strip(), (_day(form, "time_earliest"), _day(form, "time_latest"))
    values: dict[str, Any] = {"earliest": days[0], "latest": days[1], "precision": form.get("time_precision")}
    unchanged = days == (before.earliest, before.latest)
    if words:
        span = tools.quotes.find(words)
        values |= {"span": span, "basis": before.basis if unchanged and before.span == span else "stated"}
        return made(Time, values)
    if not any(days):
        return Time()
    if unchanged and before.basis == "published":
        return made(Time, values | {"basis": "published"})
    raise InputError(N_("when"), N_("give the words of the report that state the day, or leave the days empty"))


def participants_of(
    rows: Sequence[Row], before: Sequence[Participant], among: Sequence[ClaimPlace], on: dt.date | None, tools: Tools
) -> tuple[Participant, ...]:
    """Who, by the form; `among` are the places and `on` the day by which a name is understood."""
    held = {item.entity.id: item.entity for item in before if item.entity}
    via: dict[tuple[str, str], str] = {(item.role, item.span.text): item.via for item in before}
    found = []
    for row in rows:
        values = {"role": row["role"], "span": tools.quotes.find(row["words"]), "entity": _entity(row, held, tools)}
        if row.chosen("entity") == BY_WORDS:
            values["entity"] = tools.known.entity(row["words"], on, among)
        found.append(made(Participant, values | {"via": via.get((row["role"], row["words"]), "text")}))
    return tuple(found)


def places_of(rows: Sequence[Row], before: Sequence[ClaimPlace], tools: Tools) -> tuple[ClaimPlace, ...]:
    """Where, by the form."""
    held = {item.place.id: item.place for item in before if item.place}
    found = []
    for row in rows:
        values = {"role": row["role"], "relation": row["relation"], "span": tools.quotes.find(row["words"])}
        found.append(made(ClaimPlace, values | {"place": _place(row, held, before, tools)}))
    return tuple(found)


def made(model: type[Value], values: Mapping[str, Any]) -> Value:
    """The value of these fields; InputError where they cannot be together."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or model.__name__.lower()
        raise InputError(field, f"{first['msg'].removeprefix('Value error, ')}; nothing was changed") from error


def _entity(row: Row, held: Mapping[str, Entity], tools: Tools) -> Entity | None:
    chosen = row.chosen("entity")
    if chosen in ("", BY_WORDS):
        return None
    return held[chosen] if chosen in held else _of_choices(chosen, tools.known.entities(row["words"]))


def _place(row: Row, held: Mapping[str, Place], among: Sequence[ClaimPlace], tools: Tools) -> Place | None:
    chosen = row.chosen("place")
    if chosen == BY_WORDS:
        return tools.known.place(row["words"], among)
    if not chosen:
        return None
    return held[chosen] if chosen in held else _of_choices(chosen, tools.known.places(row["words"], among))


def _of_choices(chosen: str, choices: Iterable[Any]) -> Any:
    found = next((item for item in choices if item.id == chosen), None)
    if found is None:
        raise InputError(chosen, N_("is not among what the words may mean; choose again"))
    return found


def _day(form: Mapping[str, str], name: str) -> dt.date | None:
    given = form.get(name, "").strip()
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError as error:
        raise InputError(given, N_("is no day; write it as 2019-10-13")) from error
