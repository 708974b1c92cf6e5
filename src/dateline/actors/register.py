"""Names to actors: which group, force or body a name means on a day and in a country."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from dateline.actors.model import Actor, Name
from dateline.gazetteer.folding import fold

_ARTICLE = re.compile(r"^(?:the|al|el|ar|as|ash|at|an|ad|az) ")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")

_APART = re.compile(r"(?<=\w)(['’]s?)\b(?= )")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")

Named = tuple[Name, Actor]


class Register:
    """Actors by id and by name."""

    def __init__(self, actors: Iterable[Actor], members: Collection[str] = ()) -> None:
        self.actors: Mapping[str, Actor] = {actor.entity.id: actor for actor in actors}
        self._members = frozenset(members)
        self._named: dict[str, list[Named]] = {}
        for actor in self.actors.values():
            for name in actor.names:
                self._named.setdefault(key(name.text), []).append((name, actor))

    def names(self) -> Iterator[tuple[str, Actor]]:
        """Every name with its actor, for a phrase matcher; `find` decides between actors that share one.

        A name with a possessive comes twice, as it is written and as it is taken apart into words ("People 's").
        """
        for named in self._named.values():
            for name, actor in named:
                yield name.text, actor
                if (apart := _APART.sub(r" \1", name.text)) != name.text:
                    yield apart, actor

    def find(self, name: str, on: dt.date | None = None, countries: Collection[str] = ()) -> Actor | None:
        """The actor of that name on that day, or None.

        `countries` are those that the report is about, or their weights: where actors share the name, the one of
        the weightiest is meant; where that does not settle it, none is. "ISIS fighters" is found as ISIS.
        """
        return self.meant(self.held(name, on), on, countries)

    def held(self, name: str, on: dt.date | None) -> list[Named]:
        """Everyone who bears the name on that day, with that name: those of whom `meant` tells the one."""
        text = _POSSESSIVE.sub("", name.strip())
        return self._held(text, on) or self._held_by_whole(text, on)

    def meant(self, found: list[Named], on: dt.date | None, countries: Collection[str]) -> Actor | None:
        """The one of several bearers of a name whom a report on these countries means; see `find`."""
        if not found:
            return None
        weights = countries if isinstance(countries, Mapping) else dict.fromkeys(countries, 1.0)
        return _one_of(_not_elsewhere(found, weights), on, weights)

    def bearers(self, name: str) -> tuple[Named, ...]:
        """Everyone who bears the name, on whatever day and in whatever country, with that name."""
        text = _POSSESSIVE.sub("", name.strip())
        return tuple(pair for pair in self._named.get(key(text), ()) if _spelt(pair[0], text))

    def _held(self, text: str, on: dt.date | None) -> list[Named]:
        named = self._named.get(key(text), [])
        return [(name, actor) for name, actor in named if _spelt(name, text) and name.held_on(on)]

    def _held_by_whole(self, text: str, on: dt.date | None) -> list[Named]:
        """The actors of the name without what explains it: members ("ISIS militant group"), or an acronym in brackets.

        The members of a state are not the state: "Syria militants" are no one's forces.
        """
        whole = _IN_BRACKETS.sub("", text) if "(" in text else text
        head, _, last = whole.rpartition(" ")
        while head and last.lower() in self._members:
            if found := self._held(head, on):
                return [(name, actor) for name, actor in found if actor.entity.kind != "government"]
            head, _, last = head.rpartition(" ")
        return self._held(whole, on) if whole != text else []


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """What two spellings of one actor's name share; articles, English and Arabic, do not count."""
    folded = fold(name)
    shorter = _ARTICLE.sub("", folded)
    return shorter.replace(" al ", " ").replace(" el ", " ") or folded


def _spelt(name: Name, text: str) -> bool:
    return not name.exact or name.text == text.removeprefix("the ").removeprefix("The ")


def _not_elsewhere(found: list[Named], countries: Mapping[str, float]) -> list[Named]:
    """Without local names of actors whose country is not one that the report is most about."""
    most = max(countries.values(), default=0.0)
    main = {code for code, weight in countries.items() if weight == most}
    return [(name, actor) for name, actor in found if not name.local or main & (name.countries or actor.countries)]


def _one_of(found: list[Named], on: dt.date | None, countries: Mapping[str, float]) -> Actor | None:
    actors = list({actor.entity.id: actor for _, actor in found}.values())
    if len(actors) > 1:
        weight = {actor.entity.id: _weight(actor, countries) for actor in actors}
        actors = [actor for actor in actors if weight[actor.entity.id] == max(weight.values())]
    if len(actors) > 1 and on is None:
        actors = _first_to_hold(found, actors)
    return actors[0] if len(actors) == 1 else None


def _weight(actor: Actor, countries: Mapping[str, float]) -> float:
    return max((countries.get(code, 0.0) for code in actor.countries), default=0.0)


def _first_to_hold(found: list[Named], actors: list[Actor]) -> list[Actor]:
    """Of actors that bore one name one after the other, the first: on an unknown day it is the likelier."""
    dated = [(name.since or dt.date.min, actor) for name, actor in found if name.since or name.until]
    if len(dated) < len(actors):
        return actors
    return [min(dated, key=lambda pair: pair[0])[1]]
