"""Places of a claim: where it happened, came from and went to, with the relation that the words give.

A place belongs to the claim whose trigger it hangs on. One that hangs on nothing that is a claim goes to the nearest
trigger of its sentence; a place named only in the report's dateline or as a speaker's seat goes to none.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import field_validator
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.lexicon import read_lexicon
from dateline.reading.light_verbs import light
from dateline.reading.phrases import phrase
from dateline.reading.surroundings import conjuncts, objects, subjects
from dateline.reading.voices import is_saying
from dateline.records import ClaimPlace, Participant, Place
from dateline.records.base import Record
from dateline.records.claim import PlaceRole, Relation

_VERBAL = frozenset({"VERB", "AUX"})
_PLACE_PREPS = 3
# What may stand between a place and the name of what it lies in.
_BETWEEN = re.compile(r"[\s,(]+|\bin\b|\bof\b|\bthe\b")
_BACK = 5
# Prepositions that alone do not make a name the place of what the sentence tells.
_NOT_ALONE = frozenset({"of", "for", "against", "by", "over", "on"})


class _Told(Record):
    role: PlaceRole
    relation: Relation


class _Places(Record):
    prepositions: Mapping[str, _Told]
    relations: Mapping[str, Relation]
    parts: frozenset[str]
    sites: frozenset[str]

    @field_validator("parts", "sites", mode="before")
    @classmethod
    def _split(cls, value: str) -> frozenset[str]:
        return frozenset(value.split())


@cache
def _words() -> _Places:
    return read_lexicon("places", _Places)


_IN = _Told(role="location", relation="in")


@Language.component("dateline_places")
def places(doc: Doc) -> Doc:
    """Sets the places of every draft."""
    found = annotations(doc)
    roots = {token.i for draft in found.drafts for token in draft.tokens}
    for draft in found.drafts:
        for told, head in _around(draft, roots):
            _add(draft, told, head, found)
    for draft, told, head in list(_left_over(found)):
        _add(draft, told, head, found)
    for draft in found.drafts:
        for told, head in list(_around_places(draft, found)):
            _add(draft, told, head, found)
    for draft, told, head in list(_of_companions(found)):
        _add(draft, told, head, found)
    return doc


def _add(draft: Draft, told: _Told, head: Token, found: Annotations) -> None:
    if not _is_place(head, found):
        return
    tokens = _phrase(head, found)
    span = span_of(tokens)
    if any(p.span.start < span.end and span.start < p.span.end for p in draft.places):
        return
    if any(p.span.start <= head.idx < p.span.end for p in draft.participants):
        return
    role = told.role if told.role in draft.kind.places else "location"
    draft.places.append(ClaimPlace(role=role, relation=told.relation, span=span, place=_resolved(tokens, head, found)))


def _is_place(head: Token, found: Annotations) -> bool:
    name = found.name_at.get(head.i)
    if name is not None:
        return name.sort == "place"
    if head.lemma_.lower() not in _words().sites:
        return False
    return head.pos_ in {"NOUN", "PROPN"}


def _phrase(head: Token, found: Annotations) -> Tokens:
    """The place's words, with "of" and its name where the head is a sort of place ("province of Homs")."""
    tokens = phrase(head, found)
    if head.lemma_.lower() in _words().parts:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == head.i + 1:
                named = next((t for t in child.children if t.dep_ == "pobj" and t.i in found.name_at), None)
                if named is not None:
                    return head.doc[tokens.start : phrase(named, found).end]
    return tokens


def _resolved(tokens: Tokens, head: Token, found: Annotations) -> Place | None:
    named = [found.name_at[token.i] for token in tokens if token.i in found.name_at]
    return next((name.place for name in named if name.place is not None), None)


def _around(draft: Draft, roots: set[int]) -> Iterator[tuple[_Told, Token]]:
    """Place heads by what they hang on: the trigger, its object or subject, the light verb above it."""
    root = draft.root
    if root.pos_ in _VERBAL:
        yield from ((_IN, word) for word in objects(root))
        yield from _below(root, roots)
        for child in root.children:
            if child.dep_ in {"dobj", "nsubjpass", "prt", "advmod"} and child.i not in roots:
                yield from _below(child, roots)
        yield from _shared(root, roots)
        for subject in subjects(root):
            yield from _below(subject, roots)
    else:
        yield from _below(root, roots)
        yield from ((_IN, child) for child in root.children if child.dep_ in {"compound", "nmod", "poss", "amod"})
        yield from _above_noun(root, roots)


def _left_over(found: Annotations) -> Iterator[tuple[Draft, _Told, Token]]:
    """Named places that hang on no trigger, by a slip of the parser or over other words: with the nearest trigger."""
    taken = {(p.span.start, p.span.end) for draft in found.drafts for p in _placed(draft)}
    for name in found.names:
        span = span_of(name.tokens)
        told = _told_before(name.tokens)
        if name.sort != "place" or told is None or any(a < span.end and span.start < b for a, b in taken):
            continue
        if _of_speaker(name.tokens.root) or _of_person(name.tokens.root, found):
            continue
        near = [draft for draft in found.drafts if draft.root.sent == name.tokens.sent]
        if near:
            yield min(near, key=lambda draft: abs(draft.root.i - name.tokens.start)), told, name.tokens.root


