"""Plain text to paragraphs: blank lines part them, and lines wrapped at a width are joined again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_BLANKS = re.compile(r"[^\S\n]+|[\u200b\ufeff]")
_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MARKDOWN_HEADING = re.compile(r"#{1,6} ")
_SENTENCE_END = re.compile(r"""[.!?:…]["'”’)\]]*$""")
# Wrapped text is set at 72 to 80 columns as a rule; beyond these limits a line is a paragraph of its own.
_NARROWEST, _WIDEST = 50, 120


_FULL_STOP = re.compile(r"""[.!?…]["'”’)\]]*$""")
# A menu entry has fewer words than the shortest sentence; no headline is so long as the longest.
_SHORTEST_SENTENCE, _LONGEST_HEADLINE = 5, 25


@dataclass(frozen=True)
class Paragraph:
    """A paragraph on one line; `apart` tells whether a blank line (or the beginning) is before it."""

    text: str
    apart: bool = True


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text, in order, blanks collapsed and Markdown heading marks dropped."""
    lines = [_MARKDOWN_HEADING.sub("", _trimmed(line), count=1) for line in _LINE_END.sub("\n", text).split("\n")]
    blocks = [list(block) for filled, block in groupby(lines, key=bool) if filled]
    return [paragraph for block in blocks for paragraph in _unwrapped(block)]


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text: a sentence with its full stop, or longer than any headline."""
    words = len(text.split())
    return words > _LONGEST_HEADLINE or (words >= _SHORTEST_SENTENCE and ends_sentence(text))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_FULL_STOP.search(text))


def _trimmed(line: str) -> str:
    return _BLANKS.sub(" ", line).strip()


def _unwrapped(block: Sequence[str]) -> Iterator[Paragraph]:
    joined = [block[0]]
    breaks = _wrapped_breaks(block)
    apart = True
    for line, wrapped in zip(block[1:], breaks, strict=True):
        if wrapped:
            joined.append(line)
        else:
            yield Paragraph(" ".join(joined), apart)
            joined, apart = [line], False
    yield Paragraph(" ".join(joined), apart)


def _wrapped_breaks(block: Sequence[str]) -> list[bool]:
    """For each line end in the block, whether it only wraps: the next word would not have fitted."""
    width = max(map(len, block))
    full = [len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(block)]
    mid_sentence = any(wrapped and not _SENTENCE_END.search(line) for wrapped, line in zip(full, block, strict=False))
    is_set = _NARROWEST <= width <= _WIDEST and mid_sentence
    return full if is_set else [False] * len(full)
