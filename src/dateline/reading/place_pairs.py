"""An occurrence and a candidate for its place: the way between them in the parse, and what stands between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.annotations import VERBAL, Annotations
from dateline.reading.place_candidates import Candidate, candidates
from dateline.reading.place_relations import words
from dateline.reading.voices import is_saying

_DEEPEST = 25
_MOST = 2


@dataclass(frozen=True)
class Scene:
    """A sentence with its candidates, and the head words of its triggers."""

    candidates: Sequence[Candidate]
    triggers: frozenset[int]
    found: Annotations

    @cached_property
    def names(self) -> list[Candidate]:
        """The candidates that are names."""
        return [candidate for candidate in self.candidates if candidate.named]

    @cached_property
    def _verbs(self) -> dict[int, list[Token]]:
        return {}

    def verbs(self, word: Token) -> list[Token]:
        """The verbs and triggers of the word's sentence."""
        sentence = word.sent
        if sentence.start not in self._verbs:
            found = [other for other in sentence if other.pos_ == "VERB" or other.i in self.triggers]
            self._verbs[sentence.start] = found
        return self._verbs[sentence.start]

    def sort_of(self, word: Token) -> str:
        """What sort of thing a noun means, as far as that tells of places."""
        lemma = word.lemma_.lower()
        if lemma in words().units:
            return "unit"
        if lemma in words().bearings:
            return "direction"
        if name := self.found.name_at.get(word.i):
            return name.sort
        if "people" in self.found.classes.get(word.i, frozenset()):
            return "people"
        if lemma in words().parts:
            return "part"
        if lemma in words().sites:
            return "site"
        return "name" if word.pos_ == "PROPN" else "noun"


class Pair:
    """An occurrence's head word and a candidate: the way between them in the parse and in the sentence."""

    def __init__(self, event: Token, candidate: Candidate, scene: Scene) -> None:
        self.event, self.candidate, self.scene = event, candidate, scene
        self.head = candidate.head
        self.verbal = "V" if event.pos_ in VERBAL else "N"
        above, below = chain(self.head), chain(event)
        depth = {word.i: at for at, word in enumerate(below)}
        meet = next((at for at, word in enumerate(above) if word.i in depth), None)
        self.top = above[meet] if meet is not None else None
        self.ups = above[:meet]
        self.downs = below if meet is None else below[: depth[above[meet].i]]
        self.above = above
        self.before = candidate.tokens.end <= event.i
        first, last = (candidate.tokens.end, event.i) if self.before else (event.i + 1, candidate.tokens.start)
        self.gap = event.doc[first : max(first, last)]

    @cached_property
    def side(self) -> str:
        """Before or after the occurrence."""
        return "before" if self.before else "after"

    @cached_property
    def preposition(self) -> Token | None:
        """The nearest preposition above the candidate, no higher than where the ways meet."""
        return next((word for word in (*self.ups, self.top) if word is not None and is_preposition(word)), None)

    @cached_property
    def word(self) -> str:
        """That preposition, as it counts."""
        return closed(self.preposition) if self.preposition is not None else "-"

    @cached_property
    def holder(self) -> str:
        """What the preposition hangs on."""
        if self.preposition is None:
            return "-"
        above = self.preposition.head
        return self._standing(above) or ("verb" if above.pos_ in VERBAL else self.scene.sort_of(above))

    @cached_property
    def meeting(self) -> str:
        """What the ways from occurrence and candidate meet at."""
        if self.top is None:
            return "nothing"
        if self.top.pos_ in VERBAL and is_saying(self.top) and self.top.i != self.event.i:
            return "saying"
        return self._standing(self.top) or ("verb" if self.top.pos_ in VERBAL else "noun")

    def _standing(self, word: Token) -> str:
        return "event" if word.i == self.event.i else "trigger" if word.i in self.scene.triggers else ""

    @cached_property
    def verbs_between(self) -> int:
        """Verbs between the two."""
        return few(word.pos_ == "VERB" for word in self.gap)

    @cached_property
    def triggers_between(self) -> int:
        """Other triggers between the two."""
        return few(word.i in self.scene.triggers for word in self.gap)

    @cached_property
    def names_between(self) -> int:
        """Other candidates that begin between the two."""
        first, last = self.gap.start, self.gap.end
        others = (one for one in self.scene.candidates if one is not self.candidate)
        return few(first <= one.tokens.start < last for one in others)


def few(said: Iterator[bool]) -> int:
    """How many are so; more than two count as two."""
    return min(sum(said), _MOST)


def scene_of(sentence: Tokens, found: Annotations) -> Scene:
    """The scene of a sentence, with the triggers that are read in it."""
    drafts = found.by_sentence.get(sentence.start, ())
    return Scene(candidates(sentence, found), frozenset(draft.root.i for draft in drafts), found)


def chain(word: Token) -> list[Token]:
    """The word and those above it."""
    above = [word]
    while above[-1].head.i != above[-1].i and len(above) < _DEEPEST:
        above.append(above[-1].head)
    return above


def is_preposition(word: Token) -> bool:
    """Whether the parser takes the word for one that a phrase hangs on."""
    return word.dep_ in {"prep", "agent"}


def closed(word: Token) -> str:
    """A preposition, where it counts for itself."""
    return word.lower_ if word.lower_ in words().closed else "other"
