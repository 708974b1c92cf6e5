"""Names and text brought to the form in which they are searched for."""

from dateline.gazetteer.folding import fold


def fold_text(text: str) -> str:
    """`text` without case and with single spaces, for a search of its words as they stand."""
    return " ".join(text.casefold().replace("\0", "").split())


def fold_name(name: str) -> str:
    """The words of `name` as the gazetteer compares them, and without any punctuation: "ras al ayn"."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(name)).split())


def fenced(folded: str) -> str:
    """A folded name with a space at both ends, so that a word's start and end can be searched for."""
    return f" {folded} "
