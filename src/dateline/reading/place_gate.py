"""Which candidates are places of an occurrence: those that signs of the pair and the encoder make likely enough."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic import Field
from spacy.tokens import Token

from dateline.reading.lexicon import read_lexicon
from dateline.reading.logistic import probability
from dateline.reading.place_candidates import Candidate
from dateline.reading.place_pairs import Scene
from dateline.reading.place_signs import signs
from dateline.reading.weighing.decisions import decisions
from dateline.reading.weighing.places import features
from dateline.records.base import Record

# Further from the occurrence than this many words stands no place of it.
_REACH = 80


class _Weights(Record):
    """What `lexicon/place_weights.yaml` says: from which probability on a candidate is taken, what each sign counts."""

    least: float = Field(gt=0, lt=1)
    signs: Mapping[str, float]


@cache
def _weights() -> _Weights:
    return read_lexicon("place_weights", _Weights)


def places_of(events: Sequence[Token], scene: Scene) -> Iterator[Candidate]:
    """The candidates that are a place of an occurrence, which any of the words `events` tells of."""
    for candidate in scene.candidates:
        if any(may_be(event, candidate) and _is_place(event, candidate, scene) for event in events):
            yield candidate


def may_be(event: Token, candidate: Candidate) -> bool:
    """Whether the candidate stands near the word, and does not hold it ("the Nyala attack")."""
    tokens = candidate.tokens
    return not tokens.start <= event.i < tokens.end and abs(tokens.start - event.i) <= _REACH


def by_signs(event: Token, candidate: Candidate, scene: Scene) -> float:
    """How likely the signs of syntax make it that the candidate is a place of what the word tells of."""
    return probability(signs(event, candidate, scene), _weights().signs)


def _is_place(event: Token, candidate: Candidate, scene: Scene) -> bool:
    likely = by_signs(event, candidate, scene)
    asked = features(likely, event, candidate.head, scene.found)
    return decisions()["place"].yes(asked) if asked else likely >= _weights().least
