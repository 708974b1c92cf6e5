"""The language of a text as ISO 639-1, with a safeguard for short English texts full of foreign names."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
# The identifier is sure long before this; longer texts only cost time.
_CHARACTERS_READ = 10_000
# In running English a quarter of all words are in the list, in other languages next to none.
_ENGLISH_SHARE = 0.1
# Below so many words the identifier guesses; plain ASCII then counts as English.
_TOO_FEW_WORDS = 4
# Log-probability a byte, for texts too short for function words to decide: sentences in other languages lie
# above it (0.9 and more), English headlines below.
_DOUBT = 0.75
_SHORT_WORDS = 40


class _Knowledge(NamedTuple):
    languages: frozenset[str]
    english_words: frozenset[str]


def language_of(text: str) -> str:
    """The language that most of the text is in (py3langid, restricted to languages that news is written in).

    English is taken where its function words are there, where the identifier is in doubt over a short text,
    or where the text is plain ASCII and too short to tell.
    """
    read = text[:_CHARACTERS_READ].casefold()
    words = _WORD.findall(read)
    if _share_of_english(words) >= _ENGLISH_SHARE or (len(words) < _TOO_FEW_WORDS and read.isascii()):
        return ENGLISH
    return _most_likely(read, doubt=_DOUBT if len(words) < _SHORT_WORDS else 0.0)


def _share_of_english(words: Sequence[str]) -> float:
    return sum(word in _knowledge().english_words for word in words) / len(words) if words else 0.0


def _most_likely(text: str, doubt: float) -> str:
    from py3langid import rank

    ranked = [(code, float(score)) for code, score in rank(text) if code in _knowledge().languages]
    english = dict(ranked)[ENGLISH]
    best, score = ranked[0]
    return ENGLISH if score - english < doubt * len(text.encode()) else best


@cache
def _knowledge() -> _Knowledge:
    read = yaml.safe_load(files(__package__).joinpath("languages.yaml").read_text(encoding="utf-8"))
    return _Knowledge(frozenset(read["languages"]), frozenset(read["english_words"]))
