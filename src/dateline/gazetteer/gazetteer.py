"""Names to places: what a name may mean, and which of these it means here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from dateline.gazetteer.areas import countryside, part_of
from dateline.gazetteer.demonyms import demonyms
from dateline.gazetteer.folding import fold
from dateline.gazetteer.index import Candidate, Index
from dateline.gazetteer.phrases import Phrase, readings
from dateline.gazetteer.ranking import Others, holds, shares
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
# How often the names of a report are resolved, each time in the light of what the others were found to be.
_PASSES = 2
# A candidate less probable than this tells nothing about the others.
_SLIGHT = 0.01
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

    @property
    def digest(self) -> str:
        """Hex digits that change whenever the data do, the places that the user has added among them."""
        return self._index.digest

    def knows(self, name: str) -> bool:
        """Whether the name, as it stands and without head words, is that of a place."""
        return self._index.knows(name)

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear the name: best tier first, then most people; if none does, one a letter away."""
        return self._index.find(name) or self._index.misspelt(name)

    def longest(self, tokens: Sequence[str], start: int) -> int:
        """How many of `tokens` from `start` make up the longest known name; 0 if none does.

        Tokens are as they stand in the text, hyphens and all.
        """
        return longest_name(self._index, tokens, start)

    def resolve(
        self, name: str, countries: Mapping[str, float], near: Sequence[Place] = (), among: Sequence[Place] = ()
    ) -> Place | None:
        """The place that the name means, or None.

        `name` may carry head words ("Idlib province", "city of Raqqa") and a direction ("northern Syria").
        `countries` weighs those that the report is about, `near` are places already resolved; where `among`
        is given, one of these is meant. The score is the place's share among all that bear the name.
        """
        for phrase in readings(name):
            if wanted := _wanted(self._found(phrase, countries), phrase):
                return self._choose(_only(wanted, among), phrase, name, countries, near)
        if misspelt := self._misspelt_here(name, countries):
            return self._choose(misspelt, Phrase(name), name, countries, near)
        return None

    def candidates(self, name: str, countries: Mapping[str, float]) -> Sequence[Candidate]:
        """The places between which `resolve` chooses."""
        for phrase in readings(name):
            if wanted := _wanted(self._found(phrase, countries), phrase):
                return wanted
        return ()

    def resolve_all(
        self, names: Sequence[str], countries: Mapping[str, float], inside: Mapping[str, str] | None = None
    ) -> list[Place | None]:
        """The places of a report's names, each chosen in the light of all others; see `resolve`.

        `inside` are names with the name that is told right behind them as what they lie in: "Laredo, Texas". Both then
        mean places of which one lies in the other, if there are such.
        """
        told = {name: pair for name, area in (inside or {}).items() for pair in self._told(name, area, countries)}
        holding = {area: told[name][1] for name, area in (inside or {}).items() if name in told}
        among = {name: told[name][0] if name in told else holding.get(name, ()) for name in names}
        near = self.weighed(names, countries, among)
        return [self.resolve(name, countries, near[name], among[name]) for name in names]

    def weighed(
        self, names: Sequence[str], countries: Mapping[str, float], among: Mapping[str, Sequence[Place]]
    ) -> dict[str, list[Place]]:
        """For each name, the places that the others may mean, each with its probability in the light of all others."""
        found = {name: _only(self.candidates(name, countries), among.get(name, ())) for name in names}
        meant: dict[str, list[Place]] = {name: [] for name in found}
        for _ in range(_PASSES):
            near = _of_others(meant)
            meant = {name: list(_weighed(found[name], countries, near[name])) for name in found}
        return _of_others(meant)

    def _told(
        self, name: str, area: str, countries: Mapping[str, float]
    ) -> Iterator[tuple[Sequence[Place], Sequence[Place]]]:
        """The places of `name` that lie in one of `area`, and the areas they lie in; nothing where there are none.

        Of two countries none lies in the other, whatever a town in it is called.
        """
        named = [c.place for c in self.candidates(name, countries)]
        around = [c.place for c in self.candidates(area, countries)]
        if any(p.precision == "country" for p in named):
            around = [p for p in around if p.precision != "country"]
        pairs = [(inner, outer) for inner in named for outer in around if holds(outer, inner)]
        if pairs:
            yield [inner for inner, _ in pairs], [outer for _, outer in pairs]

    def _found(self, phrase: Phrase, countries: Mapping[str, float]) -> Sequence[Candidate]:
        """The places that a phrase may mean. People are of a country ("Syrian territory") only beside a head word."""
        people = demonyms().get(phrase.core.lower(), "") if phrase.heads else ""
        found = self._index.country(people) if people else self._index.find(phrase.core)
        if "capital" in phrase.heads:
            nations = [c.place.country for c in found if c.place.precision == "country"]
            return self._index.capital(nations[0]) if nations else ()
        return (*found, *self._sounding_here(phrase.core, found, countries))

    def _sounding_here(
        self, name: str, found: Sequence[Candidate], countries: Mapping[str, float]
    ) -> Iterator[Candidate]:
        """Places of a like sound in the report's main countries, where none of the name itself is there."""
        main = _main(countries)
        if main and not any(c.place.country in main or c.place.country == "" for c in found):
            known = {c.place.id for c in found}
            yield from (c for c in self._index.sounding(name) if c.place.country in main and c.place.id not in known)

    def _misspelt_here(self, name: str, countries: Mapping[str, float]) -> Sequence[Candidate]:
        """Places in the report's main countries whose name is one letter away."""
        main = _main(countries)
        return [c for c in self._index.misspelt(name) if c.place.country in main] if main else ()

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166 alpha-2 code."""
        found = self._index.country(code)
        return found[0].place if found else None

    def countries(self, names: Iterable[str]) -> dict[str, float]:
        """How strongly the names, each counted once, speak of each country: a prior for `resolve`."""
        weights: dict[str, float] = {}
        for name in dict.fromkeys(names):
            found = self._index.find(name)
            for candidate, share in zip(found, shares(found, {}, Others(())), strict=True):
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
        ranked = shares(found, countries, Others(near))
        share, best = max(zip(ranked, found, strict=True), key=lambda pair: pair[0])
        place = best.place
        if phrase.direction is not None:
            place = part_of(best, phrase.direction, name, self._index.spread(place.id))
        elif phrase.heads & {"area", "countryside"} and place.precision == "settlement":
            place = countryside(place, name)
        elif phrase.heads == {"site"} and place.precision != "site":
            place = place.model_copy(update={"radius_km": max(place.radius_km, _ABOUT_KM)})
        return place.model_copy(update={"score": round(share, 4)})


def _main(countries: Mapping[str, float]) -> set[str]:
    """The countries that a report is mostly about."""
    least = max(countries.values(), default=0.0) * _MAIN_SHARE
    return {country for country, weight in countries.items() if weight and weight >= least}


def _wanted(found: Sequence[Candidate], phrase: Phrase) -> Sequence[Candidate]:
    """The candidates of a sort that the words around ask for; all of them where none is."""
    asked = set().union(*(_ASKED[head] for head in phrase.heads))
    if phrase.direction is not None:
        asked = asked - {"settlement"} or _WHOLES
    return [c for c in found if c.place.precision in asked] or found


def _only(found: Sequence[Candidate], among: Sequence[Place]) -> Sequence[Candidate]:
    """The candidates that are among some places; all where none is."""
    ids = {place.id for place in among}
    return [c for c in found if c.place.id in ids] or found


def _weighed(found: Sequence[Candidate], countries: Mapping[str, float], near: Sequence[Place]) -> Iterator[Place]:
    for candidate, share in zip(found, shares(found, countries, Others(near)), strict=True):
        if share >= _SLIGHT:
            yield candidate.place.model_copy(update={"score": share})


def _of_others(meant: Mapping[str, Sequence[Place]]) -> dict[str, list[Place]]:
    """For each name, what names with other words in them mean."""
    keys = {name: fold(name) for name in meant}
    return {name: [p for o, places in meant.items() if keys[o] != keys[name] for p in places] for name in meant}
