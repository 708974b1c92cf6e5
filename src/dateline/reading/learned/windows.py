"""Windows: what the encoder reads of a report at one go, whole sentences with the report's opening before them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tokenizers import Encoding, Tokenizer

# Word pieces: of a whole window; of the opening that goes before all windows but the first, to tell what it is about.
LONGEST = 192
OPENING = 32
_CLS, _SEP = 101, 102
NOWHERE = (0, 0)


@dataclass(frozen=True)
class Window:
    """Word pieces with the characters of the report that each stands for.

    What is `context` only is read along, and nothing is asked about it; marks of the encoder's own stand for no
    characters.
    """

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    context: tuple[bool, ...]


class At(NamedTuple):
    """Where a word stands: in which window, and at which of its pieces."""

    window: int
    piece: int


def placed(read: Sequence[Window]) -> Mapping[int, At]:
    """Where that stands which starts at a character of the report, but for what is read along only."""
    return {
        span[0]: At(w, p)
        for w, window in enumerate(read)
        for p, (span, context) in enumerate(zip(window.spans, window.context, strict=True))
        if not context
    }


def open_tokenizer(file: Path) -> Tokenizer:
    """The encoder's tokenizer, which leaves nothing out of a long text and adds nothing to a short one."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


Pieces = list[tuple[int, tuple[int, int]]]


def windows(text: str, sentences: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of a report; `sentences` are the characters where its sentences start and end, in order."""
    pieces = _pieces(tokenizer.encode(text, add_special_tokens=False))
    opening: Pieces = []
    for main in _packed(pieces, [end for _, end in sentences]):
        yield _window(opening, main)
        opening = opening or main[:OPENING]


def _pieces(encoding: Encoding) -> Pieces:
    return list(zip(encoding.ids, encoding.offsets, strict=True))


def _packed(pieces: Pieces, ends: Sequence[int]) -> Iterator[Pieces]:
    """As many whole sentences as fit; a sentence that is longer than a window is cut."""
    room = LONGEST - OPENING - 3
    packed: Pieces = []
    for sentence in _by_sentence(pieces, ends):
        if packed and len(packed) + len(sentence) > room:
            yield packed
            packed = []
        packed = packed + sentence
        while len(packed) > room:
            yield packed[:room]
            packed = packed[room:]
    if packed:
        yield packed


def _by_sentence(pieces: Pieces, ends: Sequence[int]) -> Iterator[Pieces]:
    at = 0
    for end in [*ends, pieces[-1][1][1] if pieces else 0]:
        start = at
        while at < len(pieces) and pieces[at][1][0] < end:
            at += 1
        if at > start:
            yield pieces[start:at]


def _window(opening: Pieces, main: Pieces) -> Window:
    before = [(_CLS, NOWHERE), *opening, *([(_SEP, NOWHERE)] if opening else [])]
    whole = [*before, *main, (_SEP, NOWHERE)]
    return Window(
        ids=tuple(id_ for id_, _ in whole),
        spans=tuple(span for _, span in whole),
        context=(*(True for _ in before), *(False for _ in main), True),
    )
