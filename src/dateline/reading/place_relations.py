"""What the words around a place tell of it: its role and its relation to the occurrence."""

from collections.abc import Mapping
from functools import cache

from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records.base import Record
from dateline.records.claim import PlaceRole, Relation


class Told(Record):
    """A role and a relation, as a preposition tells them."""

    role: PlaceRole
    relation: Relation


IN = Told(role="location", relation="in")


class PlaceWords(Record):
    """The word lists of places."""

    prepositions: Mapping[str, Told]
    relations: Mapping[str, Relation]
    parts: WordSet
    directions: WordSet
    sites: WordSet
    landmarks: WordSet
    units: WordSet
    bearings: WordSet
    closed: WordSet


@cache
def words() -> PlaceWords:
    """The word lists of places."""
    return read_lexicon("places", PlaceWords)