def _around_places(draft: Draft, found: Annotations) -> Iterator[tuple[_Told, Token]]:
    """Names right behind a place that tell what it lies in: "Dodola (West Arsi, Oromia)", "Laredo, Texas"."""
    for place in draft.places:
        told = _Told(role=place.role, relation=place.relation)
        last = place.span.end
        for name in found.names:
            start = name.tokens.start_char
            if name.sort == "place" and start > last and not _BETWEEN.sub("", found.report.text[last:start]):
                yield told, name.tokens.root
                last = name.tokens.end_char


def _of_companions(found: Annotations) -> Iterator[tuple[Draft, _Told, Token]]:
    """ "abducted and shot in Homs": a place told before or after both of two coordinated verbs is the place of both."""
    for draft in found.drafts:
        if draft.places or draft.root.dep_ not in {"conj", "ROOT", "ccomp", "relcl", "advcl"}:
            continue
        for other in found.drafts:
            if other.root in draft.root.conjuncts and other.root.pos_ == draft.root.pos_ == "VERB":
                yield from ((draft, told, head) for told, head in _outside_both(other, draft))


def _outside_both(other: Draft, draft: Draft) -> Iterator[tuple[_Told, Token]]:
    first, last = sorted((other.root.idx, draft.root.idx))
    for place in other.places:
        tokens = draft.root.doc.char_span(place.span.start, place.span.end)
        if place.role == "location" and tokens is not None and not first < place.span.start < last:
            yield _Told(role="location", relation=place.relation), tokens.root


def _placed(draft: Draft) -> Iterator[ClaimPlace | Participant]:
    yield from draft.places
    yield from draft.participants


def _of_speaker(place: Token) -> bool:
    """ "the ministry in Quito said", "wrote from Bukavu": where someone speaks, not where it happened."""
    above = next((word for word in place.ancestors if word.pos_ in _VERBAL), None)
    return above is not None and is_saying(above)


def _of_person(place: Token, found: Annotations) -> bool:
    """ "a tourist from Canada": where someone is from."""
    preposition = place.head
    people = "people" in found.classes.get(preposition.head.i, frozenset())
    return preposition.dep_ == "prep" and preposition.lower_ in {"from", "of"} and people


def _told_before(tokens: Tokens) -> _Told | None:
    """What the preposition before a name tells of it, over an article, a direction or a sort of place."""
    for word in reversed(list(tokens.doc[max(tokens.sent.start, tokens.start - _BACK) : tokens.start])):
        if word.lower_ in _words().prepositions and word.lower_ not in _NOT_ALONE:
            return _words().prepositions[word.lower_]
        if word.pos_ not in {"DET", "ADJ", "NOUN", "PROPN"} and word.lower_ not in {"of", ","}:
            return None
    return None


def _shared(verb: Token, roots: set[int]) -> Iterator[tuple[_Told, Token]]:
    """A coordinated or embedded verb shares the place that is told at the end or the front of its sentence."""
    head = verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl"} and head.pos_ in _VERBAL and head.i != verb.i:
        for child in head.children:
            if child.dep_ == "prep" and (child.i < min(head.i, verb.i) or head.i not in roots):
                yield from _of_preposition(child, roots)


def _above_noun(noun: Token, roots: set[int]) -> Iterator[tuple[_Told, Token]]:
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ in {"prep", "agent"} else noun.head
    if head.i == noun.i or head.pos_ not in _VERBAL:
        return
    if head.i in roots and not light(head) and noun.dep_ != "nsubj":
        return
    for child in head.children:
        if child.dep_ == "prep":
            yield from _of_preposition(child, roots)
        elif child.dep_ == "dobj" and noun.dep_ == "nsubj":
            yield _IN, child
            yield from _below(child, roots)


def _below(token: Token, roots: set[int], depth: int = 0) -> Iterator[tuple[_Told, Token]]:
    for child in token.children:
        if child.dep_ in {"prep", "agent"}:
            yield from _of_preposition(child, roots, depth)
        elif child.dep_ in {"advmod", "npadvmod"} and child.lemma_.lower() in _words().relations:
            yield from _below(child, roots, depth + 1)
        elif child.dep_ == "appos":
            yield _IN, child


def _of_preposition(
    preposition: Token, roots: set[int], depth: int = 0, outer: _Told | None = None
) -> Iterator[tuple[_Told, Token]]:
    """Places under a preposition; of two ("out of", "from near") the outer tells the role, the inner the relation."""
    told = _words().prepositions.get(preposition.lower_)
    if told is None or depth > _PLACE_PREPS:
        return
    if outer is not None:
        told = _Told(role=outer.role, relation=told.relation)
    for child in preposition.children:
        if child.dep_ == "pobj":
            for head in conjuncts(child):
                if head.i not in roots:
                    yield from _of_object(told, head, roots, depth)
        elif child.dep_ == "prep":
            yield from _of_preposition(child, roots, depth + 1, told)


def _of_object(told: _Told, head: Token, roots: set[int], depth: int) -> Iterator[tuple[_Told, Token]]:
    """The object itself and the places told with it ("in Azaz, in Aleppo province", "on the outskirts of Homs")."""
    relation = _words().relations.get(head.lemma_.lower())
    inner = _Told(role=told.role, relation=relation) if relation else told
    if relation is None:
        yield told, head
    for child in head.children:
        if child.dep_ == "prep":
            for below, word in _of_preposition(child, roots, depth + 1):
                yield (inner if child.lower_ == "of" else below), word
        elif child.dep_ in {"appos", "npadvmod"}:
            yield told, child
