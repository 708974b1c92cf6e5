"""How long something is to last, as a text says it: "for 120 hours", "a five-day pause"; not "after two hours"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml


class _Scale(NamedTuple):
    hours: Mapping[str, int]
    numbers: Mapping[str, int]
    before: Sequence[str]


@lru_cache(maxsize=1)
def _scale() -> _Scale:
    data = yaml.safe_load(files(__package__).joinpath("durations.yaml").read_text(encoding="utf-8"))
    return _Scale(data["hours"], data["numbers"], data["before"])


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    length = rf"(\d{{1,3}}|{'|'.join(_scale().numbers)})[ -]({'|'.join(_scale().hours)})s?\b"
    return re.compile(rf"\b(?:(?:{'|'.join(_scale().before)}) {length}|{length.replace('[ -]', '-')})", re.IGNORECASE)


def durations(text: str) -> frozenset[int]:
    """All lengths of time that something lasts by `text`, in hours."""
    return frozenset(_durations(text))


def _durations(text: str) -> Iterator[int]:
    for found in _pattern().finditer(text):
        number, unit = (part.lower() for part in found.groups() if part)
        yield (_scale().numbers.get(number) or int(number)) * _scale().hours[unit]
