"""What the shipped branch says of the public corpora whose training parts it was trained on."""

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import yaml

from bench.claims import FLOORS
from dateline.reading.learned.branch import Branch
from dateline.reading.learned.encoder import WEIGHTS, Encoder
from dateline.reading.learned.numbers import Numbers
from dateline.reading.learned.windows import Window

Spans = list[tuple[int, int]]


class Heads:
    """Encoder and branch, opened to ask any head of the branch."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._encoder = Encoder(folder)

    @property
    def branch(self) -> Branch:
        """The branch, which an encoder in training has not."""
        if self._encoder.branch is None:
            raise SystemExit("the encoder has no branch: train it with `python -m training.learned.fit_branch`")
        return self._encoder.branch

    def __call__(self, text: str, sentences: Spans, heads: Sequence[str]) -> Iterator[tuple[Window, list[Numbers]]]:
        """Each window of the text with the logits of its pieces."""
        for window in self._encoder.windows(text, sentences):
            yield window, self.branch(self._encoder.shared(window), heads)


def cut(texts: Sequence[str]) -> Iterator[Spans]:
    """The sentences of each text, ended by their marks, as in training."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    for doc in nlp.pipe(texts):
        yield [(sentence.start_char, sentence.end_char) for sentence in doc.sents]


def by_word(text: str, window: Window, likely: Numbers) -> Numbers:
    """Each piece as likely as the likeliest of its word, so that no word is cut; nothing of what is read along only."""
    whole = np.where(np.array(window.context), 0.0, likely).astype(np.float32)
    start = 0
    for end in range(1, len(whole) + 1):
        if end == len(whole) or not _goes_on(text, *window.spans[end]):
            whole[start:end] = whole[start:end].max()
            start = end
    return whole


def _goes_on(text: str, start: int, end: int) -> bool:
    return 0 < start < end and text[start - 1].isalnum() and text[start].isalnum()


def runs(likely: Numbers, least: float, gap: int = 0) -> Iterator[tuple[int, int]]:
    """Runs of pieces that are at least so likely, each from its first to the one after; gaps of so many are filled."""
    start = last = -1
    for piece in np.flatnonzero(likely >= least).tolist():
        if start >= 0 and piece - last > gap + 1:
            yield start, last + 1
            start = piece
        start, last = (start if start >= 0 else piece), piece
    if start >= 0:
        yield start, last + 1


def rows(file: Path) -> list[dict[str, Any]]:
    """The records of a corpus."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def opened(corpus: Path) -> Heads | None:
    """The heads; None, saying why, where the corpus is absent."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path, default=WEIGHTS, help="folder of the encoder")
    folder = parser.parse_args().model
    if corpus.is_file():
        return Heads(folder)
    print(f"{corpus}: not there; the corpus is not part of the project, so there is nothing to measure")
    return None


def within_floors(bench: str, figures: Mapping[str, float], reference: Mapping[str, float]) -> int:
    """Print each figure beside the reference and its floor; 1 where any is below."""
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get(bench, {})
    below = 0
    for name, value in figures.items():
        least = floors.get(name, {}).get("at_least", 0.0)
        below += value < least
        verdict, published = "ok   " if value >= least else "BELOW", reference.get(name, "-")
        print(f"{verdict} {name:24} {value:.3f}  floor {least}, published {published}")
    return int(below > 0)
