"""Examples padded into tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from dateline.reading.learned.labels import ROLES
from training.learned.examples import UNASKED, Asked, Example


@dataclass
class Batch:
    """Some windows: their pieces, which are there, their kinds; and their triggers, each with its window.

    `filled` is triggers x pieces x roles.
    """

    ids: Tensor
    there: Tensor
    kinds: Tensor
    window: Tensor
    triggers: Tensor
    modalities: Tensor
    certainties: Tensor
    filled: Tensor


def batches(examples: Sequence[Example], size: int, chance: random.Random | None = None) -> Iterator[Batch]:
    """Windows of like length together; in an order by `chance`, with a piece of each trigger drawn by it."""
    order = sorted(
        range(len(examples)), key=lambda i: len(examples[i].window.ids) + (chance.random() * 16 if chance else 0)
    )
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield _batch([examples[i] for i in group], chance)


def _batch(examples: list[Example], chance: random.Random | None) -> Batch:
    longest = max(len(example.window.ids) for example in examples)
    asked = [(i, trigger) for i, example in enumerate(examples) for trigger in example.triggers]
    filled = torch.zeros(len(asked), longest, len(ROLES))
    for row, (_, trigger) in enumerate(asked):
        for piece, role in trigger.fillers:
            filled[row, piece, role] = 1.0
    return Batch(
        ids=_padded([list(example.window.ids) for example in examples], longest, 0),
        there=_padded([[1] * len(example.window.ids) for example in examples], longest, 0),
        kinds=_padded([example.kinds for example in examples], longest, UNASKED),
        window=torch.tensor([i for i, _ in asked], dtype=torch.long),
        triggers=torch.tensor([_piece(trigger, chance) for _, trigger in asked], dtype=torch.long),
        modalities=torch.tensor([trigger.modality for _, trigger in asked], dtype=torch.long),
        certainties=torch.tensor([trigger.certainty for _, trigger in asked], dtype=torch.long),
        filled=filled,
    )


def _piece(trigger: Asked, chance: random.Random | None) -> int:
    return chance.choice(trigger.pieces) if chance else trigger.pieces[0]


def _padded(rows: list[list[int]], longest: int, filler: int) -> Tensor:
    return torch.tensor([row + [filler] * (longest - len(row)) for row in rows], dtype=torch.long)
