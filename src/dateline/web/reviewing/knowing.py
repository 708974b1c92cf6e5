"""Which places and actors words may mean, for a person to choose among: the gazetteer and the register, kept open."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Final

from dateline.records import ClaimPlace, Entity, Place

if TYPE_CHECKING:
    from dateline.actors import Register
    from dateline.gazetteer import Gazetteer

_SHOWN: Final = 12


class Known:
    """Opens the gazetteer and the register when first asked; one thread at a time asks the gazetteer."""

    def __init__(self) -> None:
        self._lock = Lock()

    def places(self, words: str, among: Iterable[ClaimPlace]) -> tuple[Place, ...]:
        """The places that the words may mean, the likeliest in the countries of the others first."""
        weights = _countries(among)
        with self._lock:
            found = self._gazetteer.candidates(words, weights)
        known = [candidate.place.model_copy(update={"score": 1.0}) for candidate in found]
        return tuple(sorted(known, key=lambda place: -weights.get(place.country, 0.0))[:_SHOWN])

    def place(self, words: str, among: Iterable[ClaimPlace]) -> Place | None:
        """The place that the words mean most likely."""
        with self._lock:
            return self._gazetteer.resolve(words, _countries(among))

    def entities(self, words: str) -> tuple[Entity, ...]:
        """The actors that bear this name at some time and place."""
        return tuple(dict.fromkeys(actor.entity for _, actor in self._register.bearers(words)))[:_SHOWN]

    def entity(self, words: str, on: dt.date | None, among: Sequence[ClaimPlace]) -> Entity | None:
        """The actor that the name means on this day."""
        actor = self._register.find(words, on, list(_countries(among)))
        return actor.entity if actor else None

    @cached_property
    def _gazetteer(self) -> "Gazetteer":
        from dateline.gazetteer import open_gazetteer

        return open_gazetteer()

    @cached_property
    def _register(self) -> "Register":
        from dateline.actors import load_register

        return load_register()


def _countries(among: Iterable[ClaimPlace]) -> Mapping[str, float]:
    codes = [item.place.country for item in among if item.place and item.place.country]
    return {code: codes.count(code) / len(codes) for code in codes}
