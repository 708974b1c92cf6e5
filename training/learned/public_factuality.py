"""UW (Lee et al., EMNLP 2015) and UDS-IH2 (Rudinger et al., NAACL 2018): how far an event is taken to have happened."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.reading.learned.labels import JUDGES
from dateline.reading.learned.windows import Window, windows
from training.learned.branch import Branch
from training.learned.examples import covered
from training.learned.public import padded

FACTUALITY_WEIGHT = 0.5
Judged = tuple[int, int, float]


@dataclass(frozen=True)
class Rated:
    """One sentence; each of its events by its last piece, with who judged it and how, from -3 to 3."""

    window: Window
    judged: tuple[Judged, ...]


def examples(predicates: Sequence[Mapping[str, Any]], tokenizer: Tokenizer) -> Iterator[Rated]:
    """The sentences, each once, with all that is asked about it."""
    asked = defaultdict(list)
    for predicate in predicates:
        asked[predicate["sentence"]].append(predicate)
    for sentence, events in asked.items():
        for window in windows(sentence, [(0, len(sentence))], tokenizer):
            judged = [one for event in events for one in _judged(window, event)]
            if judged:
                yield Rated(window, tuple(judged))


def _judged(window: Window, event: Mapping[str, Any]) -> Iterator[Judged]:
    span = event["predicate"]["start"], event["predicate"]["end"]
    pieces = [i for i in covered(window, span) if not window.context[i]]
    if pieces:
        yield pieces[-1], JUDGES.index(event["corpus"]), event["value"]


def loss(model: Branch, group: Sequence[Rated]) -> Tensor:
    """How far off the model is on some sentences."""
    judged = [(row, *one) for row, example in enumerate(group) for one in example.judged]
    row, piece, judge = torch.tensor([one[:3] for one in judged]).T
    wanted = torch.tensor([one[3] for one in judged])
    rated = model(*padded(group)).factuality[row, piece, judge].float()
    return FACTUALITY_WEIGHT * nn.functional.smooth_l1_loss(rated, wanted)
