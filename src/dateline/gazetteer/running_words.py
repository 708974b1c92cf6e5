"""Names in running words: the longest known one that begins at a word."""

import re
from collections.abc import Sequence

from dateline.gazetteer.folding import fold
from dateline.gazetteer.index import Index
from dateline.gazetteer.transliteration import is_romanised_place

_NEVER_LAST = frozenset({"'s", "’s", "-", "–", "'", "’", ".", ","})
_CLOSED_UP = re.compile(r" ?([-–'’]) ?")
# Names that are known by their sound alone ("Tell Abu Something") are no longer than this, hyphens counted.
_LONGEST_BY_SOUND = 6


def longest_name(index: Index, tokens: Sequence[str], start: int) -> int:
    """How many of `tokens` from `start` make up the longest known name; 0 if none does."""
    best = 0
    for end in range(start + 1, len(tokens) + 1):
        name = joined(tokens[start:end])
        key = fold(name)
        going_on = index.next_key(key).startswith(key)
        by_sound = end - start <= _LONGEST_BY_SOUND and _begins_by_sound(name)
        if not key or tokens[end - 1].isspace() or _begins_anew(tokens, end - 1) or not (going_on or by_sound):
            break
        if tokens[end - 1].lower() not in _NEVER_LAST and index.knows(name):
            best = end - start
    return best


def joined(tokens: Sequence[str]) -> str:
    """Tokens as a name; a short one ("U.S.", "Hit") keeps its writing."""
    return tokens[0] if len(tokens) == 1 else _CLOSED_UP.sub(r"\1", " ".join(tokens))


def _begins_by_sound(name: str) -> bool:
    return is_romanised_place(f"{name} X")


def _begins_anew(tokens: Sequence[str], at: int) -> bool:
    """Whether a word goes on with the sentence behind a comma: "Bor, said a doctor" is not Bor Said."""
    return at > 0 and tokens[at - 1] == "," and tokens[at][:1].islower()
