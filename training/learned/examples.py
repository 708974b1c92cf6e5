"""Marked reports as windows with labels: which pieces are triggers of what kind, and which fill which role of which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from tokenizers import Tokenizer

from bench.predictions import marked_report
from dateline.reading.annotations import annotate
from dateline.reading.learned.labels import CERTAINTIES, MODALITIES, ROLES
from dateline.reading.learned.windows import Window, windows
from dateline.reading.quantities import quantity

# A label for a piece that nothing is asked about.
UNASKED = -100
_PLACE_ROLES = {"origin": "origin", "destination": "destination", "via": "location", "location": "location"}
_COUNT_ROLES = {"killed": "killed", "wounded": "wounded"}
Mark = Mapping[str, Any]
Characters = tuple[int, int]


@dataclass
class Asked:
    """One trigger of a window: the pieces that it stands on, and who or what fills its roles."""

    pieces: list[int]
    modality: int
    certainty: int
    fillers: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Example:
    """One window: a kind for every piece (0 for none), its triggers; whether it is gold and not our own words."""

    window: Window
    kinds: list[int]
    triggers: list[Asked]


def examples(
    rows: Iterable[Mark], nlp: Language, tokenizer: Tokenizer, kinds: Sequence[str]
) -> Iterator[list[Example]]:
    """The windows of each marked report."""
    made = [annotate(nlp.make_doc(row["text"]), marked_report(dict(row))) for row in rows]
    for row, doc in zip(rows, nlp.pipe(made), strict=True):
        sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
        numbers = [(*_characters(read.tokens), read.low, read.high) for token in doc if (read := quantity(token))]
        yield [_example(window, row, numbers, kinds) for window in windows(row["text"], sentences, tokenizer)]


def _characters(tokens: Any) -> Characters:
    return tokens.start_char, tokens.end_char


def _example(window: Window, row: Mark, numbers: list[tuple[Any, ...]], kinds: Sequence[str]) -> Example:
    labels = [UNASKED if context else 0 for context in window.context]
    triggers = []
    for claim in row["claims"]:
        pieces = [i for i in covered(window, _span(claim["trigger"])) if not window.context[i]]
        if not pieces:
            continue
        for i in pieces:
            labels[i] = kinds.index(claim["kind"]) + 1
        triggers.append(_asked(window, pieces, claim, numbers))
    return Example(window, labels, triggers)


def _asked(window: Window, pieces: list[int], claim: Mark, numbers: list[tuple[Any, ...]]) -> Asked:
    asked = Asked(pieces, MODALITIES.index(claim["modality"]), CERTAINTIES.index(claim["certainty"]))
    for role, span in _filled(claim, numbers):
        asked.fillers += [(piece, ROLES.index(role)) for piece in covered(window, span)]
    return asked


def _filled(claim: Mark, numbers: list[tuple[Any, ...]]) -> Iterator[tuple[str, Characters]]:
    yield from (("actor", _span(mark)) for mark in claim["actors"])
    yield from (("recipient", _span(mark)) for mark in claim["recipients"])
    yield from (("source", _span(mark)) for mark in claim["attribution"])
    yield from ((_PLACE_ROLES[mark["role"]], _span(mark)) for mark in claim["places"])
    at = claim["trigger"]["start"]
    for count in claim["counts"]:
        alike = [n for n in numbers if n[2:] == (count["low"], count["high"]) and abs(n[0] - at) < 300]
        if alike:
            start, end, *_ = min(alike, key=lambda n: abs(n[0] - at))
            yield _COUNT_ROLES.get(count["what"], "counted"), (start, end)


def _span(mark: Mark) -> Characters:
    return mark["start"], mark["end"]


def covered(window: Window, span: Characters) -> list[int]:
    """The pieces that stand on any of the characters."""
    return [i for i, (start, end) in enumerate(window.spans) if start < span[1] and span[0] < end]
