"""Names to places: what a name may mean, and which of these it means here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from dateline.gazetteer.areas import countryside, part_of
from dateline.gazetteer.demonyms import demonyms
from dateline.gazetteer.folding import fold
from dateline.gazetteer.index import Candidate, Index
from dateline.gazetteer.phrases import Phrase, readings
from dateline.gazetteer.ranking import shares
from dateline.gazetteer.running_words import longest_name
from dateline.records import Place

# What a head word asks for, in precisions; an area may be any.
_ASKED: dict[str, set[str]] = {
    "admin1": {"admin1", "region"},
    "admin2": {"admin2"},
    "settlement": {"settlement"},
    "site": {"site"},
    "country": {"country"},
    "area": set(),
    "countryside": {"admin1", "region"},
    "capital": {"settlement"},
}
# A country is one that a report is about from this share of the weight of the first.
_MAIN_SHARE = 0.3
# What has a northern part worth the name.
_WHOLES = {"country", "admin1", "admin2", "region"}
# A name of a site that we do not have lies somewhere about the town it is named after.
_ABOUT_KM = 10.0


class Gazetteer:
    """Places by name. Reads one SQLite file; safe to use from one thread at a time."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._index.close()

    def knows(self, name: str) -> bool:
        """Whether the name, as it stands and without head words, is that of a place."""
        return self._index.knows(name)

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear the name: best tier first, then most people."""
        return self._index.find(name)

    def longest(self, tokens: Sequence[str], start: int) -> int:
        """How many of `tokens` from `start` make up the longest known name; 0 if none does.

        Tokens are as they stand in the text, hyphens and all.
        """
        return longest_name(self._index, tokens, start)

    def resolve(self, name: str, countries: Mapping[str, float], near: Sequence[Place] = ()) -> Place | None:
        """The place that the name means, or None.

        `name` may carry head words ("Idlib province", "city of Raqqa") and a direction ("northern Syria").
        `countries` weighs those that the report is about, `near` are places already resolved. The score is the
        place's share among all that bear the name.
        """
        for phrase in readings(name):
            if wanted := _wanted(self._found(phrase, countries), phrase):
                return self._choose(wanted, phrase, name, countries, near)
        return None

    def candidates(self, name: str, countries: Mapping[str, float]) -> Sequence[Candidate]:
        """The places between which `resolve` chooses."""
        for phrase in readings(name):
            if wanted := _wanted(self._found(phrase, countries), phrase):
                return wanted
        return ()

    def resolve_all(self, names: Sequence[str], countries: Mapping[str, float]) -> list[Place | None]:
        """The places of a report's names, each chosen in the light of all others; see `resolve`."""
        first = {name: self.resolve(name, countries) for name in names}
        others = {name: [p for other, p in first.items() if p and fold(other) != fold(name)] for name in first}
        chosen = {name: self.resolve(name, countries, others[name]) for name in first}
        return [chosen[name] for name in names]

    def _found(self, phrase: Phrase, countries: Mapping[str, float]) -> Sequence[Candidate]:
        """The places that a phrase may mean. People are of a country ("Syrian territory") only beside a head word."""
        people = demonyms().get(phrase.core.lower(), "") if phrase.heads else ""
        found = self._index.country(people) if people else self.find(phrase.core)
        if "capital" in phrase.heads:
            nations = [c.place.country for c in found if c.place.precision == "country"]
            return self._index.capital(nations[0]) if nations else ()
        return (*found, *self._sounding_here(phrase.core, found, countries))

    def _sounding_here(
        self, name: str, found: Sequence[Candidate], countries: Mapping[str, float]
    ) -> Iterator[Candidate]:
        """Places of a like sound in the report's main countries, where none of the name itself is there."""
        least = max(countries.values(), default=0.0) * _MAIN_SHARE
        main = {country for country, weight in countries.items() if weight and weight >= least}
        if main and not any(c.place.country in main or c.place.country == "" for c in found):
            known = {c.place.id for c in found}
            yield from (c for c in self._index.sounding(name) if c.place.country in main and c.place.id not in known)

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166 alpha-2 code."""
        found = self._index.country(code)
        return found[0].place if found else None

    def countries(self, names: Iterable[str]) -> dict[str, float]:
        """How strongly the names, each counted once, speak of each country: a prior for `resolve`."""
        weights: dict[str, float] = {}
        for name in dict.fromkeys(names):
            found = self.find(name)
            for candidate, share in zip(found, shares(found, {}, ()), strict=True):
                if candidate.place.country:
                    weights[candidate.place.country] = weights.get(candidate.place.country, 0.0) + share
        return weights

    def _choose(
        self,
        found: Sequence[Candidate],
        phrase: Phrase,
        name: str,
        countries: Mapping[str, float],
        near: Sequence[Place],
    ) -> Place:
        ranked = shares(found, countries, near)
        share, best = max(zip(ranked, found, strict=True), key=lambda pair: pair[0])
        place = best.place
        if phrase.direction is not None:
            place = part_of(best, phrase.direction, name)
        elif phrase.heads & {"area", "countryside"} and place.precision == "settlement":
            place = countryside(place, name)
        elif phrase.heads == {"site"} and place.precision != "site":
            place = place.model_copy(update={"radius_km": max(place.radius_km, _ABOUT_KM)})
        return place.model_copy(update={"score": round(share, 4)})


def _wanted(found: Sequence[Candidate], phrase: Phrase) -> Sequence[Candidate]:
    """The candidates of a sort that the words around ask for; all of them where none is."""
    asked = set().union(*(_ASKED[head] for head in phrase.heads))
    if phrase.direction is not None:
        asked = asked - {"settlement"} or _WHOLES
    return [c for c in found if c.place.precision in asked] or found
