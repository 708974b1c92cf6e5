"""What the branch says of one report: whose words a thing is told in, and how far it is taken to have happened."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from dateline.reading.learned.branch import Branch
from dateline.reading.learned.labels import LINKS, VOICES
from dateline.reading.learned.links import sigmoid
from dateline.reading.learned.numbers import Numbers
from dateline.reading.learned.windows import Window, placed

_HEADS = ("voices", "link_queries", "link_keys", "factuality")
_CUE = VOICES.index("cue")
_SOURCE, _CONTENT = LINKS.index("source"), LINKS.index("content")
# Less likely cues are not asked about.
_LEAST_CUE = 0.1


class _Cue(NamedTuple):
    """One cue: where it starts, how likely it is one, and how likely each piece is of its source and content."""

    start: int
    likely: float
    source: Numbers
    content: Numbers


class Voice(NamedTuple):
    """How likely it is that a word is of the source of what is told at another, and by the cue that starts where."""

    likely: float
    cue: int


class _Told(NamedTuple):
    """What the branch says of one window."""

    factuality: Numbers
    cues: list[_Cue]


class Voices:
    """Words are asked about by the characters where they start; what no window holds is answered by None.

    The branch reads a window when a word of it is first asked about: most that tell of nothing it never reads.
    """

    def __init__(self, branch: Branch, read: Sequence[Window], shared: Sequence[Numbers]) -> None:
        self._at = placed(read)
        self._branch, self._read, self._shared = branch, read, shared
        self._told: dict[int, _Told] = {}

    def _of(self, window: int) -> _Told:
        if window not in self._told:
            voices, queries, keys, factuality = self._branch(self._shared[window], _HEADS)
            cues = list(_cues(self._branch, self._read[window], voices, queries, keys))
            self._told[window] = _Told(factuality, cues)
        return self._told[window]

    def factuality(self, word: int) -> Numbers | None:
        """How far what the word tells is taken to have happened, from -3 to 3, as each of JUDGES would."""
        at = self._at.get(word)
        return None if at is None else self._of(at.window).factuality[at.piece]

    def voice(self, told: int, word: int) -> Voice | None:
        """Whether `word` is of the source of what is told at `told`; None where they share no window."""
        asked, at = self._at.get(told), self._at.get(word)
        if asked is None or at is None or asked.window != at.window:
            return None
        each = (
            Voice(float(cue.likely * cue.content[asked.piece] * cue.source[at.piece]), cue.start)
            for cue in self._of(asked.window).cues
        )
        return max(each, default=Voice(0.0, word))


def _cues(branch: Branch, window: Window, voices: Numbers, queries: Numbers, keys: Numbers) -> Iterator[_Cue]:
    """The likeliest piece of each run of pieces that may be a cue."""
    likely = np.where(window.context, 0.0, sigmoid(voices[:, _CUE]))
    for run in np.split(np.arange(len(likely)), np.flatnonzero(np.diff(likely >= _LEAST_CUE)) + 1):
        best = int(run[np.argmax(likely[run])])
        if likely[best] >= _LEAST_CUE:
            links = branch.links(queries[best], keys, best)
            yield _Cue(window.spans[best][0], float(likely[best]), links[:, _SOURCE], links[:, _CONTENT])
