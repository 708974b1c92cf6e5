"""The branch for public corpora: layers and heads of their own above those that it shares with the encoder.

What the encoder learned of claims stays as it is: nothing of it is trained along.
"""

from copy import deepcopy
from typing import NamedTuple

import torch
from torch import Tensor, nn

from dateline.reading.learned.labels import FILLERS, JUDGES, LINKS, REACH, ROLE_WIDTH, VOICES
from training.learned.encoder import SHARED, WIDTH, Encoder, through
from training.learned.heads import alike, beside


class PublicAnswers(NamedTuple):
    """What the branch says of each piece. Queries and keys are batch x pieces x links x ROLE_WIDTH."""

    voices: Tensor
    link_queries: Tensor
    link_keys: Tensor
    fillers: Tensor
    factuality: Tensor


class Branch(nn.Module):
    """Begins as the encoder's own upper layers."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.trunk = encoder.requires_grad_(False)
        self.layers = deepcopy(encoder.layers[SHARED:]).requires_grad_(True)
        self.drop = nn.Dropout(0.1)
        self.voices = nn.Linear(WIDTH, len(VOICES))
        self.link_queries = nn.Linear(WIDTH, len(LINKS) * ROLE_WIDTH)
        self.link_keys = nn.Linear(WIDTH, len(LINKS) * ROLE_WIDTH)
        self.link_near = nn.Parameter(torch.zeros(len(LINKS), 2 * REACH + 1))
        self.link_likely = nn.Parameter(torch.full((len(LINKS),), -2.0))
        self.fillers = nn.Linear(WIDTH, len(FILLERS))
        self.factuality = nn.Linear(WIDTH, len(JUDGES))

    def forward(self, ids: Tensor, there: Tensor) -> PublicAnswers:
        """`ids` and `there` are batch x pieces."""
        self.trunk.eval()
        with torch.no_grad():
            shared = self.trunk.shared(ids, there)
        return self.answers(shared, there)

    def answers(self, shared: Tensor, there: Tensor) -> PublicAnswers:
        """What the branch makes of what comes out of the shared layers."""
        x = self.drop(through(self.layers, shared, there))
        shape = (*there.shape, -1, ROLE_WIDTH)
        return PublicAnswers(
            voices=self.voices(x),
            link_queries=self.link_queries(x).view(shape),
            link_keys=self.link_keys(x).view(shape),
            fillers=self.fillers(x),
            factuality=self.factuality(x),
        )

    def links(self, answers: PublicAnswers, window: Tensor, cues: Tensor) -> Tensor:
        """Logits, cues x pieces x links, for cues at pieces `cues` of the windows `window`."""
        query, keys = answers.link_queries[window, cues], answers.link_keys[window]
        return alike(query, keys) + beside(self.link_near, cues, keys.shape[1]) + self.link_likely
