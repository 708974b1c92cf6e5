"""The slots around a trigger, read off the parse, and whether a kind's conditions on them hold."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.kinds import Condition
from dateline.kinds.words import word_classes
from dateline.reading.annotations import Annotations
from dateline.reading.classes import items_of
from dateline.reading.doers import objects, prepositional, subjects

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "advmod"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp"})
_NEAR = 2


def under(token: Token, preposition: str) -> Iterator[Token]:
    """The objects of `preposition` where it hangs on `token`, or on its object ("troops to the border")."""
    for holder in (
        token,
        *(child for child in token.children if child.dep_ in {"dobj", "prt", "prep", "advmod"}),
    ):
        for child in holder.children:
            if child.dep_ in {"prep", "agent", "dative"} and child.lower_ == preposition:
                yield from prepositional(child)


def slot(token: Token, name: str) -> Iterator[Token]:
    """The words in the slot `name` of a trigger's head word, with what a quantity is of ("dozens of men")."""
    for word in _slot(token, name):
        yield word
        if word.lemma_.lower() in word_classes()["quantity"] and name not in {"sentence", "report"}:
            yield from under(word, "of")


def _slot(token: Token, name: str) -> Iterator[Token]:
    if name == "object":
        yield from (objects(token) if token.pos_ in {"VERB", "AUX"} else under(token, "of"))
    elif name == "subject":
        yield from (subjects(token) if token.pos_ in {"VERB", "AUX"} else under(token, "by"))
    elif name == "modifier":
        yield from (child for child in token.children if child.dep_ in _MODIFIERS)
    elif name == "particle":
        yield from (child for child in token.children if child.dep_ == "prt")
    elif name == "head":
        yield from (_governor(token),)
    elif name == "complement":
        yield from (child for child in token.children if child.dep_ in _CLAUSES)
    elif name == "before":
        yield from token.doc[max(token.sent.start, token.i - _NEAR) : token.i]
    elif name == "after":
        yield from token.doc[token.i + 1 : min(token.sent.end, token.i + 1 + _NEAR)]
    elif name == "sentence":
        yield from (other for other in token.sent if other.i != token.i)
    else:
        yield from under(token, name)


def _governor(token: Token) -> Token:
    """The word above, past a preposition ("victims of the attack": victims)."""
    head = token.head
    return head.head if head.dep_ == "prep" else head


def holds(condition: Condition, token: Token, found: Annotations) -> bool:
    """Whether every slot of `condition` has one of its words."""
    return all(_filled(token, name, items, found) for name, items in condition.slots.items())


def barred(condition: Condition, token: Token, found: Annotations) -> bool:
    """Whether any slot of `condition` has one of its words."""
    return any(_filled(token, name, items, found) for name, items in condition.slots.items())


def _filled(token: Token, name: str, items: tuple[str, ...], found: Annotations) -> bool:
    if name == "report":
        own = items_of(token, found)
        return any(found.words[item] > (item in own) for item in items)
    if "*" in items:
        return next(slot(token, name), None) is not None
    asked = set(items)
    return any(not asked.isdisjoint(items_of(word, found)) for word in slot(token, name))
