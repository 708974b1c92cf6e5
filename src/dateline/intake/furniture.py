"""Which paragraphs of a scraped page are furniture (menus, buttons, links elsewhere) and not its article."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from dateline.intake.datelines import is_dateline
from dateline.intake.paragraphs import Paragraph, ends_sentence, is_prose

_ORNAMENT = " \t*•·▪►▶»«›‹>|→←↑↓▲▼✕×–—-"
_CRUMB_MARK = re.compile(r"\s*(?:[>›»→]|::)\s*|\s+[|/•·]\s+")
# A menu entry is a name or two; a headline, in nearly all cases, is longer.
_ENTRY_WORDS, _ENTRY_CHARACTERS = 4, 32
_SHORTEST_MENU = 3
# A question of this length may be a headline in a list of links.
_HEADLINE_WORDS = 25


class _Patterns(NamedTuple):
    line: re.Pattern[str]
    link_list: re.Pattern[str]


def is_furniture(line: str) -> bool:
    """Whether a line is furniture by its words alone, or a trail of links ("Home > World > Syria")."""
    bare = _bare(line)
    known = _patterns()
    return bool(known.line.fullmatch(bare) or known.link_list.fullmatch(bare)) or _is_trail(line)


def without_known_lines(lines: Iterable[str]) -> list[str]:
    """The paragraphs of a page's article, less furniture by its words and lists of links."""
    paragraphs = [Paragraph(line) for line in lines]
    listed = _link_lists(paragraphs)
    return [p.text for p, in_list in zip(paragraphs, listed, strict=True) if not in_list and not is_furniture(p.text)]


def without_furniture(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a plain-text scrape that are its article: the headline first, then the rest in order.

    Furniture is known by its words, by standing in a list of links, or by standing in a run of menu entries;
    between the first and last paragraph of prose a run goes only if one of its lines is known by its words.
    """
    known = [is_furniture(p.text) for p in paragraphs]
    by_shape = [a or b for a, b in zip(_link_lists(paragraphs), _menus(paragraphs, known), strict=True)]
    headline = _lost_headline(paragraphs, known, by_shape)
    return [p for at, p in enumerate(paragraphs) if at == headline or not (known[at] or by_shape[at])]


def _bare(line: str) -> str:
    return line.strip(_ORNAMENT).casefold()


def _is_trail(line: str) -> bool:
    if line.startswith("|"):
        return False  # a row of a table
    parts = _CRUMB_MARK.split(line.strip(_ORNAMENT))
    short = all(0 < len(part.split()) <= _ENTRY_WORDS and len(part) <= _ENTRY_CHARACTERS for part in parts)
    return len(parts) >= _SHORTEST_MENU and short and not ends_sentence(line) and not is_dateline(line)


def _link_lists(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """For each paragraph, whether it stands in a list of links, from its heading to the next prose."""
    inside, found = False, []
    for paragraph in paragraphs:
        if _patterns().link_list.fullmatch(_bare(paragraph.text)):
            inside = True
        elif is_prose(paragraph.text) and not _is_question(paragraph.text):
            inside = False
        found.append(inside)
    return found


def _is_question(text: str) -> bool:
    return text.endswith("?") and len(text.split()) <= _HEADLINE_WORDS


def _menus(paragraphs: Sequence[Paragraph], known: Sequence[bool]) -> list[bool]:
    """For each paragraph, whether it stands in a run of menu entries."""
    found = [False] * len(paragraphs)
    prose = [at for at, p in enumerate(paragraphs) if is_prose(p.text)]
    for start, end in _runs([_is_entry(p.text) for p in paragraphs]):
        within = bool(prose) and prose[0] < start and end <= prose[-1]
        announced = start > 0 and paragraphs[start - 1].text.endswith(":")
        if end - start >= _SHORTEST_MENU and not announced and (not within or any(known[start:end])):
            found[start:end] = [True] * (end - start)
    return found


def _is_entry(text: str) -> bool:
    short = len(text.split()) <= _ENTRY_WORDS and len(text) <= _ENTRY_CHARACTERS
    return short and not ends_sentence(text) and not text.endswith(":") and not is_dateline(text)


def _runs(entries: Sequence[bool]) -> list[tuple[int, int]]:
    starts = [at for at, entry in enumerate(entries) if entry and not (at and entries[at - 1])]
    ends = [at + 1 for at, entry in enumerate(entries) if entry and entries[at + 1 : at + 2] != [True]]
    return list(zip(starts, ends, strict=True))


def _lost_headline(paragraphs: Sequence[Paragraph], known: Sequence[bool], by_shape: Sequence[bool]) -> int | None:
    """The short headline that a menu swallowed: the line before the first prose, if none is left above it."""
    first = next((at for at, p in enumerate(paragraphs) if not by_shape[at] and not known[at] and is_prose(p.text)), 0)
    before = [at for at in range(first) if not known[at] and not is_dateline(paragraphs[at].text)]
    if not before or any(not by_shape[at] for at in before) or not paragraphs[before[-1]].apart:
        return None
    return before[-1]


@cache
def _patterns() -> _Patterns:
    read = yaml.safe_load(files(__package__).joinpath("furniture.yaml").read_text(encoding="utf-8"))
    lines = [pattern for group in read["lines"].values() for pattern in group]
    return _Patterns(_any_of(lines), _any_of(read["link_lists"]))


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
