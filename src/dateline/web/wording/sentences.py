"""One plain sentence that says what an event is, made from its fields."""

from collections.abc import Iterator
from gettext import NullTranslations

from dateline.records import Event
from dateline.records.claim import Certainty, Modality
from dateline.web.wording.kind_phrases import phrase
from dateline.web.wording.words import Words


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
    yield _who_did_what(event, words)
    where = words.where(event.places)
    if where:
        yield where
    if dated and (event.time.basis != "unknown" or event.time.span):
        yield words.when(event.time)
    numbers = words.listed(words.count(count) for count in event.counts)
    if numbers:
        yield numbers


def _who_did_what(event: Event, words: Words) -> str:
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
    return " ".join(said)
