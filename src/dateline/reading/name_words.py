"""Words that tell whose name a name is: those before and after it, given names, what people do."""

from functools import cache

from pydantic import field_validator

from dateline.reading.lexicon import read_lexicon
from dateline.records.base import Record


class NameWords(Record):
    """What `lexicon/names.yaml` says; sets of words in lower case."""

    before: frozenset[str]
    strong: frozenset[str]
    after: frozenset[str]
    persons: frozenset[str]
    heads: frozenset[str]
    roads: frozenset[str]
    schools: frozenset[str]
    bodies: frozenset[str]
    saying: frozenset[str]
    of_persons: frozenset[str]
    of_places: frozenset[str]
    suffixes: frozenset[str]
    given: frozenset[str]

    @field_validator("*", mode="before")
    @classmethod
    def _split(cls, value: str) -> frozenset[str]:
        return frozenset(value.split())


@cache
def name_words() -> NameWords:
    """The words, read on first use."""
    return read_lexicon("names", NameWords)
