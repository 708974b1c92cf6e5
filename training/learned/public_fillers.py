"""MUC-4 (Sundheim 1992, as in Du, Rush and Cardie, EACL 2021): who and what fills the roles of a report's incidents."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.reading.learned.labels import FILLERS
from dateline.reading.learned.windows import Window
from training.learned.branch import Branch
from training.learned.examples import covered
from training.learned.public import asked, padded, read_windows

FILLER_WEIGHT = 30.0


@dataclass(frozen=True)
class Filled:
    """One window with the pieces that fill a role."""

    window: Window
    filled: tuple[tuple[int, int], ...]


def examples(reports: Sequence[Mapping[str, Any]], tokenizer: Tokenizer) -> Iterator[Filled]:
    """The windows of the reports."""
    read = read_windows([report["text"] for report in reports], tokenizer)
    for report, found in zip(reports, read, strict=True):
        spans = list(_spans(report))
        for window in found:
            pieces = {(piece, role) for span, role in spans for piece in covered(window, span)}
            yield Filled(window, tuple(sorted(one for one in pieces if not window.context[one[0]])))


def _spans(report: Mapping[str, Any]) -> Iterator[tuple[tuple[int, int], int]]:
    """Every place where a filler's words stand: the marks name the first one only, whatever it speaks of."""
    for number, role in enumerate(FILLERS):
        for words in {mention["text"] for entity in report["roles"][role] for mention in entity}:
            for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", report["text"]):
                yield found.span(), number


def loss(model: Branch, group: Sequence[Filled]) -> Tensor:
    """How far off the model is on some windows."""
    ids, there = padded(group)
    wanted = torch.zeros(*ids.shape, len(FILLERS))
    for row, example in enumerate(group):
        for piece, role in example.filled:
            wanted[row, piece, role] = 1.0
    logits = model(ids, there).fillers.float()
    each = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    mask = asked(group, ids.shape[1])
    return FILLER_WEIGHT * (each * mask[..., None]).sum() / (mask.sum() * len(FILLERS))
