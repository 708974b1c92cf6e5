"""Words as they are compared: folded, without those that tell nothing."""

import re
import sys
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

import yaml

from dateline.gazetteer.folding import fold

_WORD: Final = re.compile(r"[^\W_]+")
_CAPITAL: Final = re.compile(r"\b[A-Z][^\W\d_]*(?:[-'’][^\W_]+)*")
_SMALL: Final = re.compile(r"\b[a-z][^\W\d_]*")
_ENDING: Final = re.compile(r"(ings?|ed|ers?|ors?|ions?|es|s|e)$")
_SHORTEST_STEM: Final = 3


class Words(NamedTuple):
    """The word lists of merging."""

    empty: frozenset[str]
    fears: frozenset[str]
    pointing: frozenset[str]
    further: frozenset[str]
    calendar: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists as our data file has them."""
    data = yaml.safe_load(files(__package__).joinpath("words.yaml").read_text(encoding="utf-8"))
    return Words(*(frozenset(data[name].split()) for name in Words._fields))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The word without its commonest endings; crude, but the same for "shelled" and "shelling"."""
    shorter = _ENDING.sub("", word)
    return shorter if len(shorter) >= _SHORTEST_STEM else word


def content(text: str) -> frozenset[str]:
    """The words of `text` that tell something."""
    empty = words().empty
    # One object a word: millions of claims use the same few.
    return frozenset(sys.intern(word) for word in folded_words(text) if word not in empty)


def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that tell something."""
    return frozenset(map(stem, content(text)))


@lru_cache(maxsize=1024)
def names(text: str) -> frozenset[str]:
    """The words that `text` writes with a capital and never without: those at the head of a sentence are no names."""
    plain = content(" ".join(_SMALL.findall(text)))
    return content(" ".join(_CAPITAL.findall(text))) - plain - words().calendar


def folded_words(text: str) -> list[str]:
    """All words of `text`, folded."""
    return _WORD.findall(fold(text))
