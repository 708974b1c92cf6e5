"""The states and what they act by - government, armed forces, police - made from one table and a few patterns."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from dateline.actors.model import Actor, Name, named
from dateline.gazetteer.demonyms import demonyms
from dateline.gazetteer.folding import slug
from dateline.records.base import Record
from dateline.records.entity import Entity, EntityKind


class Organ(Record):
    """One organ of every state: how it is called where the table has no name for it, and by which nouns.

    In `name` and `forms`, `{country}`, `{people}` (each demonym) and `{noun}` (each of `nouns`) are filled in;
    `local` names it only where the report is about that country.
    """

    kind: EntityKind
    name: str
    nouns: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    local: tuple[str, ...] = ()


class Patterns(Record):
    """What `states.yaml` says."""

    members: str
    organs: Mapping[str, Organ]


# What the table has for an organ that a state does not have.
_HAS_NONE = "-"


@cache
def _patterns() -> Patterns:
    text = files("dateline.actors").joinpath("states.yaml").read_text(encoding="utf-8")
    return TypeAdapter(Patterns).validate_python(yaml.safe_load(text))


def member_words() -> frozenset[str]:
    """Words for the members of a body, that follow its name: "fighters", "militants"."""
    return frozenset(_patterns().members.split())


def state_actors() -> Iterator[Actor]:
    """Every state, and each of its organs."""
    peoples: dict[str, list[str]] = {}
    for word, code in demonyms().items():
        peoples.setdefault(code, []).append(word)
    text = files("dateline.actors").joinpath("states.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield _state(row)
        for organ, pattern in _patterns().organs.items():
            if row.get(organ) == _HAS_NONE:
                continue
            yield _organ(row, organ, pattern, peoples.get(row["code"], []))


def _state(row: dict[str, str]) -> Actor:
    plain = (row["country"], *_split(row["also"]), *_split(row["capital"]))
    names = (Name(name) for name in plain)
    exact = (Name(name, exact=True) for name in _split(row["exact"]))
    return _actor(row["country"], "government", (*names, *exact), row["code"], slug(row["country"]))


def _organ(row: dict[str, str], organ: str, pattern: Organ, people: list[str]) -> Actor:
    called, *also = _split(row.get(organ) or "") or [pattern.name]
    first = people[0].title() if people else row["country"]
    name = called.format(country=row["country"], people=first)
    countries = [row["country"], *_split(row["exact"])]
    texts = {
        form.format(country=country, people=word, noun=noun)
        for form in pattern.forms
        for noun in pattern.nouns
        for country in countries
        for word in people
    }
    plain = (text.format(country=row["country"], people=first) for text in (name, *also, pattern.name))
    local = [text[1:] for text in also if text.startswith("~")]
    elsewhere = {text.lower() for other, cell in row.items() if other != organ for text in _split(cell)}
    made = (text for text in sorted(texts) if text.lower() not in elsewhere)
    names = [named(text) for text in dict.fromkeys((*plain, *made)) if not text.startswith("~")]
    names += [Name(text, local=True) for text in (*local, *pattern.local)]
    return _actor(name, pattern.kind, tuple(names), row["code"], f"{slug(row['country'])}-{organ.replace('_', '-')}")


def _actor(name: str, kind: EntityKind, names: tuple[Name, ...], code: str, id_: str) -> Actor:
    entity = Entity(id=f"dateline:{id_}", name=name, kind=kind)
    return Actor(entity, names, frozenset({code}), (), "official")


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
