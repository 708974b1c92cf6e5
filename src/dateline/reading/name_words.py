"""Words that tell whose name a name is: those before and after it, given names, what people do."""

from functools import cache

from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records.base import Record


class NameWords(Record):
    """What `lexicon/names.yaml` says; sets of words in lower case."""

    before: WordSet
    strong: WordSet
    after: WordSet
    persons: WordSet
    heads: WordSet
    roads: WordSet
    schools: WordSet
    bodies: WordSet
    saying: WordSet
    of_persons: WordSet
    of_places: WordSet
    only_places: WordSet
    suffixes: WordSet
    given: WordSet


@cache
def name_words() -> NameWords:
    """The words, read on first use."""
    return read_lexicon("names", NameWords)
