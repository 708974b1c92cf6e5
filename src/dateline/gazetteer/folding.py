"""Names as they are compared: without case, accents, apostrophes and dots; hyphens are blanks."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = dict(zip("øłđðıəħŋ", "olddiahn", strict=True)) | {"þ": "th", "æ": "ae", "œ": "oe"}
# Apostrophes, and the many signs by which ayn and hamza are written: dropped, so that Ba'albek is Baalbek.
_DROPPED = dict.fromkeys("'’‘`´ʼʻʾʿʹʺˈ′.,ʽˊ\u0640", "")
_BLANK = dict.fromkeys("-‐‑‒–—_/", " ")
_SIGNS = str.maketrans(_LETTERS | _DROPPED | _BLANK)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """`name` as a key: two spellings with one key are the same name. Folding twice changes nothing."""
    plain = name.casefold()
    if not plain.isascii():
        taken_apart = unicodedata.normalize("NFKD", plain.translate(_SIGNS))
        plain = "".join(letter for letter in taken_apart if not unicodedata.combining(letter)).casefold()
    return " ".join(plain.translate(_SIGNS).split())


def slug(name: str) -> str:
    """`name` as the last part of a `dateline:` id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
