"""What an event is in one plain sentence, or in short for a list, made from its fields."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from typing import Final, get_args

from dateline.records import ClaimPlace, Event
from dateline.records.claim import Certainty, Modality
from dateline.records.place import Precision
from dateline.web.wording.kind_phrases import phrase
from dateline.web.wording.words import Words

_EXACT: Final[Sequence[str]] = get_args(Precision)


def sentence(event: Event, modality: Modality, certainty: Certainty, words: Words) -> str:
    """What happened, or is said to have been tried, denied or feared, as a whole sentence."""
    numbers = words.listed(words.count(count) for count in event.counts)
    told = ", ".join(filter(None, (_what(event, words), _when(event, words))))
    whole = _frame(modality, certainty, words.translations).format(told=told)
    if not numbers:
        return f"{whole}."
    return words.translations.gettext("%(sentence)s: %(numbers)s.") % {"sentence": whole, "numbers": numbers}


def summary(event: Event, modality: Modality, certainty: Certainty, words: Words) -> str:
    """The same for a list, which has columns for the day: what, by whom, to whom and where, and the numbers."""
    numbers = words.listed(words.count(count) for count in event.counts)
    told = ", ".join(filter(None, (_what(event, words), numbers)))
    whole = f"{_lead(modality, certainty, words.translations)}{told}"
    return whole[:1].upper() + whole[1:] + "."


def _frame(modality: Modality, certainty: Certainty, translations: NullTranslations) -> str:
    gettext = translations.gettext
    told = {
        "attempted": gettext("There was an attempt at {told}"),
        "negated": gettext("It is said that there was not {told}"),
        "future": gettext("It is planned, threatened or feared that there will be {told}"),
        "hypothetical": gettext("It is not clear whether there was {told}"),
    }
    happened = {
        "certain": gettext("There was {told}"),
        "probable": gettext("There was probably {told}"),
        "possible": gettext("There may have been {told}"),
    }
    return told.get(modality) or happened[certainty]


def _lead(modality: Modality, certainty: Certainty, translations: NullTranslations) -> str:
    gettext = translations.gettext
    leads = {
        "attempted": gettext("Tried: "),
        "negated": gettext("Said not to have happened: "),
        "future": gettext("Planned, threatened or feared: "),
        "hypothetical": gettext("Not clear whether it happened: "),
    }
    sure = {"probable": gettext("Probably: "), "possible": gettext("Possibly: ")}
    return leads.get(modality) or sure.get(certainty, "")


def _what(event: Event, words: Words) -> str:
    return " ".join((*_who_did_what(event, words), *_where(event, words)))


def _when(event: Event, words: Words) -> str:
    return words.when(event.time) if event.time.basis != "unknown" or event.time.span else ""


def _who_did_what(event: Event, words: Words) -> list[str]:
    # Under another name, as these are no texts to be gathered here: they stand in the file of kinds.
    translated, parts = words.translations.gettext, phrase(event.kind)
    said = [translated(parts["noun"])]
    recipient, actor = (words.who(event.participants, role) for role in ("recipient", "actor"))
    if recipient:
        said.append(translated(parts["recipient"]).format(recipient=recipient))
    if actor:
        said.append(translated(parts["actor"]).format(actor=actor))
    instrument = words.who(event.participants, "instrument")
    if instrument:
        said.append(words.translations.gettext("with {instrument}").format(instrument=instrument))
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
