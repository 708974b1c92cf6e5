"""Runs the trained encoder over a report; its files are checked against the SHA-256 that training wrote down."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import yaml

from dateline.errors import ModelError
from dateline.reading.learned.answers import Answers, Told
from dateline.reading.learned.branch import BRANCH_FILE, Branch
from dateline.reading.learned.numbers import Numbers
from dateline.reading.learned.voices import Voices
from dateline.reading.learned.windows import Window, open_tokenizer, windows

WEIGHTS = Path(__file__).parent / "weights"
_OUTPUTS, _SHARED = ("kinds", "stance", "queries", "keys"), "shared"


@dataclass(frozen=True)
class Card:
    """What training wrote down beside the weights: the kinds in the order of their answers, and each file's SHA-256."""

    kinds: tuple[str, ...]
    sha256: dict[str, str]


class Encoder:
    """The encoder, opened once for any number of reports."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.card = _checked(folder)
        self._tokenizer = open_tokenizer(folder / "tokenizer.json")
        self._session = onnxruntime.InferenceSession(folder / "encoder.onnx", _options(), ["CPUExecutionProvider"])
        with np.load(folder / "roles.npz") as arrays:
            self._near, self._likely = arrays["near"], arrays["likely"]
        # An encoder in training has no branch yet.
        self.branch = Branch(folder, _options()) if BRANCH_FILE in self.card.sha256 else None

    @property
    def digest(self) -> str:
        """Changes whenever the encoder's files do."""
        return hashlib.sha256("".join(sorted(self.card.sha256.values())).encode()).hexdigest()

    def __call__(self, text: str, sentences: Sequence[tuple[int, int]]) -> Answers:
        """What the heads say of a text whose sentences stand at these characters.

        Window by window: padding them to one length costs more than reading them together gains.
        """
        read = self.windows(text, sentences)
        told = [self._run(window, (*_OUTPUTS, _SHARED) if self.branch else _OUTPUTS) for window in read]
        voices = Voices(self.branch, read, [outputs[-1] for outputs in told]) if self.branch else None
        answers = [Told(*outputs[: len(_OUTPUTS)]) for outputs in told]
        return Answers(self.card.kinds, read, answers, self._near, self._likely, voices)

    def windows(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Window]:
        """The windows that the text is read in."""
        return list(windows(text, sentences, self._tokenizer))

    def shared(self, window: Window) -> Numbers:
        """What the layers that encoder and branch share make of a window, a row a piece."""
        return self._run(window, (_SHARED,))[0]

    def _run(self, window: Window, outputs: Sequence[str]) -> list[Numbers]:
        ids = np.array([window.ids], np.int64)
        return [each[0] for each in self._session.run(list(outputs), {"ids": ids, "there": np.ones_like(ids)})]


def _options() -> onnxruntime.SessionOptions:
    """One thread: the reading of several reports runs side by side, not one report faster."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return options


def _checked(folder: Path) -> Card:
    card = yaml.safe_load((folder / "card.yaml").read_text(encoding="utf-8"))
    for name, expected in card["sha256"].items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ModelError(f"{file}: missing, or not the file that was trained; reinstall dateline")
    return Card(tuple(card["kinds"]), dict(card["sha256"]))
