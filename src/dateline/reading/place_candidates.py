"""What may be the place of an occurrence: names of places, other names, and nouns for sorts of place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.gazetteer import demonyms
from dateline.reading.annotations import Annotations
from dateline.reading.expressions import words as time_words
from dateline.reading.place_relations import words
from dateline.records import Place

# A name of the gazetteer; one that has a name of it and more words ("Kindi Hospital"); another name; a plain noun.
Sort = Literal["listed", "listed and more", "unlisted", "noun"]
# Arabic articles that stand before a name, with a hyphen.
_ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ar", "az", "at", "ad"})
_INSIDE = frozenset({"-", "–", "/", "'", "’"})
_SHORTEST = 3


@dataclass
class Candidate:
    """Words that may name a place, as what, and which place they name by the gazetteer, if any."""

    tokens: Tokens
    sort: Sort
    place: Place | None = None

    @cached_property
    def head(self) -> Token:
        """The word that the others hang on."""
        return self.tokens.root

    @property
    def named(self) -> bool:
        """Whether it is a name and no plain noun."""
        return self.sort != "noun"


def candidates(sentence: Tokens, found: Annotations) -> list[Candidate]:
    """The candidates of a sentence, in its order; none overlaps another."""
    taken = {at for at in range(sentence.start, sentence.end) if at in found.name_at or at in found.filed}
    names = sorted((*_listed(sentence, found), *_unlisted(sentence, taken)), key=lambda one: one.tokens.start)
    joined = list(_joined(names))
    taken |= {token.i for one in joined for token in one.tokens}
    nouns = (Candidate(sentence.doc[t.i : t.i + 1], "noun") for t in sentence if t.i not in taken and _is_sort(t))
    return sorted((*joined, *nouns), key=lambda one: one.tokens.start)


def _listed(sentence: Tokens, found: Annotations) -> Iterator[Candidate]:
    named = dict.fromkeys(
        found.name_at[at].tokens.start for at in range(sentence.start, sentence.end) if at in found.name_at
    )
    for start in named:
        name = found.name_at[start]
        if name.sort == "place":
            yield Candidate(name.tokens, "listed", name.place)


def _unlisted(sentence: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Runs of capitalised proper nouns, with the article before ("al-Qanat Street")."""
    doc, at = sentence.doc, sentence.start
    while at < sentence.end:
        if at in taken or not _begins(doc[at]):
            at += 1
            continue
        end = _end_of_run(doc, at, sentence.end, taken)
        start = at - 2 if _has_article(doc, at, sentence.start) else at
        if len(doc[start:end].text) >= _SHORTEST:
            yield Candidate(doc[start:end], "unlisted")
        at = end


def _begins(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    if token.pos_ != "PROPN" or not token.text[0].isupper() or word in demonyms():
        return False
    if token.tag_ != "NNP" and token.i + 1 < len(token.doc) and token.nbor().text == "-":
        return False
    return word not in time_words().months and word not in time_words().weekdays


def _end_of_run(doc: Doc, start: int, last: int, taken: set[int]) -> int:
    end = start + 1
    while end < last and end not in taken and _goes_on(doc, end, last):
        end += 1
    while end > start + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return end


def _goes_on(doc: Doc, at: int, last: int) -> bool:
    token, more = doc[at], at + 1 < last
    if token.is_space:
        return more and doc[at + 1].text[0].isupper()
    if token.lower_ in _ARTICLES:
        return more and doc[at + 1].text == "-"
    if token.text in _INSIDE:
        return not doc[at - 1].whitespace_ and not token.whitespace_
    return token.text[0].isupper() and token.pos_ == "PROPN"


def _has_article(doc: Doc, at: int, first: int) -> bool:
    return at - 2 >= first and doc[at - 1].text == "-" and doc[at - 2].lower_ in _ARTICLES


def _joined(names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names, a listed one and an unlisted one right beside it as one."""
    last: Candidate | None = None
    for name in names:
        if last is not None and _beside(last, name):
            both = name.tokens.doc[last.tokens.start : name.tokens.end]
            last = Candidate(both, "listed and more", last.place or name.place)
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _beside(one: Candidate, other: Candidate) -> bool:
    between = one.tokens.doc[one.tokens.end : other.tokens.start].text.strip().lower()
    article = between.removesuffix("-") in _ARTICLES and between.endswith("-")
    return one.sort != other.sort and "unlisted" in {one.sort, other.sort} and (not between or article)


def _is_sort(token: Token) -> bool:
    return token.lemma_.lower() in words().sites and token.pos_ in {"NOUN", "PROPN"}
