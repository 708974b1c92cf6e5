"""Places that hang on no trigger by the parse, and still belong to one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.annotations import VERBAL, Annotations, Draft, span_of
from dateline.reading.place_relations import Told, words
from dateline.reading.voices import is_saying
from dateline.records import ClaimPlace, Participant

# What may stand between a place and the name of what it lies in.
_BETWEEN = re.compile(r"[\s,(]+|\bin\b|\bof\b|\bthe\b")
_BACK = 5
_GAP = 40
# Prepositions that alone do not make a name the place of what the sentence tells.
_NOT_ALONE = frozenset({"of", "for", "against", "by", "over", "on"})


def left_over(found: Annotations) -> Iterator[tuple[Draft, Told, Token]]:
    """Named places that hang on no trigger, by a slip of the parser or over other words: with the nearest trigger."""
    for name in found.names:
        near = found.with_it(name.tokens.start)
        told = _told_before(name.tokens) if name.sort == "place" and near else None
        if told is None or _is_taken(name.tokens, near):
            continue
        if not _of_speaker(name.tokens.root) and not _of_person(name.tokens.root, found):
            yield min(near, key=lambda draft: abs(draft.root.i - name.tokens.start)), told, name.tokens.root


def _is_taken(name: Tokens, drafts: Sequence[Draft]) -> bool:
    span = span_of(name)
    spans = (placed.span for draft in drafts for placed in _placed(draft))
    return any(other.start < span.end and span.start < other.end for other in spans)


def _placed(draft: Draft) -> Iterator[ClaimPlace | Participant]:
    yield from draft.places
    yield from draft.participants


def _of_speaker(place: Token) -> bool:
    """ "the ministry in Quito said", "wrote from Bukavu": where someone speaks, not where it happened."""
    above = next((word for word in place.ancestors if word.pos_ in VERBAL), None)
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
        told, last = Told(role=place.role, relation=place.relation), place.span.end
        first = bisect_left(found.names, last, key=lambda name: name.tokens.start_char)
        for name in found.names[first:]:
            if name.sort != "place" or _BETWEEN.sub("", found.report.text[last : name.tokens.start_char][:_GAP]):
                break
            yield told, name.tokens.root
            last = name.tokens.end_char


def of_both(found: Annotations) -> Iterator[tuple[Draft, Told, Token]]:
    """ "abducted and shot in Homs": a place told before or after both of two coordinated verbs is the place of both."""
    for draft in found.drafts:
        if draft.places or draft.root.dep_ not in {"conj", "ROOT", "ccomp", "relcl", "advcl"}:
            continue
        for other in found.with_it(draft.root.i):
            if other.root in draft.root.conjuncts and other.root.pos_ == draft.root.pos_ == "VERB":
                yield from ((draft, told, head) for told, head in _outside_both(other, draft))


def _outside_both(other: Draft, draft: Draft) -> Iterator[tuple[Told, Token]]:
    first, last = sorted((other.root.idx, draft.root.idx))
    for place in other.places:
        tokens = draft.root.doc.char_span(place.span.start, place.span.end)
        if place.role == "location" and tokens is not None and not first < place.span.start < last:
            yield Told(role="location", relation=place.relation), tokens.root
