"""Where the places of a trigger stand: under it, its object or subject, or the light verb above it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reading.annotations import VERBAL, Draft
from dateline.reading.doers import conjuncts, objects, subjects
from dateline.reading.light_verbs import light
from dateline.reading.place_relations import IN, Told, words

_DEEPEST = 3


def places_around(draft: Draft, roots: set[int]) -> Iterator[tuple[Told, Token]]:
    """Place heads by what they hang on: the trigger, its object or subject, the light verb above it."""
    root = draft.root
    if root.pos_ in VERBAL:
        yield from ((IN, word) for word in objects(root))
        yield from _below(root, roots)
        for child in root.children:
            if child.dep_ in {"dobj", "nsubjpass", "prt", "advmod"} and child.i not in roots:
                yield from _below(child, roots)
        yield from _shared(root, roots)
        for subject in subjects(root):
            yield from _below(subject, roots)
    else:
        yield from _below(root, roots)
        yield from ((IN, child) for child in root.children if child.dep_ in {"compound", "nmod", "poss", "amod"})
        yield from _above_noun(root, roots)


def _shared(verb: Token, roots: set[int]) -> Iterator[tuple[Told, Token]]:
    """A coordinated or embedded verb shares the place that is told at the end or the front of its sentence."""
    head = verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl"} and head.pos_ in VERBAL and head.i != verb.i:
        for child in head.children:
            if child.dep_ == "prep" and (child.i < min(head.i, verb.i) or head.i not in roots):
                yield from _of_preposition(child, roots)


def _above_noun(noun: Token, roots: set[int]) -> Iterator[tuple[Told, Token]]:
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ in {"prep", "agent"} else noun.head
    if head.i == noun.i or head.pos_ not in VERBAL:
        return
    if head.i in roots and not light(head) and noun.dep_ != "nsubj":
        return
    for child in head.children:
        if child.dep_ == "prep":
            yield from _of_preposition(child, roots)
        elif child.dep_ == "dobj" and noun.dep_ == "nsubj":
            yield IN, child
            yield from _below(child, roots)


def _below(token: Token, roots: set[int], depth: int = 0) -> Iterator[tuple[Told, Token]]:
    for child in token.children:
        if child.dep_ in {"prep", "agent"}:
            yield from _of_preposition(child, roots, depth)
        elif child.dep_ in {"advmod", "npadvmod"} and child.lemma_.lower() in words().relations:
            yield from _below(child, roots, depth + 1)
        elif child.dep_ == "appos":
            yield IN, child


def _of_preposition(
    preposition: Token, roots: set[int], depth: int = 0, outer: Told | None = None
) -> Iterator[tuple[Told, Token]]:
    """Places under a preposition; of two ("out of", "from near") the outer tells the role, the inner the relation."""
    told = words().prepositions.get(preposition.lower_)
    if told is None or depth > _DEEPEST:
        return
    if outer is not None:
        told = Told(role=outer.role, relation=told.relation)
    for child in preposition.children:
        if child.dep_ == "pobj":
            for head in conjuncts(child):
                if head.i not in roots:
                    yield from _of_object(told, head, roots, depth)
        elif child.dep_ == "prep":
            yield from _of_preposition(child, roots, depth + 1, told)


def _of_object(told: Told, head: Token, roots: set[int], depth: int) -> Iterator[tuple[Told, Token]]:
    """The object itself and the places told with it ("in Azaz, in Aleppo province", "on the outskirts of Homs")."""
    relation = words().relations.get(head.lemma_.lower())
    inner = Told(role=told.role, relation=relation) if relation else told
    if relation is None:
        yield told, head
    for child in head.children:
        if child.dep_ == "prep":
            for below, word in _of_preposition(child, roots, depth + 1):
                yield (inner if child.lower_ == "of" else below), word
        elif child.dep_ in {"appos", "npadvmod"}:
            yield told, child
