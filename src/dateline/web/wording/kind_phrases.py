"""What a kind is called, alone and in a sentence, and which group it is of."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

import yaml

from dateline.kinds import load_catalogue

_FILE: Final = Path(__file__).with_name("kinds.yaml")


class Phrase(TypedDict):
    """The parts of a sentence that name an occurrence of one kind."""

    noun: str
    actor: str
    recipient: str


@cache
def _phrases() -> Mapping[str, Phrase]:
    loaded: Mapping[str, Phrase] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return loaded


def phrase(kind: str) -> Phrase:
    """How a sentence names an occurrence of this kind; one that is not of ours goes by its own name."""
    own = Phrase(noun=kind.replace("_", " "), actor="by {actor}", recipient="to {recipient}")
    return _phrases().get(kind, own)


@cache
def groups() -> Mapping[str, str]:
    """The group of each kind of ours."""
    return {kind.name: kind.group for kind in load_catalogue()}


def messages() -> set[str]:
    """Every text of the file and every kind's name, for the translators."""
    names = {kind.replace("_", " ") for kind in groups()}
    return names | {
        text for parts in _phrases().values() for text in (parts["noun"], parts["actor"], parts["recipient"])
    }
