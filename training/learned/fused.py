"""The quantised graph with its layers put together anew as ONNX Runtime reads them fastest; what it answers stays.

A layer's query, key and value are one product and its attention one operation; biases are added within the products.
The runtime's own fusions do not see these patterns, and what they make of a sum and the norm behind it is slower.

`python -m training.learned.fused FOLDER` does it for weights that were exported without, and writes their new SHA-256.
"""

import hashlib
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
import yaml
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, helper, numpy_helper

from training.learned.encoder import HEADS, WIDTH

_RUNTIME = "com.microsoft"
_EPSILON = 1e-12
_OPSET = 17
# Products of a layer, in their order.
_PARTS = ("query", "key", "value", "mix", "widen", "narrow")

Array = NDArray[np.generic]


class _Weight(NamedTuple):
    """A quantised matrix; scale and zero point a column."""

    numbers: Array
    scale: Array
    zero: Array


class _Built:
    """Nodes and numbers of the new layers, as they are put together."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.numbers: list[onnx.TensorProto] = []

    def number(self, name: str, array: Array) -> str:
        """Keep an array under a name."""
        self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, operation: str, inputs: Sequence[str], outputs: Sequence[str], own: bool = True, **more: Any) -> str:
        """Add an operation, of the runtime's own or of ONNX; its first output."""
        domain = _RUNTIME if own else ""
        self.nodes.append(helper.make_node(operation, inputs, outputs, domain=domain, **more))
        return outputs[0]


def fuse(file: Path) -> None:
    """Put the layers of a graph together anew, in place. ValueError where it is none of the encoder's or branch's."""
    model = onnx.load(file)
    graph = model.graph
    norms = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"]
    layers = _prefixes(graph)
    if not layers or len(norms) - 2 * len(layers) not in {0, 1}:
        raise ValueError(f"{file}: no graph of transformer layers, or fused already")
    # The encoder's first norm is of what goes into its layers; the branch is given that.
    first = norms[0] if len(norms) % 2 else graph.input[0].name
    outputs = norms[len(norms) % 2 + 1 :: 2]
    built = _layers(graph, layers, first, outputs)
    heads = _leading(graph, [told.name for told in graph.output], [*outputs, first])
    nodes = [*_leading(graph, [first], []), *built.nodes, *heads]
    onnx.save(_whole(graph, nodes, built.numbers, model.ir_version), file)


def _prefixes(graph: GraphProto) -> list[str]:
    """What the names of a layer's numbers begin with, layer by layer."""
    named = [told.name.removesuffix("query.bias") for told in graph.initializer if told.name.endswith(".query.bias")]
    return sorted(named, key=lambda name: int(name.rstrip(".").rpartition(".")[2]))


def _whole(graph: GraphProto, nodes: list[NodeProto], numbers: list[onnx.TensorProto], version: int) -> onnx.ModelProto:
    asked = {name for node in nodes for name in node.input}
    whole = helper.make_graph(
        nodes,
        graph.name,
        graph.input,
        graph.output,
        [*(kept for kept in graph.initializer if kept.name in asked), *numbers],
    )
    opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_RUNTIME, 1)]
    return helper.make_model(whole, opset_imports=opsets, ir_version=version)


def _leading(graph: GraphProto, names: Iterable[str], made: Collection[str]) -> list[NodeProto]:
    """What leads to some outputs, in the graph's order; what leads to those that are `made` is left out."""
    asked, found = {*names} - {*made}, []
    for node in reversed(graph.node):
        if asked & {*node.output}:
            asked |= {*node.input} - {*made}
            found.append(node)
    return found[::-1]


def _layers(graph: GraphProto, layers: Sequence[str], x: str, outputs: Sequence[str]) -> _Built:
    """All layers, each with its output named as it was."""
    known = {told.name: numpy_helper.to_array(told) for told in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    built = _Built()
    for number, (prefix, out) in enumerate(zip(layers, outputs, strict=True)):
        own = products[len(_PARTS) * number :]
        weights = {part: _weight(product, known) for part, product in zip(_PARTS, own, strict=False)}
        told = {name.removeprefix(prefix): array for name, array in known.items() if name.startswith(prefix)}
        x = _layer(built, f"layer{number}.", weights, told, x, out)
    return built


def _weight(product: NodeProto, known: dict[str, Array]) -> _Weight:
    numbers, zero = product.input[1], known[product.input[3]]
    if zero.any():
        raise ValueError(f"{numbers}: not quantised about zero")
    return _Weight(known[numbers], known[numbers.removesuffix("_quantized") + "_scale"], zero)


def _layer(built: _Built, at: str, weights: dict[str, _Weight], told: dict[str, Array], x: str, out: str) -> str:
    mixed = _product(built, at, "mix", weights, told, _attention(built, at, weights, told, x))
    x = _norm(built, at, "mix_norm", told, (x, mixed), f"{at}attended")
    wide = built.node("Gelu", [_product(built, at, "widen", weights, told, x)], [f"{at}inner"])
    return _norm(built, at, "norm", told, (x, _product(built, at, "narrow", weights, told, wide)), out)


def _attention(built: _Built, at: str, weights: dict[str, _Weight], told: dict[str, Array], x: str) -> str:
    """No mask: a window is read by itself, and nothing is padded."""
    three = [weights[part] for part in ("query", "key", "value")]
    quantised = [f"{at}x.{name}" for name in ("numbers", "scale", "zero")]
    built.node("DynamicQuantizeLinear", [x], quantised, own=False)
    bias = np.concatenate([told[f"{part}.bias"] for part in ("query", "key", "value")])
    inputs = [
        quantised[0],
        built.number(f"{at}qkv", np.concatenate([weight.numbers for weight in three], axis=1)),
        built.number(f"{at}qkv.bias", bias),
        quantised[1],
        built.number(f"{at}qkv.scale", np.concatenate([np.broadcast_to(weight.scale, WIDTH) for weight in three])),
        "",
        quantised[2],
        built.number(f"{at}qkv.zero", np.concatenate([np.broadcast_to(weight.zero, WIDTH) for weight in three])),
    ]
    return built.node("QAttention", inputs, [f"{at}attention"], num_heads=HEADS)


def _product(built: _Built, at: str, part: str, weights: dict[str, _Weight], told: dict[str, Array], x: str) -> str:
    weight, name = weights[part], f"{at}{part}"
    inputs = [
        x,
        built.number(name, weight.numbers),
        built.number(f"{name}.scale", weight.scale),
        built.number(f"{name}.zero", weight.zero),
        built.number(f"{name}.bias", told[f"{part}.bias"]),
    ]
    return built.node("DynamicQuantizeMatMul", inputs, [f"{name}.out"])


def _norm(built: _Built, at: str, part: str, told: dict[str, Array], both: tuple[str, str], out: str) -> str:
    both_added = built.node("Add", both, [f"{at}{part}.sum"], own=False)
    gains = [built.number(f"{at}{part}.{name}", told[f"{part}.{name}"]) for name in ("weight", "bias")]
    return built.node("LayerNormalization", [both_added, *gains], [out], own=False, axis=-1, epsilon=_EPSILON)


def main(folder: Path) -> None:
    """Fuse the graphs in a folder of weights; its card tells their new digests."""
    card = folder / "card.yaml"
    told = yaml.safe_load(card.read_text(encoding="utf-8"))
    for file in sorted(folder.glob("*.onnx")):
        fuse(file)
        told["sha256"][file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    card.write_text(yaml.safe_dump(told, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
