"""The register's files, checked: a name that two actors share must be settled by days or by countries."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from dateline.actors.model import Actor, ActorEntry, Name, RegisterFile, actor_of
from dateline.actors.register import Register, key
from dateline.actors.states import member_words, state_actors
from dateline.errors import KindsError
from dateline.kinds.marked_yaml import read_model


def load_register(directories: Sequence[Path] = ()) -> Register:
    """Our actors, then those of `directories`: an actor there adds to ours, or takes the place of the same id.

    KindsError names the file, the line and the reason where a file breaks the rules.
    """
    actors: dict[str, Actor] = {}
    for directory in (_own(), *directories):
        found = list(_read(directory))
        _refuse_doubles(found)
        actors |= {actor.entity.id: actor for _, _, actor in found}
        _refuse_unsettled(actors, found)
    return Register([*_yielding(state_actors(), actors.values()), *actors.values()], member_words())


def register_digest(directories: Sequence[Path] = ()) -> str:
    """Hex digits that change whenever our actors, or those of `directories`, do."""
    content = hashlib.sha256()
    home = _own().parent
    for file in (home / "states.csv", home / "states.yaml", *(f for d in (_own(), *directories) for f in _files(d))):
        content.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return content.hexdigest()


def _files(directory: Path) -> list[Path]:
    return sorted([*directory.glob("*.yaml"), *directory.glob("*.yml")])


def _yielding(states: Iterable[Actor], registered: Iterable[Actor]) -> Iterator[Actor]:
    """The states without the made names that a registered actor of that country bears."""
    taken: dict[str, list[Actor]] = {}
    for actor in registered:
        for name in actor.names:
            taken.setdefault(key(name.text), []).append(actor)
    for state in states:
        kept = [
            name for name in state.names if not any(_share(state, actor) for actor in taken.get(key(name.text), ()))
        ]
        yield replace(state, names=tuple(kept))


Found = tuple[Path, ActorEntry, Actor]


def _own() -> Path:
    return Path(str(files("dateline.actors"))) / "register"


def _read(directory: Path) -> Iterator[Found]:
    if not directory.is_dir():
        raise KindsError(str(directory), 1, "not a directory; give a directory of YAML files of actors")
    listed = _files(directory)
    if not listed:
        raise KindsError(str(directory), 1, "holds no .yaml file")
    for file in listed:
        content = read_model(file, RegisterFile)
        for entry in content.actors:
            yield file, entry, actor_of(entry, content.countries)


def _refuse_doubles(found: Iterable[Found]) -> None:
    seen: dict[str, Path] = {}
    for file, entry, _ in found:
        if entry.id in seen:
            reason = f"actor {entry.id} is in {seen[entry.id].name} too; one of them needs a slug"
            raise KindsError(str(file), _line(file, entry.name), reason)
        seen[entry.id] = file


def _refuse_unsettled(actors: dict[str, Actor], found: Iterable[Found]) -> None:
    listed_in = {entry.id: file for file, entry, _ in found}
    named: dict[str, list[tuple[Name, Actor]]] = {}
    for actor in actors.values():
        for name in actor.names:
            named.setdefault(key(name.text), []).append((name, actor))
    for sharing in named.values():
        for (one, first), (other, second) in combinations(sharing, 2):
            if _clash(one, first, other, second):
                file = listed_in.get(second.entity.id) or listed_in.get(first.entity.id) or _own()
                both = f"{first.entity.name!r} and {second.entity.name!r} are both called {other.text!r}"
                reason = f"{both} at one time and in one country; set from and to, or countries, or local"
                raise KindsError(str(file), _line(file, other.text), reason)


def _clash(one: Name, first: Actor, other: Name, second: Actor) -> bool:
    if first.entity.id == second.entity.id or not one.overlaps(other):
        return False
    if (one.exact and other.exact and one.text != other.text) or one.local or other.local:
        return False
    return _share(first, second)


def _share(first: Actor, second: Actor) -> bool:
    """Whether there is a country in which both act; one without countries acts in all."""
    return not first.countries or not second.countries or bool(first.countries & second.countries)


def _line(file: Path, text: str) -> int:
    if not file.is_file():
        return 1
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text and text in line), 1)
