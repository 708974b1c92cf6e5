"""What the encoder's heads say of one report: of each word, and of each word beside a trigger."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.reading.learned.labels import MODALITIES, REACH, ROLE_WIDTH, ROLES
from dateline.reading.learned.windows import Window

Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Told:
    """The raw outputs for one window, a row a piece."""

    kinds: Numbers
    stance: Numbers
    queries: Numbers
    keys: Numbers


class _At(NamedTuple):
    start: int
    window: int
    piece: int


class Answers:
    """Words are asked about by the characters where they start; what no window holds is answered by None.

    `names` are the kinds in the order of their answers.
    """

    def __init__(
        self, names: tuple[str, ...], read: Sequence[Window], told: Sequence[Told], near: Numbers, likely: Numbers
    ) -> None:
        self.names = names
        self._told, self._near, self._likely = told, near, likely
        self._at = sorted(
            _At(span[0], w, p)
            for w, window in enumerate(read)
            for p, (span, context) in enumerate(zip(window.spans, window.context, strict=True))
            if not context
        )
        self._starts = [at.start for at in self._at]
        self._roles: dict[int, tuple[int, Numbers]] = {}

    def kinds(self, start: int) -> Numbers | None:
        """Probabilities: first that the word is no trigger, then of each kind in the order of the encoder's card."""
        at = self._find(start)
        return None if at is None else softmax(self._told[at.window].kinds[at.piece])

    def modalities(self, start: int) -> Numbers | None:
        """Probabilities of the modalities of what the word tells, in the order of MODALITIES."""
        at = self._find(start)
        return None if at is None else softmax(self._told[at.window].stance[at.piece][: len(MODALITIES)])

    def certainties(self, start: int) -> Numbers | None:
        """Probabilities of the certainties of what the word tells, in the order of CERTAINTIES."""
        at = self._find(start)
        return None if at is None else softmax(self._told[at.window].stance[at.piece][len(MODALITIES) :])

    def roles(self, trigger: int, word: int) -> Numbers | None:
        """Probabilities that the word fills each of ROLES for the trigger; None where they share no window."""
        asked, at = self._find(trigger), self._find(word)
        if asked is None or at is None or asked.window != at.window:
            return None
        if trigger not in self._roles:
            self._roles[trigger] = asked.window, self._all_roles(asked)
        row: Numbers = self._roles[trigger][1][at.piece]
        return row

    def _all_roles(self, asked: _At) -> Numbers:
        told = self._told[asked.window]
        shape = (-1, len(ROLES), ROLE_WIDTH)
        query, keys = told.queries[asked.piece].reshape(shape)[0], told.keys.reshape(shape)
        alike = np.einsum("rd,prd->pr", query, keys) / ROLE_WIDTH**0.5
        apart = np.clip(np.arange(len(keys)) - asked.piece, -REACH, REACH) + REACH
        logits: Numbers = alike + self._near[:, apart].T + self._likely
        return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float32)

    def _find(self, start: int) -> _At | None:
        """The first piece that starts there; None for white space and what was left out."""
        place = bisect_left(self._starts, start)
        return self._at[place] if place < len(self._at) and self._at[place].start == start else None


def softmax(logits: Numbers) -> Numbers:
    """Logits of one choice as probabilities."""
    shifted = np.exp(logits - logits.max())
    return np.asarray(shifted / shifted.sum(), dtype=np.float32)
