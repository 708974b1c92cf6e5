"""Public corpora as examples that the encoder is trained on beside the marked reports: each a task of its own."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import spacy
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.reading.learned.windows import Window, windows
from training.learned.branch import Branch

# Word pieces of a batch, padding included: about as many as in sixteen windows of reports.
BATCH_PIECES = 2000


class Read(Protocol):
    """Any example: a window, and what is known of it."""

    @property
    def window(self) -> Window:
        """What the encoder reads."""


E = TypeVar("E", bound=Read)


@dataclass(frozen=True)
class Task(Generic[E]):
    """Examples of one corpus, the word pieces that a round takes of them, and how far off the model is on some."""

    name: str
    examples: Sequence[E]
    pieces: int
    loss: Callable[[Branch, Sequence[E]], Tensor]

    def groups(self, chance: random.Random) -> list[list[E]]:
        """Examples drawn for one round, in batches of like length."""
        drawn, pieces = [], 0
        for example in chance.sample(self.examples, len(self.examples)):
            if pieces >= self.pieces:
                break
            drawn.append(example)
            pieces += len(example.window.ids)
        return list(_batched(sorted(drawn, key=lambda example: len(example.window.ids))))

    def losses(self, chance: random.Random) -> list[Callable[[Branch], Tensor]]:
        """The steps of one round."""
        return [lambda model, group=group: self.loss(model, group) for group in self.groups(chance)]


def _batched(ordered: Sequence[E]) -> Iterator[list[E]]:
    batch: list[E] = []
    for example in ordered:
        if batch and (len(batch) + 1) * len(example.window.ids) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch


def padded(examples: Sequence[Read]) -> tuple[Tensor, Tensor]:
    """The pieces of some windows, and which of them are there."""
    longest = max(len(example.window.ids) for example in examples)
    ids, there = torch.zeros(2, len(examples), longest, dtype=torch.long)
    for row, example in enumerate(examples):
        ids[row, : len(example.window.ids)] = torch.tensor(example.window.ids)
        there[row, : len(example.window.ids)] = 1
    return ids, there


def asked(examples: Sequence[Read], longest: int) -> Tensor:
    """Which pieces are asked about: those of the text that are not read along only."""
    mask = torch.zeros(len(examples), longest)
    for row, example in enumerate(examples):
        mask[row, : len(example.window.ids)] = 1.0 - torch.tensor(example.window.context, dtype=torch.float)
    return mask


def read_windows(texts: Sequence[str], tokenizer: Tokenizer) -> Iterator[list[Window]]:
    """The windows of each text, its sentences ended by their marks: windows need no better, and a parser takes long."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    for doc in nlp.pipe(texts):
        sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
        yield list(windows(doc.text, sentences, tokenizer))
