"""Numbers of people: "at least 12", "dozens of", "around 12,000", "between 30 and 40". An open end is None."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import field_validator
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.lexicon import read_lexicon
from dateline.records.base import Record

_BEFORE = 4
_DIGITS = re.compile(r"\d{1,3}(?:[,. ]\d{3})+|\d+")
_RANGE = re.compile(r"^(\d[\d,]*)\s?[-–—]\s?(\d[\d,]*)$")
_MOST = 10**9
_TENS = 20


class _Numbers(Record):
    units: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[int | None, int | None]]
    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    nobody: frozenset[str]
    cumulative: frozenset[str]

    @field_validator("nobody", "cumulative", mode="before")
    @classmethod
    def _as_set(cls, value: list[str]) -> frozenset[str]:
        return frozenset(value)


@cache
def words() -> _Numbers:
    """The word lists for numbers."""
    return read_lexicon("numbers", _Numbers)


@dataclass(frozen=True)
class Quantity:
    """A number with its open or closed ends, and its words."""

    low: int | None
    high: int | None
    tokens: Tokens


def quantity(head: Token) -> Quantity | None:
    """How many `head` stands for, by the number that hangs on it or that it is itself."""
    for token in _number_words(head):
        if (read := _read(token)) is not None:
            return _with_qualifier(read, token)
    return None


def _number_words(head: Token) -> list[Token]:
    """Where the number can stand: the head itself, its own modifiers, then a measure above it ("dozens of people")."""
    own = [child for child in head.children if child.dep_ in {"nummod", "amod", "det", "quantmod", "compound"}]
    inner = [below for child in own for below in child.children if below.dep_ in {"nummod", "compound", "quantmod"}]
    return [head, *(t for t in own if t.pos_ == "NUM" or t.lower_ in words().vague), *own, *inner]


def _read(token: Token) -> tuple[int | None, int | None, int, int] | None:
    """Low, high and the first and last token of the number at `token`."""
    word = token.lower_
    if word in words().vague and not (word == "few" and token.i and token.nbor(-1).lower_ != "a"):
        return _vague(token)
    if match := _RANGE.match(token.text):
        low, high = (int(end.replace(",", "")) for end in match.groups())
        return (low, high, token.i, token.i) if low <= high else None
    if word in words().nobody and token.dep_ in {"det", "nsubj", "nsubjpass"}:
        return 0, 0, token.i, token.i
    return _hyphenated(token) or _exact(token)


def _vague(token: Token) -> tuple[int | None, int | None, int, int]:
    low, high = words().vague[token.lower_]
    below = token.doc[token.i + 1 : token.i + 3]
    if len(below) == 2 and below[0].lower_ == "of" and below[1].lower_ in words().vague and low is not None:
        scale = words().scales[below[1].lower_.removesuffix("s")]
        factor = 10 if token.lower_ == "tens" else 100
        return 2 * factor * scale, 10 * factor * scale - 1, token.i, below[1].i
    return low, high, token.i, token.i


def _hyphenated(token: Token) -> tuple[int, int, int, int] | None:
    """ "twenty-five", which the tokenizer takes apart."""
    doc, sentence = token.doc, token.sent
    first = token.i - 2 if token.i - 2 >= sentence.start and doc[token.i - 1].text == "-" else token.i
    if first + 2 >= sentence.end or doc[first + 1].text != "-":
        return None
    tens, ones = (words().units.get(doc[place].lower_, 0) for place in (first, first + 2))
    return (tens + ones, tens + ones, first, first + 2) if tens >= _TENS > ones > 0 else None


def _exact(token: Token) -> tuple[int | None, int | None, int, int] | None:
    first = last = token.i
    while first > token.sent.start and _value(token.doc[first - 1]) is not None:
        first -= 1
    while last + 1 < token.sent.end and _value(token.doc[last + 1]) is not None:
        last += 1
    if _value(token) is None:
        return None
    total = _total(
        [_value(t) or 0 for t in token.doc[first : last + 1]], [t.lower_ for t in token.doc[first : last + 1]]
    )
    return (total, total, first, last) if 0 <= total < _MOST else None


def _value(token: Token) -> int | None:
    word = token.lower_
    if word in words().units or word in words().scales:
        return words().units.get(word) or words().scales[word]
    return int(re.sub(r"[,. ]", "", word)) if _DIGITS.fullmatch(word) else None


def _total(values: list[int], read: list[str]) -> int:
    """Values of a number in words put together: "three hundred and twelve", "12 million"."""
    total, current = 0, 0
    for value, word in zip(values, read, strict=True):
        if word in words().scales:
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        else:
            current += value
    return total + current


def _with_qualifier(read: tuple[int | None, int | None, int, int], token: Token) -> Quantity:
    """The number with the words before it that open an end or only round it."""
    low, high, first, last = read
    doc = token.doc
    for length in range(_BEFORE, 0, -1):
        start = first - length
        if start < token.sent.start:
            continue
        before = " ".join(t.lower_ for t in doc[start:first])
        if before in words().at_least:
            return Quantity(low, None, doc[start : last + 1])
        if before in words().at_most:
            return Quantity(None, high, doc[start : last + 1])
        if before in words().about and before not in {"the", "all"}:
            return Quantity(low, high, doc[start : last + 1])
    return _between(low, high, first, last, token)


def _between(low: int | None, high: int | None, first: int, last: int, token: Token) -> Quantity:
    """ "between 30 and 40", "30 to 40"."""
    doc = token.doc
    if first - 2 >= token.sent.start and doc[first - 1].lower_ in {"and", "to", "or"}:
        other = _value(doc[first - 2])
        opened = first - 3 >= token.sent.start and doc[first - 3].lower_ in {"between", "from"}
        if other is not None and low is not None and other <= low and (opened or doc[first - 1].lower_ != "and"):
            return Quantity(other, high, doc[first - (3 if opened else 2) : last + 1])
    return Quantity(low, high, doc[first : last + 1])
