"""Pronouns and definite phrases, brought to whom they mean where syntax makes it plain, and left open elsewhere."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.annotations import Annotations
from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records import Entity
from dateline.records.base import Record
from dateline.records.entity import EntityKind

_ONE = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
MANY = frozenset({"they", "them", "themselves", "their"})
_THING = frozenset({"it", "itself", "its"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CANDIDATES = _SUBJECTS | {"dobj", "pobj"}
_SENTENCES_BACK = 2


class _Definite(Record):
    """Kinds of actor with the nouns by which one can be spoken of again, and what may stand before such a noun."""

    nouns: dict[EntityKind, WordSet]
    qualifiers: WordSet


@cache
def _definite() -> _Definite:
    return read_lexicon("coreference", _Definite)


def antecedent(head: Token, found: Annotations) -> Token | None:
    """`head` itself, or for a pronoun the noun it stands for; None where that is not plain."""
    if head.pos_ != "PRON" and head.tag_ not in {"PRP", "PRP$"}:
        return head
    word = head.lower_
    if word not in _ONE | MANY | _THING:
        return None
    if head.dep_ == "poss" and (owner := _own_subject(head)) is not None:
        return owner
    for candidates in _before(head):
        agreeing = [c for c in candidates if _agrees(word, c, found)]
        if agreeing:
            return _plain(agreeing)
    return None


def _own_subject(pronoun: Token) -> Token | None:
    """ "Turkey began its offensive": the subject of the very clause that the pronoun stands in."""
    verb = next((word for word in pronoun.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS] if verb is not None else []
    named = [subject for subject in subjects if subject.pos_ in {"NOUN", "PROPN"} and subject.i < pronoun.i]
    return named[0] if len(named) == 1 and not pronoun.is_ancestor(named[0]) else None


def _before(pronoun: Token) -> Iterator[list[Token]]:
    """Nouns that a pronoun may mean: of its own sentence before it, nearest first; then of the one before."""
    for sentence in _back_from(pronoun):
        nouns = [t for t in sentence if t.i < pronoun.i and t.pos_ in {"NOUN", "PROPN"} and t.dep_ in _CANDIDATES]
        yield nouns[::-1] if sentence == pronoun.sent else nouns


def _plain(agreeing: list[Token]) -> Token | None:
    """The one that is meant, if that is plain: the only one, or the only subject with no other people beside it."""
    subjects = [noun for noun in agreeing if noun.dep_ in _SUBJECTS]
    if len(agreeing) == 1:
        return agreeing[0]
    others = [noun for noun in agreeing if noun.dep_ == "dobj"]
    return subjects[0] if len(subjects) == 1 and not others else None


def _back_from(token: Token) -> list[Tokens]:
    back = [token.sent]
    while len(back) < _SENTENCES_BACK and back[-1].start > 0:
        back.append(token.doc[back[-1].start - 1].sent)
    return back


def _agrees(pronoun: str, noun: Token, found: Annotations) -> bool:
    classes = found.classes.get(noun.i, frozenset())
    name = found.name_at.get(noun.i)
    if pronoun in _ONE:
        alone = "Number=Sing" in str(noun.morph)
        person = noun.pos_ == "PROPN" and (
            name is None or (name.actor is not None and name.actor.entity.kind == "person")
        )
        return alone and (
            person
            or (bool(classes & {"people", "official", "suspect"}) and "organisation" not in classes and name is None)
        )
    if pronoun in MANY:
        return bool(classes & {"people", "armed", "captive"}) and ("Number=Plur" in str(noun.morph) or name is not None)
    return bool(classes & {"organisation", "armed"}) and "country" not in classes and "Number=Sing" in str(noun.morph)


def named_before(head: Token, found: Annotations) -> Entity | None:
    """For "the group": the actor named last before it that can be called so."""
    if not any(
        child.lower_ in {"the", "this", "that", "these", "those"} for child in head.children if child.dep_ == "det"
    ):
        return None
    if any(_narrows(child) for child in head.children):
        return None
    kinds = {kind for kind, words in _definite().nouns.items() if head.lemma_.lower() in words}
    earlier = (name for name in reversed(found.names) if name.tokens.start < head.i)
    return next((name.actor.entity for name in earlier if name.actor and name.actor.entity.kind in kinds), None)


def _narrows(child: Token) -> bool:
    """Whether a word makes the phrase mean others than the one named before; "the militant group" does not."""
    if child.dep_ in {"amod", "compound"}:
        return child.lower_ not in _definite().qualifiers
    return child.dep_ in {"prep", "nmod", "relcl", "acl", "nummod"}
