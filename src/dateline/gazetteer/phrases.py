"""What the words around a name say of it: "Idlib province", "city of Raqqa", "northern Syria"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.gazetteer.folding import fold
from dateline.gazetteer.rules import rules

_BLANK = re.compile(r"\s+")
_ARTICLE = re.compile(r"^(?:the|greater)\s+", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")
_CAPITAL = r"[^\W\d_a-z]\S*"
_NAMES = re.compile(
    rf"(?:(?:al|el|as|ash|ar|ez|az|an|ad|at)-)?{_CAPITAL}(?: (?:(?:al|el|de|la|du|bin|ibn)[- ])?{_CAPITAL})*"
)
_LONGEST_HEAD = 3


@dataclass(frozen=True)
class Phrase:
    """A name taken apart: `heads` are what it is said to be, `direction` east and north parts, if any."""

    core: str
    heads: frozenset[str] = frozenset()
    direction: tuple[float, float] | None = None


def readings(name: str) -> Iterator[Phrase]:
    """The ways to read `name`, the plainest first: as it stands; with direction and head; head; direction."""
    plain = _ARTICLE.sub("", _BLANK.sub(" ", name.strip()))
    yield Phrase(plain)
    rest, direction = _directed(plain)
    inner, inner_heads = _headed(rest)
    if direction is not None and inner_heads:
        yield Phrase(inner, inner_heads, direction)
    core, heads = _headed(plain)
    if heads:
        yield Phrase(core, heads)
    if direction is not None:
        yield Phrase(rest, frozenset(), direction)
    if (name_alone := _capitalised(plain)) != plain:
        yield Phrase(name_alone)


def _headed(name: str) -> tuple[str, frozenset[str]]:
    parts = _OF.split(name, maxsplit=1)
    if len(parts) == 2 and (heads := _kinds_of(parts[0])):
        return parts[1], heads
    words = name.split(" ")
    for size in range(min(_LONGEST_HEAD, len(words) - 1), 0, -1):
        if heads := _kinds_of(" ".join(words[-size:])):
            return _POSSESSIVE.sub("", " ".join(words[:-size])), heads
    return name, frozenset()


def _kinds_of(words: str) -> frozenset[str]:
    key = words.lower()
    return frozenset(kind for kind, heads in rules().heads.items() if key in heads)


def _capitalised(name: str) -> str:
    """The last run of capitalised words: "Syrian" of "Syrian territory", "Bria" of "the road to Bria"."""
    runs = _NAMES.findall(name)
    return _POSSESSIVE.sub("", runs[-1]) if runs else name


def _directed(name: str) -> tuple[str, tuple[float, float] | None]:
    words = name.split(" ")
    for size in (2, 1):
        direction = rules().compass.get(fold(" ".join(words[:size])))
        if direction is not None and len(words) > size:
            return _OF.sub("", f" {' '.join(words[size:])}").strip(), direction
    return name, None
