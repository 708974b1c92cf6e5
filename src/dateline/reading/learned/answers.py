"""What the encoder's heads say of one report: of each word, and of each word beside a trigger."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.reading.learned.labels import MODALITIES
from dateline.reading.learned.links import linked
from dateline.reading.learned.numbers import Numbers
from dateline.reading.learned.voices import Voices
from dateline.reading.learned.windows import At, Window, placed


@dataclass(frozen=True)
class Told:
    """The raw outputs for one window, a row a piece."""

    kinds: Numbers
    stance: Numbers
    queries: Numbers
    keys: Numbers


class Answers:
    """Words are asked about by the characters where they start; what no window holds is answered by None.

    `names` are the kinds in the order of their answers; `voices` is what the branch says, where there is one.
    """

    def __init__(
        self,
        names: tuple[str, ...],
        read: Sequence[Window],
        told: Sequence[Told],
        near: Numbers,
        likely: Numbers,
        voices: Voices | None = None,
    ) -> None:
        self.names, self.voices = names, voices
        self._told, self._near, self._likely = told, near, likely
        self._kinds = [softmax(window.kinds) for window in told]
        self._modalities = [softmax(window.stance[:, : len(MODALITIES)]) for window in told]
        self._certainties = [softmax(window.stance[:, len(MODALITIES) :]) for window in told]
        self._at = placed(read)
        self._roles: dict[int, Numbers] = {}

    def kinds(self, start: int) -> Numbers | None:
        """Probabilities: first that the word is no trigger, then of each kind in the order of the encoder's card."""
        return self._row(self._kinds, start)

    def modalities(self, start: int) -> Numbers | None:
        """Probabilities of the modalities of what the word tells, in the order of MODALITIES."""
        return self._row(self._modalities, start)

    def certainties(self, start: int) -> Numbers | None:
        """Probabilities of the certainties of what the word tells, in the order of CERTAINTIES."""
        return self._row(self._certainties, start)

    def _row(self, told: Sequence[Numbers], start: int) -> Numbers | None:
        at = self._at.get(start)
        if at is None:
            return None
        row: Numbers = told[at.window][at.piece]
        return row

    def roles(self, trigger: int, word: int) -> Numbers | None:
        """Probabilities that the word fills each of ROLES for the trigger; None where they share no window."""
        asked, at = self._at.get(trigger), self._at.get(word)
        if asked is None or at is None or asked.window != at.window:
            return None
        if trigger not in self._roles:
            self._roles[trigger] = self._all_roles(asked)
        row: Numbers = self._roles[trigger][at.piece]
        return row

    def _all_roles(self, asked: At) -> Numbers:
        told = self._told[asked.window]
        return linked(told.queries[asked.piece], told.keys, self._near, self._likely, asked.piece)


def softmax(logits: Numbers) -> Numbers:
    """Logits as probabilities, each row one choice."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)
