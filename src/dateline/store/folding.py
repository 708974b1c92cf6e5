"""Names and text brought to the form in which they are searched for."""

from dateline.gazetteer.folding import fold


def fold_name(name: str) -> str:
    """The words of `name` as the gazetteer compares them, and without any punctuation: "ras al ayn"."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())


def fenced(folded: str) -> str:
    """A folded name with a space at both ends, so that a word's start and end can be searched for."""
    return f" {folded} "


def storable(text: str) -> str:
    """`text` as every database can keep it: PostgreSQL has no character of code 0."""
    return text.replace("\0", "\ufffd")
