"""The sound of a romanised name, so that Dayr az Zawr is Deir ez-Zor: its consonants in rough classes."""

import re
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from dateline.gazetteer.folding import fold
from dateline.gazetteer.rules import Words, rules
from dateline.records.base import Record

_VOWELS = re.compile(r"[aeiouwy]")
# "Ezzor", "Assafira": an article that has taken on the sound of the next letter and grown on to the word.
_GROWN_ON = re.compile(r"^[aeiu](?=([b-df-hj-np-tvxz])\1)")
_DOUBLED = re.compile(r"(.)\1+")
_SILENT_END = re.compile(r"(?<=[aeiouwy])h$")


class Romanisation(Record):
    """What `transliteration.yaml` says."""

    countries: Words
    articles: Words
    letters: tuple[tuple[str, str], ...]
    generics: Words
    shortest: int
    shortest_alone: int


@cache
def romanisation() -> Romanisation:
    """The rules, read on first use."""
    text = files("dateline.gazetteer").joinpath("transliteration.yaml").read_text(encoding="utf-8")
    return Romanisation.model_validate(yaml.safe_load(text))


def skeleton(name: str) -> str:
    """The key of `name`; nothing where it has too few consonants to tell names apart, or a word like "district"."""
    key = fold(name)
    if not key.isascii():
        return ""
    words = key.split()
    if not rules().head_words.isdisjoint(words):
        return ""
    kept = [word for word in words if word not in romanisation().articles] or words
    sound = " ".join(_sound(word) for word in kept)
    return sound if consonants(sound) >= romanisation().shortest else ""


def consonants(sound: str) -> int:
    """How many consonants a key has."""
    return sum(letter.isalnum() for letter in sound)


def is_romanised_place(name: str) -> bool:
    """Whether the first word is one that only places have ("Tell", "Deir")."""
    first, _, rest = fold(name).partition(" ")
    return bool(rest) and first in romanisation().generics


@lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    word = _SILENT_END.sub("", _GROWN_ON.sub("", word))
    for written, heard in romanisation().letters:
        word = word.replace(written, heard)
    start = "_" if word[:1] and word[0] in "aeiou" else ""
    return start + _DOUBLED.sub(r"\1", _VOWELS.sub("", word))
