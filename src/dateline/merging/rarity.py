"""How much a word tells: the rarer it is in news, the more it speaks for one occurrence that two texts share it."""

import csv
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

_RAREST: Final = 1
_RARE: Final = 0.4


@lru_cache(maxsize=1)
def _rarities() -> Mapping[str, float]:
    """Of each known word, between 0 (in every text) and 1; under "" of those that are not known."""
    table = files(__package__).joinpath("rarity.csv").read_text(encoding="utf-8")
    counts = {row["word"]: int(row["texts"]) for row in csv.DictReader(table.splitlines())}
    texts = counts.pop("")
    known = {word: math.log(texts / count) / math.log(texts) for word, count in counts.items()}
    return known | {"": float(_RAREST)}


def rarity(word: str) -> float:
    """Inverse document frequency of a word, as a share of the greatest there is (Spärck Jones 1972)."""
    known = _rarities()
    return known.get(word, known[""])


def is_rare(word: str) -> bool:
    """Whether the word tells enough for two texts that share it to be compared."""
    return rarity(word) >= _RARE


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """The cosine of two sets of words, each weighed by its rarity."""
    first, second = frozenset(one), frozenset(other)
    lengths = _squares(first) * _squares(second)
    return _squares(first & second) / math.sqrt(lengths) if lengths else 0.0


def _squares(words: Iterable[str]) -> float:
    # fsum: sets come in any order, and the score must not depend on it by a last digit.
    return math.fsum(rarity(word) ** 2 for word in words)
