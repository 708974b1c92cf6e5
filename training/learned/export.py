"""Writes a trained model as the files that the reader loads: an int8 ONNX graph, the tokenizer, and their SHA-256."""

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

from training.learned.encoder import package_file
from training.learned.heads import Model

FILES = ("encoder.onnx", "roles.npz", "tokenizer.json")


class _Outputs(nn.Module):
    """Only the answers that the reader asks for, flat."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, there: Tensor) -> tuple[Tensor, ...]:
        x = self.model.encoder(ids, there)
        return self.model.kinds(x), self.model.stance(x), self.model.queries(x), self.model.keys(x)


def export(model: Model, kinds: Sequence[str], folder: Path, told: Mapping[str, Any]) -> None:
    """Write the files and their card to `folder`; `told` is what else the card says."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_graph(model.eval(), folder / "encoder.onnx")
    near, likely = model.near.detach().numpy(), model.likely.detach().numpy()
    np.savez(folder / "roles.npz", near=near, likely=likely)
    shutil.copyfile(package_file("tokenizer.json"), folder / "tokenizer.json")
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    card = {"kinds": list(kinds), "sha256": digests, **told}
    (folder / "card.yaml").write_text(yaml.safe_dump(card, sort_keys=False), encoding="utf-8")


def _write_graph(model: Model, target: Path) -> None:
    pieces = {0: "windows", 1: "pieces"}
    names = ["kinds", "stance", "queries", "keys"]
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work) / "plain.onnx"
        torch.onnx.export(
            _Outputs(model),
            (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long)),
            str(plain),
            input_names=["ids", "there"],
            output_names=names,
            dynamic_axes=dict.fromkeys(["ids", "there", *names], pieces),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, target, per_channel=True, weight_type=QuantType.QInt8)
