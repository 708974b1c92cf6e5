"""The encoder with its heads: one pass over a window answers for every piece and every pair of pieces."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from dateline.reading.learned.labels import CERTAINTIES, MODALITIES, REACH, ROLE_WIDTH, ROLES
from training.learned.encoder import WIDTH, Encoder


class Answers(NamedTuple):
    """What the heads say of each piece. `queries` and `keys` are batch x pieces x roles x ROLE_WIDTH."""

    kinds: Tensor
    modalities: Tensor
    certainties: Tensor
    queries: Tensor
    keys: Tensor


class Model(nn.Module):
    """Kinds are 0 for no trigger, then the catalogue's kinds in their order."""

    def __init__(self, encoder: Encoder, kinds: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.kinds = nn.Linear(WIDTH, kinds + 1)
        self.stance = nn.Linear(WIDTH, len(MODALITIES) + len(CERTAINTIES))
        self.queries = nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH)
        self.keys = nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH)
        self.near = nn.Parameter(torch.zeros(len(ROLES), 2 * REACH + 1))
        self.likely = nn.Parameter(torch.full((len(ROLES),), -3.0))

    def forward(self, ids: Tensor, there: Tensor) -> Answers:
        """`ids` and `there` are batch x pieces."""
        x = self.drop(self.encoder(ids, there))
        stance = self.stance(x)
        shape = (*ids.shape, len(ROLES), ROLE_WIDTH)
        return Answers(
            kinds=self.kinds(x),
            modalities=stance[..., : len(MODALITIES)],
            certainties=stance[..., len(MODALITIES) :],
            queries=self.queries(x).view(shape),
            keys=self.keys(x).view(shape),
        )

    def roles(self, answers: Answers, window: Tensor, triggers: Tensor) -> Tensor:
        """Logits, triggers x pieces x roles, for triggers at pieces `triggers` of the windows `window`."""
        query, keys = answers.queries[window, triggers], answers.keys[window]
        return alike(query, keys) + beside(self.near, triggers, keys.shape[1]) + self.likely


def alike(query: Tensor, keys: Tensor) -> Tensor:
    """How well each piece's key, asked x pieces x roles x ROLE_WIDTH, answers the query of its row."""
    return torch.einsum("trd,tprd->tpr", query, keys) / ROLE_WIDTH**0.5


def beside(near: Tensor, asked: Tensor, pieces: int) -> Tensor:
    """What the distance of each piece to the one `asked` adds, asked x pieces x roles."""
    apart = torch.arange(pieces)[None, :] - asked[:, None]
    return near[:, apart.clamp(-REACH, REACH) + REACH].permute(1, 2, 0)
