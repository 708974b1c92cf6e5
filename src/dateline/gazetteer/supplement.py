"""Our own places and spellings as data: what stands in no list, and how reports write what does."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from dateline.errors import KindsError
from dateline.gazetteer.folding import slug
from dateline.gazetteer.rules import rules
from dateline.kinds.marked_yaml import read_model
from dateline.records.base import Record


def _spellings(value: object) -> object:
    return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value


Spellings = Annotated[tuple[str, ...], BeforeValidator(_spellings)]
Point = tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]]


class OwnPlace(Record):
    """A place that is in no list: `kind` is a site of `rules.yaml`, `at` is latitude and longitude."""

    name: str = Field(min_length=2)
    kind: str
    at: Point
    radius_km: float | None = Field(default=None, gt=0)
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    admin1: str | None = None
    spellings: Spellings = ()
    population: int = Field(default=0, ge=0)
    geonames: int | None = Field(default=None, description="its GeoNames id, where that is sure")
    slug: str | None = Field(default=None, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    source: str | None = None

    @field_validator("kind")
    @classmethod
    def _known_kind(cls, kind: str) -> str:
        if kind not in rules().sites:
            raise ValueError(f"unknown kind of place {kind!r}; use one of {', '.join(sorted(rules().sites))}")
        return kind

    @property
    def id(self) -> str:
        """Stable: by GeoNames where it has the place, else after its country and name."""
        if self.geonames:
            return f"geonames:{self.geonames}"
        return f"dateline:{self.slug or slug(f'{self.name} {self.country}')}"


class Respelt(Record):
    """What we know better of a place of GeoNames: its English name, more spellings, its point, its radius."""

    geonames: int
    name: str | None = None
    names: Spellings = ()
    at: Point | None = None
    radius_km: float | None = Field(default=None, gt=0)
    population: int | None = Field(default=None, ge=0)


class Supplement(Record):
    """One file: places of our own, and what we know better of others; `source` holds for all of them."""

    source: str
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    places: tuple[OwnPlace, ...] = ()
    respelt: tuple[Respelt, ...] = ()


def folder() -> Path:
    """Where our own supplement lies."""
    return Path(str(files("dateline.gazetteer"))) / "supplement"


def read_supplement(directory: Path) -> Iterator[Supplement]:
    """Every file of `directory`; KindsError names file, line and reason where one breaks the rules."""
    seen: dict[str, Path] = {}
    for file in sorted(directory.glob("*.yaml")):
        supplement = read_model(file, Supplement)
        places = tuple(_in_country(place, supplement.country) for place in supplement.places)
        for place in places:
            if place.id in seen:
                raise KindsError(str(file), _line(file, place.name), f"{place.id} is in {seen[place.id].name} too")
            seen[place.id] = file
        yield supplement.model_copy(update={"places": places})


def _in_country(place: OwnPlace, country: str) -> OwnPlace:
    return place if place.country or not country else place.model_copy(update={"country": country})


def _line(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
