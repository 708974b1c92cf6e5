"""Places of a claim: where it happened, came from and went to, with the relation that the words give.

Which places of a sentence belong to which of its claims is told by fitted weights (`place_gate.py`), their role and
relation by the words before them. A place named only in the report's dateline goes to none.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.phrases import phrase
from dateline.reading.place_candidates import Candidate
from dateline.reading.place_gate import places_of
from dateline.reading.place_pairs import Scene, scene_of
from dateline.reading.place_relations import IN, Told, words
from dateline.reading.place_slots import places_around
from dateline.reading.places_beside import told_before
from dateline.records import ClaimPlace, Place

_BEFORE_SORT = frozenset({"compound", "nmod", "amod"})


class PlaceReader:
    """Sets the places of every draft."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Sentence by sentence: a draft has the places of its trigger and of what came of it ("killing 12")."""
        found = annotations(doc)
        roots = {token.i for draft in found.drafts for token in draft.tokens}
        for drafts in found.by_sentence.values():
            scene = scene_of(drafts[0].root.sent, found)
            for draft in drafts:
                by_parse = {head.i: told for told, head in reversed(list(places_around(draft, roots)))}
                for candidate in places_of([draft.root, *(result.root for result in draft.results)], scene):
                    if "origin" not in draft.kind.places and _is_home(candidate, scene):
                        continue
                    head = _of_sort(candidate.head)
                    told = by_parse.get(head.i) or by_parse.get(candidate.head.i) or told_before(candidate.tokens) or IN
                    self._add(draft, told, head, found)
        return doc

    def _add(self, draft: Draft, told: Told, head: Token, found: Annotations) -> None:
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
            return self._unlisted(tokens, found)
        telling = _telling(name.tokens, tokens)
        if len(telling) == len(name.tokens):
            return name.place
        return self._gazetteer.resolve(telling.text, found.countries, [name.place]) or name.place

    def _unlisted(self, tokens: Tokens, found: Annotations) -> Place | None:
        """The place of a name that was not taken for one by itself, and is one by what happened there."""
        return self._gazetteer.resolve(tokens.text, found.countries) if self._gazetteer.knows(tokens.text) else None


def _is_home(candidate: Candidate, scene: Scene) -> bool:
    """Whether the words tell where people are from ("three tourists from Canada"), not where something happened.

    Parsers hang "from" on the verb as often as on the people; a whole country right behind them is theirs all the same.
    """
    preposition = candidate.head.head
    if candidate.head.dep_ != "pobj" or preposition.lower_ != "from" or not preposition.i:
        return False
    people = preposition.head if preposition.head.pos_ == "NOUN" else preposition.nbor(-1)
    nation = candidate.place is not None and candidate.place.precision == "country"
    return scene.sort_of(people) == "people" and (people == preposition.head or nation)


def _of_sort(head: Token) -> Token:
    """The noun for a sort of place that a name stands before ("Idlib province"), else the name's own head."""
    behind = head.head
    sort = behind.lemma_.lower() in words().parts or behind.lemma_.lower() in words().sites
    return behind if head.dep_ in _BEFORE_SORT and behind.i > head.i and sort else head


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
