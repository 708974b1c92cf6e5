"""Which kinds of event the desk shows together, from a data file."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def topics() -> Mapping[str, tuple[str, ...]]:
    """Kinds, or names of numbers, by topic."""
    text = (files("dateline.store.summaries") / "topics.yaml").read_text(encoding="utf-8")
    return {topic: tuple(names) for topic, names in yaml.safe_load(text).items()}
