"""Words that are never read as places on their own, as data."""

from functools import cache
from importlib.resources import files

from dateline.gazetteer.folding import fold


@cache
def never_places() -> frozenset[str]:
    """Words, folded, of everyday English that some list has as the name of a place."""
    text = files("dateline.gazetteer").joinpath("never_places.txt").read_text(encoding="utf-8")
    return frozenset(fold(line) for line in text.splitlines() if line and not line.startswith("#"))
