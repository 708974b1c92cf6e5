"""Runs the branch trained on public corpora: who says what (PolNeAR), and what is taken to have happened (UW, UDS-IH2).

It has layers and heads of its own above the layers that it shares with the encoder.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime

from dateline.reading.learned.links import linked
from dateline.reading.learned.numbers import Numbers

BRANCH_FILE: Final = "branch.onnx"


class Branch:
    """The branch, opened once for any number of reports."""

    def __init__(self, folder: Path, options: onnxruntime.SessionOptions) -> None:
        self._session = onnxruntime.InferenceSession(folder / BRANCH_FILE, options, ["CPUExecutionProvider"])
        with np.load(folder / "links.npz") as arrays:
            self._near, self._likely = arrays["near"], arrays["likely"]

    def __call__(self, shared: Numbers, heads: Sequence[str]) -> list[Numbers]:
        """The logits of some heads for one window, a row a piece; `shared` is what the encoder hands on for it."""
        there = np.ones((1, len(shared)), np.int64)
        return [each[0] for each in self._session.run(list(heads), {"shared": shared[None], "there": there})]

    def links(self, query: Numbers, keys: Numbers, cue: int) -> Numbers:
        """Probabilities, pieces x LINKS, that a piece is of the source and of the content of the cue at a piece."""
        return linked(query, keys, self._near, self._likely, cue)
