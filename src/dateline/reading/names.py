"""Names in the text: actors by the register, places by the gazetteer, and people of a country by its demonym.

The parser's own entity labels take towns in Syria for people, so they are not asked. A name of a place that is only
part of a longer name, or that follows a title, is no place.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.actors import Actor, Register, load_register
from dateline.actors.register import Named, key
from dateline.gazetteer import Gazetteer, demonyms, fold, open_gazetteer
from dateline.reading.annotations import Annotations, Name, annotations
from dateline.reading.toponyms import taken_mentions, told_inside

_LONGEST = 7
_HINT = 0.5
# A country counts as one that the report is about from this share of the weight of the main one.
_MAIN_SHARE = 0.3

# Where names of actors that begin at one word end, and who bears them.
Borne = Sequence[tuple[int, list[Named]]]


class NameFinder:
    """Finds names and says what they name; of names that overlap the longer is kept."""

    def __init__(self, gazetteer: Gazetteer, register: Register) -> None:
        self._gazetteer = gazetteer
        self._register = register
        self._firsts = frozenset(first for alias, _ in register.names() for first in _first_words(alias))

    def __call__(self, doc: Doc) -> Doc:
        """Names are found twice: the first time tells the countries that settle which actor a shared name means."""
        found = annotations(doc)
        taken = taken_mentions(doc, self._gazetteer)
        found.mentions = {one.mention.tokens.start: one.mention.tokens for one in taken}
        borne = dict(self._borne(doc, found))
        found.countries = self._countries(list(self._names(doc, found, borne)), found)
        names = list(self._places(list(self._names(doc, found, borne)), found))
        found.names = names
        found.name_at = {token.i: name for name in names for token in name.tokens}
        return doc

    def _borne(self, doc: Doc, found: Annotations) -> Iterator[tuple[int, Borne]]:
        """By the word that they begin at: where names of actors end, longest first, and who bears them on the day."""
        stops = [token.is_punct or token.is_space or token.tag_ == "POS" for token in doc]
        for sentence in doc.sents:
            for token in sentence:
                if fold(token.text) in self._firsts and token.pos_ != "DET":
                    ends = range(min(token.i + _LONGEST, sentence.end), token.i, -1)
                    texts = ((end, doc[token.i : end].text) for end in ends if not stops[end - 1])
                    borne = [(end, held) for end, text in texts if (held := self._register.held(text, found.day))]
                    if borne:
                        yield token.i, borne

    def _names(self, doc: Doc, found: Annotations, borne: Mapping[int, Borne]) -> Iterator[Name]:
        at = 0
        while at < len(doc):
            if at in found.filed:
                at += 1
                continue
            name = self._name(doc, at, found, borne.get(at, ()))
            at = name.tokens.end if name else at + 1
            if name:
                yield name

    def _name(self, doc: Doc, at: int, found: Annotations, borne: Borne) -> Name | None:
        actor, actor_end = self._actor(doc, at, found, borne)
        mention = found.mentions.get(at)
        length = len(mention) if mention and mention.text.lower() not in demonyms() else 0
        if actor and actor_end - at >= length:
            sort = "place" if _is_country(actor) and length == actor_end - at else "actor"
            return Name(doc[at:actor_end], actor=actor, sort=sort)  # type: ignore[arg-type]
        if length:
            return Name(doc[at : at + length], sort="place")
        if doc[at].lower_ in demonyms() and doc[at].text[0].isupper():
            return Name(doc[at : at + 1], actor=self._state(demonyms()[doc[at].lower_], found), sort="demonym")
        return None

    def _state(self, code: str, found: Annotations) -> Actor | None:
        """The state that a demonym means where it says who acts ("the Turkish offensive")."""
        country = self._gazetteer.country(code)
        return self._register.find(country.name, found.day) if country else None

    def _actor(self, doc: Doc, at: int, found: Annotations, borne: Borne) -> tuple[Actor | None, int]:
        for end, held in borne:
            actor = self._register.meant(held, found.day, _main(found.countries))
            if actor is not None and self._written_as_name(doc[at:end], actor):
                return actor, end
        return None, at

    def _written_as_name(self, tokens: Tokens, actor: Actor) -> bool:
        """A single word needs a capital ("car" is no Central African Republic), unless the actor is called by it.

        Of several words ("government forces") none does.
        """
        if len(tokens) > 1 or not tokens.text.islower():
            return True
        bearers = self._register.bearers(tokens.text)
        return any(name.local and name.text.islower() for name, bearer in bearers if bearer is actor)

    def _countries(self, names: list[Name], found: Annotations) -> Mapping[str, float]:
        """How strongly the report speaks of each country, by its places and by the people it names."""
        weights: dict[str, float] = defaultdict(float)
        weights |= self._gazetteer.countries(name.tokens.text for name in names if name.sort == "place")
        for name in names:
            if name.sort == "demonym":
                weights[demonyms()[name.tokens.text.lower()]] += _HINT
            elif name.actor is not None and len(name.actor.countries) == 1:
                weights[next(iter(name.actor.countries))] += _HINT
        return weights

    def _places(self, names: list[Name], found: Annotations) -> Iterator[Name]:
        """The names, those of places resolved in the light of each other; without those that mean no place."""
        named = [name for name in names if name.sort == "place"]
        texts = [name.tokens.text for name in named]
        inside = told_inside([name.tokens for name in named])
        places = iter(self._gazetteer.resolve_all(texts, found.countries, inside))
        for name in names:
            if name.sort == "place":
                name.place = next(places)
                if name.place is None:
                    continue
            yield name


def _first_words(alias: str) -> set[str]:
    """Words with which the alias may begin in a text: with its article or without."""
    words = fold(alias).split()
    return {words[0], key(alias).split()[0]} if words else set()


def _main(countries: Mapping[str, float]) -> list[str]:
    """The countries that the report is mostly about."""
    most = max(countries.values(), default=0.0)
    return [country for country, weight in countries.items() if weight >= most * _MAIN_SHARE]


def _is_country(actor: Actor) -> bool:
    return actor.entity.kind == "government"


@Language.factory("dateline_names", default_config={"actors": []})
def make_names(nlp: Language, name: str, actors: list[str]) -> NameFinder:
    """The component for a pipeline."""
    return NameFinder(open_gazetteer(), load_register([Path(folder) for folder in actors]))
