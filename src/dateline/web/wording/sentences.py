"""One plain sentence that says what an event is, made from its fields."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from typing import Final, get_args

from dateline.records import ClaimPlace, Event
from dateline.records.claim import Certainty, Modality
from dateline.records.place import Precision
from dateline.web.wording.kind_phrases import phrase
from dateline.web.wording.words import Words

_EXACT: Final[Sequence[str]] = get_args(Precision)


def sentence(event: Event, modality: Modality, certainty: Certainty, words: Words, *, dated: bool = True) -> str:
    """What happened, or is said to have been tried, denied or feared, where, when and to how many."""
    told = ", ".join(_parts(event, words, dated))
    lead = _lead(modality, certainty, words.translations)
    whole = f"{lead}{told}" if lead else told
    return whole[:1].upper() + whole[1:] + "."


def _lead(modality: Modality, certainty: Certainty, translations: NullTranslations) -> str:
    gettext = translations.gettext
    leads = {
        "attempted": gettext("Tried and failed: "),
        "negated": gettext("Said not to have happened: "),
        "future": gettext("Planned, threatened or feared: "),
        "hypothetical": gettext("Not clear whether it happened: "),
    }
    sure = {"probable": gettext("Probably: "), "possible": gettext("Possibly: ")}
    return leads.get(modality) or sure.get(certainty, "")


def _parts(event: Event, words: Words, dated: bool) -> Iterator[str]:
    yield " ".join((*_who_did_what(event, words), *_where(event, words)))
    if dated and (event.time.basis != "unknown" or event.time.span):
        yield words.when(event.time)
    numbers = words.listed(words.count(count) for count in event.counts)
    if numbers:
        yield numbers


def _who_did_what(event: Event, words: Words) -> list[str]:
    gettext, parts = words.translations.gettext, phrase(event.kind)
    said = [gettext(parts["noun"])]
    recipient, actor = (words.who(event.participants, role) for role in ("recipient", "actor"))
    if recipient:
        said.append(gettext(parts["recipient"]).format(recipient=recipient))
    if actor:
        said.append(gettext(parts["actor"]).format(actor=actor))
    instrument = words.who(event.participants, "instrument")
    if instrument:
        said.append(gettext("with {instrument}").format(instrument=instrument))
    return said


def _where(event: Event, words: Words) -> Iterator[str]:
    gettext = words.translations.gettext
    for role, said in (
        ("location", gettext("in %(place)s")),
        ("origin", gettext("from %(place)s")),
        ("destination", gettext("to %(place)s")),
        ("via", gettext("by way of %(place)s")),
    ):
        told = [place for place in event.places if place.role == role]
        closest = _closest(told)
        if role == "location" and closest and closest[0].relation != "in":
            yield words.spots(closest)
        elif closest:
            yield said % {"place": words.spots(closest)}


def _closest(told: list[ClaimPlace]) -> list[ClaimPlace]:
    """The places known most exactly, those that are on the map before mere words."""
    between = [place for place in told if place.relation == "between"]
    if between:
        return between
    known = [place for place in told if place.place]
    finest = min((_EXACT.index(place.place.precision) for place in known if place.place), default=0)
    # A site and the town that it is in are as good as each other.
    fine = [place for place in known if place.place and _EXACT.index(place.place.precision) <= max(finest, 1)]
    return fine or told
