"""A claim or an event as a person corrects it in a form: the record that the form's fields come to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.errors import InputError
from dateline.records import Claim, Event, EventCount, Report, Span
from dateline.web.reviewing.knowing import Known
from dateline.web.reviewing.quoting import Quotes
from dateline.web.reviewing.rows import Row, rows_of
from dateline.web.reviewing.values import Tools, made, participants_of, places_of, time_of
from dateline.web.wording.labels import N_

Form = Mapping[str, str]


def corrected_claim(claim: Claim, report: Report, form: Form, known: Known) -> Claim:
    """The claim with the form's values; InputError where one cannot be, and says which."""
    tools = Tools(Quotes([report], claim.spans(), [claim.trigger]), known)
    time = time_of(form, claim.time, tools)
    places = places_of(rows_of(form, "places"), claim.places, tools)
    people = rows_of(form, "people")
    values = {
        "kind": form.get("kind", claim.kind),
        "modality": form.get("modality", claim.modality),
        "certainty": form.get("certainty", claim.certainty),
        "time": time,
        "places": places,
        "participants": participants_of(people, claim.participants, places, time.latest, tools),
        "counts": [_count(row, tools) for row in rows_of(form, "counts")],
        "attribution": [_attribution(row, claim, tools) for row in rows_of(form, "sources")],
    }
    return made(Claim, claim.model_dump() | values)


def corrected_event(event: Event, reports: Sequence[Report], form: Form, known: Known) -> Event:
    """The event with the form's values; its claims stay as they are, and so does what each source says."""
    tools = Tools(Quotes(reports, _spans(event)), known)
    time = time_of(form, event.time, tools)
    places = places_of(rows_of(form, "places"), event.places, tools)
    people = rows_of(form, "people")
    values = {
        "kind": form.get("kind", event.kind),
        "status": form.get("status", event.status),
        "time": time,
        "places": places,
        "participants": participants_of(people, event.participants, places, time.latest, tools),
        "counts": [_event_count(row, event) for row in rows_of(form, "counts")],
    }
    return made(Event, event.model_dump() | values)


def _count(row: Row, tools: Tools) -> dict[str, Any]:
    return {
        "what": row["what"],
        "low": row.number("low"),
        "high": row.number("high"),
        "of": row.get("of") or None,
        "cumulative": "cumulative" in row,
        "span": tools.quotes.find(row["words"]),
    }


def _attribution(row: Row, claim: Claim, tools: Tools) -> dict[str, Any]:
    before = next((said for said in claim.attribution if said.source.text == row["words"]), None)
    cue = row.get("cue")
    return {
        "source": tools.quotes.find(row["words"]),
        "cue": tools.quotes.find(cue) if cue else None,
        "kind": row["kind"],
        "entity": before.entity if before else tools.known.entity(row["words"], claim.time.latest, claim.places),
    }


def _event_count(row: Row, event: Event) -> EventCount:
    by = next((count.by for count in event.counts if count.what == row["words"]), ())
    values = {"what": row["words"], "by": by} | {name: row.number(name) for name in ("low", "best", "high")}
    ends = [end for end in (values["low"], values["best"], values["high"]) if isinstance(end, int)]
    if ends != sorted(ends):
        raise InputError(row["words"], N_("the lowest number must not be above the best, nor that above the highest"))
    return made(EventCount, values)


def _spans(event: Event) -> Iterator[Span]:
    yield from (item.span for item in event.participants)
    yield from (item.span for item in event.places)
    if event.time.span:
        yield event.time.span
