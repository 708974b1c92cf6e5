"""Names as they are compared: without case, accents, apostrophes and dots; hyphens are blanks."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(dict(zip("øłđðıəħŋ", "olddiahn", strict=True)) | {"þ": "th", "æ": "ae", "œ": "oe"})
# Apostrophes, and the many signs by which ayn and hamza are written: dropped, so that Ba'albek is Baalbek.
_DROPPED = re.compile(r"['’‘`´ʼʻʾʿʹʺˈ′.,ʽˊ\u0640]")
_BLANKS = re.compile(r"[\s\-‐‑‒–—_/]+")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """`name` as a key: two spellings with one key are the same name. Folding twice changes nothing."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _DROPPED.sub("", plain.casefold().translate(_LETTERS))
    return _BLANKS.sub(" ", plain).strip()


def slug(name: str) -> str:
    """`name` as the last part of a `dateline:` id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
