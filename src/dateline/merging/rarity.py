"""How much a word tells: the rarer it is in news, the more it speaks for one occurrence that two texts share it."""

import csv
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

_RAREST: Final = 1


@lru_cache(maxsize=1)
def _rarities() -> Mapping[str, float]:
    """Of each known word, between 0 (in every text) and 1; under "" of those that are not known."""
    table = files(__package__).joinpath("rarity.csv").read_text(encoding="utf-8")
    counts = {row["word"]: int(row["texts"]) for row in csv.DictReader(table.splitlines())}
    texts = counts.pop("")
    known = {word: math.log(texts / count) / math.log(texts) for word, count in counts.items()}
    return known | {"": float(_RAREST)}


def rarity(word: str) -> float:
    """Inverse document frequency of a stem, as a share of the greatest there is (Spärck Jones 1972)."""
    known = _rarities()
    return known.get(word, known[""])


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of two sets of stems that is common, each weighed by its rarity (Dice)."""
    first, second = frozenset(one), frozenset(other)
    total = sum(map(rarity, first)) + sum(map(rarity, second))
    return 2 * sum(map(rarity, first & second)) / total if total else 0.0
