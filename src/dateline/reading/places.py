"""Places of a claim: where it happened, came from and went to, with the relation that the words give.

A place belongs to the claim whose trigger it hangs on. One that hangs on nothing that is a claim goes to the nearest
trigger of its sentence; a place named only in the report's dateline or as a speaker's seat goes to none.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.phrases import phrase
from dateline.reading.place_relations import Told, words
from dateline.reading.place_slots import places_around
from dateline.reading.places_beside import left_over, lying_in, of_both
from dateline.records import ClaimPlace, Place


class PlaceReader:
    """Sets the places of every draft."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Places by the parse first; then those that only stand beside."""
        found = annotations(doc)
        roots = {token.i for draft in found.drafts for token in draft.tokens}
        for draft in found.drafts:
            for told, head in places_around(draft, roots):
                self._add(draft, told, head, found)
        for draft, told, head in list(left_over(found)):
            self._add(draft, told, head, found)
        for draft in found.drafts:
            for told, head in list(lying_in(draft, found)):
                self._add(draft, told, head, found)
        for draft, told, head in list(of_both(found)):
            self._add(draft, told, head, found)
        return doc

    def _add(self, draft: Draft, told: Told, head: Token, found: Annotations) -> None:
        if not _is_place(head, found):
            return
        tokens = _phrase(head, found)
        span = span_of(tokens)
        if any(p.span.start < span.end and span.start < p.span.end for p in draft.places):
            return
        if any(p.span.start <= head.idx < p.span.end for p in draft.participants):
            return
        role = told.role if told.role in draft.kind.places else "location"
        draft.places.append(
            ClaimPlace(role=role, relation=told.relation, span=span, place=self._resolved(tokens, found))
        )

    def _resolved(self, tokens: Tokens, found: Annotations) -> Place | None:
        """The place of the whole phrase: "northern Syria" is an area, "Idlib province" no town."""
        named = [found.name_at[token.i] for token in tokens if token.i in found.name_at]
        name = next((name for name in named if name.place is not None), None)
        if name is None or name.place is None:
            return None
        telling = _telling(name.tokens, tokens)
        if len(telling) == len(name.tokens):
            return name.place
        return self._gazetteer.resolve(telling.text, found.countries, [name.place]) or name.place


def _telling(name: Tokens, phrase: Tokens) -> Tokens:
    """The name with the words beside it that say what part or sort of place is meant, and no others."""
    doc, start, end = name.doc, name.start, name.end
    while end < phrase.end and doc[end].lemma_.lower() in words().parts:
        end += 1
    if start - 1 >= phrase.start and doc[start - 1].lower_ in words().directions:
        start -= 1
    elif start - 2 >= phrase.start and doc[start - 1].lower_ == "of" and doc[start - 2].lemma_.lower() in words().parts:
        start -= 2
    return doc[start:end]


def _is_place(head: Token, found: Annotations) -> bool:
    name = found.name_at.get(head.i)
    if name is not None:
        return name.sort == "place"
    if head.lemma_.lower() not in words().sites:
        return False
    return head.pos_ in {"NOUN", "PROPN"}


def _phrase(head: Token, found: Annotations) -> Tokens:
    """The place's words, with "of" and its name where the head is a sort of place ("province of Homs")."""
    tokens = phrase(head, found)
    if head.lemma_.lower() in words().parts:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of" and child.i == head.i + 1:
                named = next((t for t in child.children if t.dep_ == "pobj" and t.i in found.name_at), None)
                if named is not None:
                    return head.doc[tokens.start : phrase(named, found).end]
    return tokens


@Language.factory("dateline_places")
def make_places(nlp: Language, name: str) -> PlaceReader:
    """The component for a pipeline."""
    return PlaceReader(open_gazetteer())
