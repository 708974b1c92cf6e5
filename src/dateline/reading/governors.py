"""The words above a trigger that speak of it: those that take it as their complement, up to the clause's end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.reading.annotations import VERBAL
from dateline.reading.light_verbs import light

# Prepositions over which a noun is the content of the word above: "threat of", "call for", "brace for".
_OF_CONTENT = frozenset({"of", "for", "from", "to", "against", "on", "about"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "obj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_MOST = 8


@dataclass(frozen=True)
class Link:
    """A word above the trigger, the word below it by which it was reached, as what that stands to it, and whether it
    shares its auxiliaries and negation with it. `over` is the preposition between them, if there is one.
    """

    word: Token
    below: Token
    complement: Literal["clause", "noun", "conjunct"]
    shares: bool
    over: str = ""


def climb(root: Token) -> Iterator[Link]:
    """From the trigger upwards, nearest first."""
    token: Token | None = root
    for _ in range(_MOST):
        link = _above(token) if token is not None else None
        if link is None:
            return
        yield link
        token = _next(link)


def _above(token: Token) -> Link | None:
    if token.head.i == token.i:
        return None
    return _above_verb(token) if token.pos_ in VERBAL or token.dep_ in {"xcomp", "ccomp"} else _above_noun(token)


def _above_verb(token: Token) -> Link | None:
    head, dep = token.head, token.dep_
    if dep in {"xcomp", "acomp"}:
        return Link(head, token, "clause", shares=True)
    if dep == "conj":
        return None if _own_subject(token) else Link(head, token, "conjunct", shares=head.pos_ in VERBAL)
    if dep in {"ccomp", "csubj"} or (dep == "acl" and (token.tag_ == "VB" or _has_mark(token))):
        return Link(head, token, "clause", shares=False)
    if dep == "pcomp" and head.dep_ == "prep" and head.lower_ in _OF_CONTENT:
        return Link(head.head, token, "clause", shares=False, over=head.lower_)
    if dep == "advcl" and head.pos_ == "ADJ":
        return Link(head, token, "clause", shares=True)
    return None


def _above_noun(token: Token) -> Link | None:
    head, dep = token.head, token.dep_
    if dep in _OBJECTS:
        return Link(head, token, "noun", shares=light(head) or head.lemma_ == "be")
    if dep == "nsubj" and head.lemma_ in {
        "occur",
        "happen",
        "take",
        "be",
        "break",
        "erupt",
        "begin",
        "start",
        "continue",
        "resume",
    }:
        return Link(head, token, "noun", shares=head.lemma_ != "be")
    if dep == "pobj" and head.dep_ in {"prep", "agent"} and head.head.i != head.i:
        content = head.lower_ in _OF_CONTENT or light(head.head)
        return Link(head.head, token, "noun", shares=light(head.head), over=head.lower_) if content else None
    if dep == "conj":
        return Link(head, token, "conjunct", shares=False)
    if dep == "compound" and head.pos_ in {"NOUN", "PROPN"}:
        return Link(head, token, "noun", shares=False)
    if dep == "acomp":
        return Link(head, token, "clause", shares=True)
    return None


def _has_mark(token: Token) -> bool:
    """ "the report that they fled": a clause that tells what the noun is, and does not only describe it."""
    return any(child.dep_ == "mark" for child in token.children)


def _own_subject(token: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in token.children)


def _next(link: Link) -> Token | None:
    """Where to go on from: a noun's governor only where it is light, or itself a noun that has content."""
    if link.complement == "noun" and link.word.pos_ in VERBAL and not link.shares:
        return None
    return link.word
