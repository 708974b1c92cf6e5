"""Runs the trained encoder over a report; its files are checked against the SHA-256 that training wrote down."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import yaml
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.errors import ModelError
from dateline.reading.learned.answers import Answers, Told
from dateline.reading.learned.windows import Window, windows

WEIGHTS = Path(__file__).parent / "weights"
# Windows read at one go; more gain nothing on a laptop.
_AT_ONCE = 8
_OUTPUTS = ("kinds", "stance", "queries", "keys")


@dataclass(frozen=True)
class Card:
    """What training wrote down beside the weights: the kinds in the order of their answers, and each file's SHA-256."""

    kinds: tuple[str, ...]
    sha256: dict[str, str]


class Encoder:
    """The encoder, opened once for any number of reports."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.card = _checked(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._session = onnxruntime.InferenceSession(folder / "encoder.onnx", _options(), ["CPUExecutionProvider"])
        with np.load(folder / "roles.npz") as arrays:
            self._near, self._likely = arrays["near"], arrays["likely"]

    @property
    def digest(self) -> str:
        """Changes whenever the encoder's files do."""
        return hashlib.sha256("".join(sorted(self.card.sha256.values())).encode()).hexdigest()

    def __call__(self, text: str, sentences: Sequence[tuple[int, int]]) -> Answers:
        """What the heads say of a text whose sentences stand at these characters."""
        read = list(windows(text, sentences, self._tokenizer))
        return Answers(read, list(self._told(read)), self._near, self._likely)

    def _told(self, read: Sequence[Window]) -> Iterator[Told]:
        for at in range(0, len(read), _AT_ONCE):
            some = read[at : at + _AT_ONCE]
            ids, there = _padded(some)
            outputs = self._session.run(list(_OUTPUTS), {"ids": ids, "there": there})
            for row in range(len(some)):
                yield Told(*(output[row] for output in outputs))


def _options() -> onnxruntime.SessionOptions:
    """One thread: the reading of several reports runs side by side, not one report faster."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return options


def _padded(read: Sequence[Window]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    shape = (len(read), max(len(window.ids) for window in read))
    ids, there = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for row, window in enumerate(read):
        ids[row, : len(window.ids)] = window.ids
        there[row, : len(window.ids)] = 1
    return ids, there


def _checked(folder: Path) -> Card:
    card = yaml.safe_load((folder / "card.yaml").read_text(encoding="utf-8"))
    for name, expected in card["sha256"].items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ModelError(f"{file}: missing, or not the file that was trained; reinstall dateline")
    return Card(tuple(card["kinds"]), dict(card["sha256"]))
