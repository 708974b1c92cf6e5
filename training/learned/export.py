"""Writes trained models as the files that the reader loads: int8 ONNX graphs, the tokenizer, and their SHA-256."""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.learned.branch import Branch
from training.learned.encoder import WIDTH, package_file
from training.learned.heads import Model

FILES = ("encoder.onnx", "roles.npz", "tokenizer.json")
# The last is what the branch reads; the reader asks for it only where it asks the branch.
OUTPUTS = ("kinds", "stance", "queries", "keys", "shared")
BRANCH_FILES = ("branch.onnx", "links.npz")
BRANCH_OUTPUTS = ("voices", "link_queries", "link_keys", "fillers", "factuality")


class _Outputs(nn.Module):
    """Only the answers that the reader asks for, flat."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, there: Tensor) -> tuple[Tensor, ...]:
        shared = self.model.encoder.shared(ids, there)
        x = self.model.encoder.above(shared, there)
        return self.model.kinds(x), self.model.stance(x), self.model.queries(x), self.model.keys(x), shared


class _BranchOutputs(nn.Module):
    """The branch's answers, flat."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, shared: Tensor, there: Tensor) -> tuple[Tensor, ...]:
        answers = self.branch.answers(shared, there)
        return tuple(getattr(answers, name).flatten(2) for name in BRANCH_OUTPUTS)


def export(model: Model, kinds: Sequence[str], folder: Path, told: Mapping[str, Any]) -> None:
    """Write the encoder's files and their card to `folder`; `told` is what else the card says."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = torch.ones(2, 16, dtype=torch.long)
    _write_graph(_Outputs(model.eval()), {"ids": pieces, "there": pieces}, OUTPUTS, folder / "encoder.onnx")
    near, likely = model.near.detach().numpy(), model.likely.detach().numpy()
    np.savez(folder / "roles.npz", near=near, likely=likely)
    shutil.copyfile(package_file("tokenizer.json"), folder / "tokenizer.json")
    card = {"kinds": list(kinds), "sha256": _digests(folder, FILES), **told}
    (folder / "card.yaml").write_text(yaml.safe_dump(card, sort_keys=False), encoding="utf-8")


def export_branch(branch: Branch, folder: Path, told: Mapping[str, Any]) -> None:
    """Write the branch's files beside those of the encoder that it grew on, and add them to the card."""
    pieces = {"shared": torch.zeros(2, 16, WIDTH), "there": torch.ones(2, 16, dtype=torch.long)}
    _write_graph(_BranchOutputs(branch.eval()), pieces, BRANCH_OUTPUTS, folder / "branch.onnx")
    near, likely = branch.link_near.detach().numpy(), branch.link_likely.detach().numpy()
    np.savez(folder / "links.npz", near=near, likely=likely)
    file = folder / "card.yaml"
    card = yaml.safe_load(file.read_text(encoding="utf-8"))
    card["sha256"] |= _digests(folder, BRANCH_FILES)
    file.write_text(yaml.safe_dump(card | {"branch": dict(told)}, sort_keys=False), encoding="utf-8")


def _digests(folder: Path, names: Sequence[str]) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def _write_graph(outputs: nn.Module, example: Mapping[str, Tensor], names: Sequence[str], target: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "plain.onnx"
        torch.onnx.export(
            outputs,
            tuple(example.values()),
            str(plain),
            input_names=list(example),
            output_names=list(names),
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*example, *names)},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, target, per_channel=True, weight_type=QuantType.QInt8)
