"""Classes of words that conditions ask for (`@people`, `@weapon`): lemmas in `words/*.yaml`, one class a key."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import RootModel

from dateline.kinds.marked_yaml import read_model

# Classes that reading adds from names in the text, on top of the listed words.
NAMED_CLASSES = frozenset({"place", "armed", "people", "organisation", "country", "name", "source"})


class _Classes(RootModel[dict[str, str | list[str]]]):
    pass


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Class name to its lemmas. A class may include another: an item `@armed` stands for its words."""
    listed: dict[str, list[str]] = {}
    for file in sorted(words_folder().glob("*.yaml")):
        for name, words in read_model(file, _Classes).root.items():
            listed.setdefault(name, []).extend(words.split() if isinstance(words, str) else words)
    return {name: frozenset(_expanded(name, listed, ())) for name in listed}


def words_folder() -> Path:
    """Where our own word lists lie."""
    return Path(str(files("dateline.kinds"))) / "words"


def _expanded(name: str, listed: Mapping[str, list[str]], seen: tuple[str, ...]) -> set[str]:
    words: set[str] = set()
    for item in listed.get(name, []):
        if item.startswith("@") and item[1:] not in seen:
            words |= _expanded(item[1:], listed, (*seen, name))
        elif not item.startswith("@"):
            words.add(item)
    return words
