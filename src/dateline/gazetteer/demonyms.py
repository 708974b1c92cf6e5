"""Words for people of a country: a hint of the country, never a place themselves."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def demonyms() -> Mapping[str, str]:
    """Demonym in lower case ("syrian", "syrians") to ISO 3166 alpha-2 code."""
    text = files("dateline.gazetteer").joinpath("demonyms.yaml").read_text(encoding="utf-8")
    listed: dict[str, str] = yaml.safe_load(text)
    return {word.lower(): code for code, words in listed.items() for word in words.split(", ")}
