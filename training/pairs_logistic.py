"""Logistic regression by Newton's method, with the weights drawn towards 0: all that the pair score needs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_STEPS = 50
_STILL = 1e-7


def fit(rows: Sequence[dict[str, float]], same: Sequence[bool], ridge: float = 1.0) -> tuple[float, dict[str, float]]:
    """Bias and weights of the features in `rows` that best tell which are `same`; a plain L2 penalty of `ridge`."""
    names = sorted({name for row in rows for name in row})
    given = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    wanted = np.array(same, dtype=float)
    penalty = np.eye(given.shape[1]) * ridge
    penalty[0, 0] = 1e-6
    weights = np.zeros(given.shape[1])
    for _ in range(_STEPS):
        step = _step(given, wanted, penalty, weights)
        weights -= step
        if np.abs(step).max() < _STILL:
            break
    return float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True))


def _step(given: Numbers, wanted: Numbers, penalty: Numbers, weights: Numbers) -> Numbers:
    said = 1.0 / (1.0 + np.exp(-given @ weights))
    slope = given.T @ (said - wanted) + penalty @ weights
    curve = (given * (said * (1.0 - said))[:, None]).T @ given + penalty
    return np.asarray(np.linalg.solve(curve, slope), dtype=np.float64)


def calibration(said: Sequence[float], same: Sequence[bool], bins: int = 10) -> list[tuple[float, float, int]]:
    """For each tenth of the scale: the mean probability, the share that is the same, and how many pairs there are."""
    rows = []
    for low in range(bins):
        inside = [(p, s) for p, s in zip(said, same, strict=True) if low <= p * bins < low + 1 or (p == 1 and low == 9)]
        if inside:
            count = len(inside)
            rows.append((sum(p for p, _ in inside) / count, sum(s for _, s in inside) / count, count))
    return rows
