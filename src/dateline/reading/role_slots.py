"""The slots around a trigger in which its participants stand, nearest relations first."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.annotations import VERBAL, Draft
from dateline.reading.doers import objects, passive, prepositional, subjects
from dateline.reading.light_verbs import light, suffered
from dateline.reading.surroundings import under

_PREFIX = 2


def slots_of(draft: Draft) -> Iterator[tuple[str, Token]]:
    """Slot and word: subject, object and prepositions of a verb; owners, modifiers and light verbs of a noun."""
    yield from _verb_slots(draft.root) if draft.root.pos_ in VERBAL else _noun_slots(draft)


def _verb_slots(verb: Token) -> Iterator[tuple[str, Token]]:
    yield from (("subject", word) for word in subjects(verb))
    yield from (("object", word) for word in objects(verb))
    for child in verb.children:
        if child.dep_ in {"prep", "dative"}:
            yield from ((child.lower_, word) for word in prepositional(child))


def _noun_slots(draft: Draft) -> Iterator[tuple[str, Token]]:
    noun = draft.root
    for child in noun.children:
        if child.dep_ == "prep":
            yield from ((child.lower_, word) for word in prepositional(child))
        elif child.dep_ == "poss":
            yield "poss", child
        elif child.dep_ in {"compound", "amod", "nmod"}:
            yield from (("modifier", word) for word in (child, *child.children) if not _opposed(word))
        elif child.dep_ == "acl":
            yield from (("by", word) for word in under(child, "by"))
    yield from _lent(noun)
    if noun.head.head.i not in {result.root.i for result in draft.results}:
        yield from _told_with(noun)


def _opposed(word: Token) -> bool:
    """ "anti-government protest": against whom, not by whom."""
    hyphen = word.i >= _PREFIX and word.nbor(-1).text == "-"
    return hyphen and word.nbor(-2).lower_ in {"anti", "pro", "non", "counter"}


def _told_with(noun: Token) -> Iterator[tuple[str, Token]]:
    """ "a clash broke out between", "seized guns in a raid": what the verb beside the noun tells of who it was."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.pos_ in VERBAL:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"between", "with", "against"}:
                yield from ((child.lower_, word) for word in prepositional(child))
    elif noun.dep_ == "pobj" and verb.lower_ in {"in", "during", "at"} and verb.head.pos_ in VERBAL:
        yield from (("within", word) for word in subjects(verb.head) if not light(verb.head))


def _lent(noun: Token) -> Iterator[tuple[str, Token]]:
    """What a light verb lends its noun: "launched an attack on" gives subject and prepositions."""
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun.head
    if noun.dep_ == "conj" and head.pos_ not in VERBAL:
        head = head.head
    if head.pos_ not in VERBAL or noun.dep_ in {"nsubj", "advcl"} or not light(head):
        return
    if passive(head):
        yield from (("by", word) for word in subjects(head))
    else:
        yield from (("sufferer" if suffered(head) else "subject", word) for word in subjects(head))
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"against", "on", "by"}:
            yield from ((child.lower_, word) for word in prepositional(child))
