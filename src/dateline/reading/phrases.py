"""Noun phrases as they are marked: the head and what names it, without article, number or title."""

from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.annotations import Annotations
from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records.base import Record

_NAMING = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "punct", "advmod", "case", "intj"})


class _Phrases(Record):
    measures: WordSet
    dropped: WordSet
    titles: WordSet
    persons: WordSet


@cache
def _words() -> _Phrases:
    return read_lexicon("phrases", _Phrases)


def measured(head: Token) -> Token:
    """The noun that is meant: for "dozens of civilians", civilians; for "members of the group", the group."""
    if head.lemma_.lower() in _words().measures or head.pos_ == "NUM":
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                inner = next((t for t in child.children if t.dep_ == "pobj"), None)
                if inner is not None and inner.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
                    return measured(inner)
    return head


def is_person(head: Token) -> bool:
    """Whether the word means one person by an office or a tie to a body: "a commander", "the spokesman", "his wife"."""
    return head.lemma_.lower() in _words().persons and head.tag_ in {"NN", "NNP"}


def phrase(head: Token, found: Annotations) -> Tokens:
    """The words that name `head`: a known name as a whole, else the head with what qualifies it."""
    start = _leftmost(head)
    end = head.i + 1
    if name := found.name_at.get(head.i):
        end = max(end, name.tokens.end)
        start = min(start, name.tokens.start)
    start = _past_titles(head, start)
    while start < head.i and _dropped(head.doc[start]):
        start += 1
    return head.doc[start:end]


def _leftmost(head: Token) -> int:
    """How far the unbroken run of naming words reaches to the left."""
    start = head.i
    while start > head.sent.start:
        word = head.doc[start - 1]
        if word.is_space or not _names(word, head) or (word.is_punct and word.text not in "-–'’."):
            break
        start -= 1
    return start


def _names(word: Token, head: Token) -> bool:
    """Whether `word` is, by way of naming relations only, part of the phrase of `head`."""
    while word.i != head.i:
        if word.dep_ not in _NAMING and not (word.dep_ in {"prep", "pobj"} and word.head.i > word.i):
            # "the SDF and Turkish-backed fighters": the attribute behind "and" is of the phrase, the name is not.
            return word.dep_ == "conj" and word.head.dep_ in {"nmod", "compound"} and word.head.head.i == head.i
        if word.head.i == word.i:
            return False
        word = word.head
    return True


def _past_titles(head: Token, start: int) -> int:
    if head.pos_ != "PROPN":
        return start
    while start < head.i and head.doc[start].lower_ in _words().titles:
        start += 1
    return start


def _dropped(word: Token) -> bool:
    return (
        word.lower_ in _words().dropped
        or word.is_punct
        or word.pos_ in {"NUM", "ADV", "DET"}
        or word.dep_ == "case"
        or word.lower_ in {"his", "her", "its", "their", "our"}
    )
