"""Every place that a report names, whether or not anything is claimed of it; no people or bodies named like places."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.errors import InputError
from dateline.gazetteer import Gazetteer, demonyms, open_gazetteer
from dateline.reading.annotations import annotate, span_of
from dateline.reading.datelines import datelines
from dateline.reading.mentions import Mention, mentions
from dateline.reading.name_gate import chance, passes, passes_abroad
from dateline.reading.name_signs import ENGLISH, Surroundings
from dateline.reading.place_words import make_place_words
from dateline.reading.sentences import sentences
from dateline.reading.syntax import load_syntax
from dateline.reading.word_attributes import make_word_attributes, remember_attributes
from dateline.records import Place, Report, Span
from dateline.records.base import Record

# spaCy knows a component by its name once its module is imported; in the order in which they read.
COMPONENTS = (datelines, sentences, make_place_words, make_word_attributes)
_LANGUAGE = "en"
# How strongly a word for the people of a country speaks of that country.
_HINT = 0.5
_AREA_FOLLOWS = frozenset({",", "(", ", in", "in"})


class Toponym(Record):
    """A place named in a report: where in its text, and which place, None where no list has it or none fits."""

    source: str
    span: Span
    place: Place | None


@dataclass(frozen=True)
class Taken:
    """A mention that is a place's or a people's, with the probability that it is."""

    mention: Mention
    chance: float


class PlaceReader:
    """Finds the places that reports name."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self.nlp = nlp
        self.gazetteer = gazetteer

    def reads(self, report: Report) -> bool:
        """Whether the report is in a language that can be read."""
        return report.language == _LANGUAGE

    def places(self, report: Report, people: bool = False) -> list[Toponym]:
        """The places named in a report, in the order of its text; none for a report that cannot be read.

        With `people`, words for the people of a country ("Syrian") too, as naming that country. A place's score is the
        probability that the name is a place's and means this one. InputError for a text too long to be parsed.
        """
        return list(toponyms(self.parse(report), self.gazetteer, report.source, people)) if self.reads(report) else []

    def parse(self, report: Report) -> Doc:
        """The report's text with its syntax. InputError for a text too long to be parsed."""
        if len(report.text) > self.nlp.max_length:
            raise InputError(report.source, f"longer than {self.nlp.max_length:,} characters; split it into reports")
        return self.nlp(annotate(self.nlp.make_doc(report.text), report))


def toponyms(doc: Doc, gazetteer: Gazetteer, source: str, people: bool = False) -> Iterator[Toponym]:
    """The places named in a parsed text; see `PlaceReader.places`."""
    taken = taken_mentions(doc, gazetteer)
    places = resolved([t.mention for t in taken], gazetteer)
    for found, place in zip(taken, places, strict=True):
        if people or not found.mention.country:
            scored = place.model_copy(update={"score": round(place.score * found.chance, 4)}) if place else None
            yield Toponym(source=source, span=span_of(found.mention.tokens), place=scored)


def taken_mentions(doc: Doc, gazetteer: Gazetteer) -> list[Taken]:
    """The mentions that are more probably places or peoples than not; less sure ones in reports from abroad."""
    found = list(mentions(doc, gazetteer))
    around = Surroundings(doc, found)
    weighed = [(Taken(mention, chance(signs)), signs) for mention in found if (signs := around.signs(mention))]
    sure = [taken for taken, _ in weighed if passes(taken.chance)]
    weights = countries([taken.mention for taken in sure], gazetteer)
    if max(weights, key=weights.__getitem__, default="") in ENGLISH:
        return sure
    return [taken for taken, signs in weighed if passes(taken.chance) or passes_abroad(taken.chance, signs)]


def countries(found: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, float]:
    """How strongly the mentions speak of each country."""
    weights = gazetteer.countries(mention.tokens.text for mention in found if not mention.country)
    for mention in found:
        if mention.country:
            weights[mention.country] = weights.get(mention.country, 0.0) + _HINT
    return weights


def resolved(found: Sequence[Mention], gazetteer: Gazetteer) -> list[Place | None]:
    """The place of each mention, in the light of all others; of a people, its country."""
    named = [mention for mention in found if not mention.country]
    inside = told_inside([mention.tokens for mention in named])
    places = iter(
        gazetteer.resolve_all([mention.tokens.text for mention in named], countries(found, gazetteer), inside)
    )
    return [_country(mention, gazetteer) if mention.country else next(places) for mention in found]


def _country(mention: Mention, gazetteer: Gazetteer) -> Place | None:
    country = gazetteer.country(demonyms()[mention.tokens.text.lower()])
    return country.model_copy(update={"score": 1.0}) if country else None


def told_inside(names: Sequence[Tokens]) -> dict[str, str]:
    """Names with the name right behind that may say what they lie in: "Laredo, Texas"; the first time counts."""
    inside: dict[str, str] = {}
    for name, behind in pairwise(names):
        between = name.doc[name.end : behind.start]
        if len(between) <= 2 and between.text in _AREA_FOLLOWS:
            inside.setdefault(name.text, behind.text)
    return inside


def open_place_reader(progress: Callable[[str], None] | None = None) -> PlaceReader:
    """A reader of places; `progress` is told what takes long at first use."""
    gazetteer = open_gazetteer(progress=progress)
    nlp = load_syntax()
    remember_attributes(nlp)
    nlp.add_pipe("dateline_datelines", first=True)
    nlp.add_pipe("dateline_sentences", after="dateline_datelines")
    nlp.add_pipe("dateline_place_words", after="dateline_sentences")
    return PlaceReader(nlp, gazetteer)
