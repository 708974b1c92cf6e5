"""Names and text brought to the form in which they are compared: no case, no accents, no punctuation."""

import unicodedata
from typing import Final

_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘`´ʼʻʿʾ"))


def fold_text(text: str) -> str:
    """`text` without case and with single spaces, for a search of its words as they stand."""
    return " ".join(text.casefold().replace("\0", "").split())


def fold_name(name: str) -> str:
    """`name` without case, accents, apostrophes and punctuation: "Ra's al-‘Ayn" is "ras al ayn"."""
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    bare = unicodedata.normalize("NFKD", plain.casefold())
    letters = (c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def fenced(folded: str) -> str:
    """A folded name with a space at both ends, so that a word's start and end can be searched for."""
    return f" {folded} "
