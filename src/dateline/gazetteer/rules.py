"""The gazetteer's rules as data: radii, kinds of site, heads of names."""

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BeforeValidator

from dateline.gazetteer.folding import fold
from dateline.records.base import Record
from dateline.records.place import Precision


def _words(value: object) -> object:
    return frozenset(value.split(", ") if ", " in value else value.split()) if isinstance(value, str) else value


Words = Annotated[frozenset[str], BeforeValidator(_words)]


class Site(Record):
    """What a kind of place in the supplement is on the map, and how far around its point it reaches."""

    feature: str
    precision: Precision
    radius_km: float


class Size(Record):
    """The radius of a settlement of at least `population` people."""

    population: int
    radius_km: float


class Rules(Record):
    """Everything that `rules.yaml` says."""

    sites: Mapping[str, Site]
    settlements: tuple[Size, ...]
    country_reach: float
    admin_radius_km: Mapping[str, float]
    heads: Mapping[str, Words]
    countryside_km: float
    compass: Mapping[str, tuple[float, float]]

    @cached_property
    def head_words(self) -> frozenset[str]:
        """The single words, folded, that say what a place is."""
        return frozenset(fold(word) for heads in self.heads.values() for word in heads if " " not in word)

    def settlement_radius_km(self, population: int) -> float:
        """Kilometres from its centre within which a settlement of that many people lies."""
        return next(size.radius_km for size in self.settlements if population >= size.population)


@cache
def rules() -> Rules:
    """The rules, read on first use."""
    text = files("dateline.gazetteer").joinpath("rules.yaml").read_text(encoding="utf-8")
    return Rules.model_validate(yaml.safe_load(text))
