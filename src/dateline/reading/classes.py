"""Which classes (`@people`, `@place`) each word of a report belongs to: by list, and by the names it is part of."""

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.kinds.words import word_classes
from dateline.reading.annotations import Annotations, annotations

if TYPE_CHECKING:
    from dateline.actors import Actor

_OF_ACTORS = {
    "state_forces": frozenset({"armed", "people", "organisation", "name"}),
    "armed_group": frozenset({"armed", "people", "organisation", "name"}),
    "government": frozenset({"organisation", "name", "country"}),
    "civilians": frozenset({"people", "name"}),
    "person": frozenset({"people", "name"}),
}
_OF_DOERS = ("er", "or", "ist", "ian", "man", "woman", "ee")
_NONE: frozenset[str] = frozenset()
_OTHER_ACTOR = frozenset({"organisation", "name"})
# Lists all of whose words are people: rioters, marchers.
_OF_CROWDS = frozenset({"demonstrating", "mob"})


@Language.component("dateline_classes")
def classes(doc: Doc) -> Doc:
    """Sets the classes of every word that has any."""
    found = annotations(doc)
    by_lemma = _by_lemma()
    for token in doc:
        listed = by_lemma.get(token.lemma_.lower(), _NONE) | by_lemma.get(token.lower_, _NONE)
        named = _by_name(token, found)
        listed |= _by_ending(token) if not listed | named else frozenset()
        listed |= {"people"} if listed & _OF_CROWDS else frozenset()
        if listed | named:
            found.classes[token.i] = named or listed if token.pos_ == "PROPN" and named else listed | named
    found.words = Counter(item for token in doc for item in items_of(token, found))
    return doc


def items_of(token: Token, found: Annotations) -> set[str]:
    """What a condition can ask of the word: its lemma, its form, its classes each with an @."""
    return {token.lemma_.lower(), token.lower_, *(f"@{name}" for name in found.classes.get(token.i, ()))}


@cache
def _by_lemma() -> dict[str, frozenset[str]]:
    turned: dict[str, frozenset[str]] = {}
    for name, words in word_classes().items():
        for word in words:
            turned[word] = turned.get(word, frozenset()) | {name}
    return turned


def _by_ending(token: Token) -> frozenset[str]:
    """ "broadcasters", "bounty hunters", "villagers": words for those who do something, where no list knows them."""
    agent = token.pos_ == "NOUN" and token.lemma_.lower().endswith(_OF_DOERS)
    return frozenset({"people"}) if agent and token.lemma_.lower() not in word_classes()["no_doer"] else frozenset()


def _by_name(token: Token, found: Annotations) -> frozenset[str]:
    name = found.name_at.get(token.i)
    if name is None:
        return frozenset()
    if name.sort == "demonym":
        qualifies = token.dep_ in {"amod", "compound", "nmod"}
        return frozenset() if qualifies else frozenset({"people", "name"})
    place = frozenset({"place", "name"}) if name.sort == "place" else frozenset()
    return place | (_of_actor(name.actor) if name.actor else frozenset())


def _of_actor(actor: "Actor") -> frozenset[str]:
    return _OF_ACTORS.get(actor.entity.kind, _OTHER_ACTOR)
