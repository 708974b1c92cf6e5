"""Places that hang on no trigger by the parse, and still belong to one."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.annotations import Annotations, Draft, span_of
from dateline.reading.place_relations import Told, words
from dateline.reading.voices import is_saying
from dateline.records import ClaimPlace, Participant

_VERBAL = frozenset({"VERB", "AUX"})
# What may stand between a place and the name of what it lies in.
_BETWEEN = re.compile(r"[\s,(]+|\bin\b|\bof\b|\bthe\b")
_BACK = 5
# Prepositions that alone do not make a name the place of what the sentence tells.
_NOT_ALONE = frozenset({"of", "for", "against", "by", "over", "on"})


def left_over(found: Annotations) -> Iterator[tuple[Draft, Told, Token]]:
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


def _told_before(tokens: Tokens) -> Told | None:
    """What the preposition before a name tells of it, over an article, a direction or a sort of place."""
    for word in reversed(list(tokens.doc[max(tokens.sent.start, tokens.start - _BACK) : tokens.start])):
        if word.lower_ in words().prepositions and word.lower_ not in _NOT_ALONE:
            return words().prepositions[word.lower_]
        if word.pos_ not in {"DET", "ADJ", "NOUN", "PROPN"} and word.lower_ not in {"of", ","}:
            return None
    return None


def lying_in(draft: Draft, found: Annotations) -> Iterator[tuple[Told, Token]]:
    """Names right behind a place that tell what it lies in: "Dodola (West Arsi, Oromia)", "Laredo, Texas"."""
    for place in draft.places:
        told = Told(role=place.role, relation=place.relation)
        last = place.span.end
        for name in found.names:
            start = name.tokens.start_char
            if name.sort == "place" and start > last and not _BETWEEN.sub("", found.report.text[last:start]):
                yield told, name.tokens.root
                last = name.tokens.end_char


def of_both(found: Annotations) -> Iterator[tuple[Draft, Told, Token]]:
    """ "abducted and shot in Homs": a place told before or after both of two coordinated verbs is the place of both."""
    for draft in found.drafts:
        if draft.places or draft.root.dep_ not in {"conj", "ROOT", "ccomp", "relcl", "advcl"}:
            continue
        for other in found.drafts:
            if other.root in draft.root.conjuncts and other.root.pos_ == draft.root.pos_ == "VERB":
                yield from ((draft, told, head) for told, head in _outside_both(other, draft))


def _outside_both(other: Draft, draft: Draft) -> Iterator[tuple[Told, Token]]:
    first, last = sorted((other.root.idx, draft.root.idx))
    for place in other.places:
        tokens = draft.root.doc.char_span(place.span.start, place.span.end)
        if place.role == "location" and tokens is not None and not first < place.span.start < last:
            yield Told(role="location", relation=place.relation), tokens.root
