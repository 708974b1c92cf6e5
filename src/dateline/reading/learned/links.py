"""How likely each piece of a window is to be linked to one that asks, by query, key and how far apart they stand."""

import numpy as np

from dateline.reading.learned.labels import REACH, ROLE_WIDTH
from dateline.reading.learned.numbers import Numbers


def linked(query: Numbers, keys: Numbers, near: Numbers, likely: Numbers, asking: int) -> Numbers:
    """Probabilities, pieces x links, for the piece `asking`; `query` is its row, `keys` are those of all pieces."""
    shape = (-1, len(likely), ROLE_WIDTH)
    alike = np.einsum("rd,prd->pr", query.reshape(shape)[0], keys.reshape(shape)) / ROLE_WIDTH**0.5
    apart = np.clip(np.arange(len(keys)) - asking, -REACH, REACH) + REACH
    return sigmoid(alike + near[:, apart].T + likely)


def sigmoid(logits: Numbers) -> Numbers:
    """Logits as probabilities, each by itself."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float32)
