"""The slots around a trigger in which its participants stand, nearest relations first."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.kinds.words import word_classes
from dateline.reading.annotations import VERBAL, Draft
from dateline.reading.doers import objects, passive, prepositional, subjects
from dateline.reading.light_verbs import light, suffered
from dateline.reading.surroundings import under

_PREFIX = 2
_CLAIMING = frozenset({"claim", "take", "accept", "assume", "bear", "admit"})


def nominal(root: Token) -> bool:
    """Whether a trigger's head word is a noun, or a gerund used like one ("shelling by the rebels")."""
    if root.pos_ not in VERBAL:
        return True
    return root.tag_ == "VBG" and any(
        child.dep_ == "prep" and child.lower_ in {"by", "of"} and child.i == root.i + 1 for child in root.children
    )


def slots_of(draft: Draft) -> Iterator[tuple[str, Token]]:
    """Slot and word: subject, object and prepositions of a verb; owners, modifiers and light verbs of a noun."""
    yield from _noun_slots(draft) if nominal(draft.root) else _verb_slots(draft)


def _verb_slots(draft: Draft) -> Iterator[tuple[str, Token]]:
    verb = draft.root
    yield from (("subject", word) for word in subjects(verb))
    yield from (("object", word) for word in objects(verb))
    for holder in (verb, *(word for word in draft.tokens if word.head.i == verb.i and word.dep_ == "dobj")):
        for child in holder.children:
            if child.dep_ in {"prep", "dative"}:
                yield from ((child.lower_, word) for word in prepositional(child))


def _noun_slots(draft: Draft) -> Iterator[tuple[str, Token]]:
    noun = draft.root
    yield from (("by", word) for word in _blamed(noun))
    for child in noun.children:
        if child.dep_ in {"prep", "agent"}:
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


def _blamed(noun: Token) -> Iterator[Token]:
    """Whom the words around an event noun hold responsible for it, or who says it was they."""
    head = noun.head
    if noun.dep_ == "pobj":
        yield from _blamed_over(head)
    elif noun.dep_ in {"dobj", "nsubjpass"} and head.pos_ in VERBAL:
        if head.lemma_ in {"blame", "pin", "attribute"}:
            # "blamed the blast on the rebels", "the raid was attributed to the rebels"
            yield from (word for preposition in ("on", "to") for word in under(head, preposition))
        elif head.lemma_ == "claim":
            yield from subjects(head)


def _blamed_over(preposition: Token) -> Iterator[Token]:
    """ "blamed for the raid", "accused of it", "responsible for it", "claimed responsibility for it", "behind it"."""
    told = preposition.head
    match preposition.lower_, told.lemma_:
        case "for" | "of" | "with", lemma if told.pos_ in VERBAL and lemma in word_classes()["blaming"]:
            yield from objects(told)
        case "behind", "be":
            yield from subjects(told)
        case "for", "responsible":
            yield from subjects(told.head)
        case "for", "responsibility" if told.head.lemma_ in _CLAIMING:
            yield from subjects(told.head)


def _told_with(noun: Token) -> Iterator[tuple[str, Token]]:
    """ "a clash broke out between", "seized guns in a raid": what the verb beside the noun tells of who it was."""
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ in VERBAL:
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
