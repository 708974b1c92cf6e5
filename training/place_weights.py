"""Fits the weights of `gazetteer/ranking.yaml`: `python -m training.place_weights [--shared DIR]`.

From names of known points - LGL, TR-News and the places of the marked claims - it takes each name's candidates with
their signs, and fits a softmax over them in which the right ones share the probability and "elsewhere" has it where
none is right. Prints the weights, and accuracy and expected calibration error by five-fold cross-validation.
"""

import argparse
import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.gazetteer import Candidate, Gazetteer, demonyms, open_gazetteer
from dateline.gazetteer.entry import distance_km
from dateline.gazetteer.ranking import Others, signs
from dateline.records import Place

Numbers = NDArray[np.float64]
# How near a point must lie to be the right one where its GeoNames id is not known, or is that of a like place.
NEAR_KM = {"claims": 25.0, "LGL": 40.0, "TR-News": 40.0}
FOLDS, BLOCK, STEPS, RATE, RIDGE = 5, 50, 400, 0.05, 0.5
ELSEWHERE = "elsewhere"


@dataclass
class Choice:
    """A name's candidates as signs, and which of them are right."""

    corpus: str
    rows: list[dict[str, float]]
    right: list[bool]


@dataclass
class Named:
    """A name in a text, with the point, and the id if there is one, that it is known to have."""

    text: str
    id: str | None
    point: tuple[float, float] | None


def main() -> None:
    """Print weights and figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    beside = Path(__file__).parents[2] / "shared"
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DATELINE_SHARED", beside)))
    with open_gazetteer() as gazetteer:
        texts = marked_texts(parser.parse_args().shared)
        choices = [choice for corpus, text, names in texts for choice in choices_of(gazetteer, corpus, text, names)]
    held_out = [fold_figures(choices, fold) for fold in range(FOLDS)]
    for corpus in NEAR_KM:
        print(f"{corpus:8} accuracy {np.mean([accuracy[corpus] for accuracy, _ in held_out]):.3f}")
    print(f"expected calibration error {np.mean([error for _, error in held_out]):.3f}")
    for name, weight in sorted(fit(choices).items()):
        print(f"{name:16} {weight:6.2f}")


def marked_texts(shared: Path) -> Iterator[tuple[str, str, list[Named]]]:
    """Corpus, text and marked names of every text, without people of a country and words without a capital."""
    with gzip.open(shared / "corpora/places/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for text in map(json.loads, lines):
            yield (
                text["corpus"],
                text["text"],
                [toponym(t) for t in text["toponyms"] if t["text"].lower() not in demonyms()],
            )
    for line in (shared / "claims/train.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        places = {p["text"]: p for claim in report["claims"] for p in claim["places"] if p["text"].lower() != p["text"]}
        yield "claims", report["text"], [Named(text, None, point_of(place)) for text, place in places.items()]


def toponym(marked: dict[str, object]) -> Named:
    """A marked name of LGL or TR-News."""
    number = marked["geonames_id"]
    return Named(str(marked["text"]), f"geonames:{number}" if number else None, point_of(marked))


def point_of(marked: Mapping[str, object]) -> tuple[float, float] | None:
    """The point of a marked place, if it has one."""
    latitude, longitude = marked["latitude"], marked["longitude"]
    known = isinstance(latitude, int | float) and isinstance(longitude, int | float)
    return (float(latitude), float(longitude)) if known else None  # type: ignore[arg-type]


def choices_of(gazetteer: Gazetteer, corpus: str, text: str, names: Sequence[Named]) -> Iterator[Choice]:
    """One choice a name of the text, in the light of the places of the others."""
    countries = gazetteer.countries(name.text for name in names)
    for word in {word.lower() for word in re.findall(r"\b[A-Z][a-z]+", text)} & set(demonyms()):
        countries[demonyms()[word]] = countries.get(demonyms()[word], 0.0) + 0.5
    near = gazetteer.weighed([name.text for name in names], countries, {})
    for name in names:
        found = gazetteer.candidates(name.text, countries)
        if name.point is not None and found:
            others = Others(near[name.text])
            rows = [signs(candidate, found, countries, others) for candidate in found]
            yield Choice(corpus, rows, rights(found, name, NEAR_KM[corpus]))


def rights(found: Sequence[Candidate], name: Named, near_km: float) -> list[bool]:
    """Which candidates are right: the one of that id, else those near enough to the point."""
    by_id = [candidate.place.id == name.id for candidate in found]
    return by_id if any(by_id) else [is_near(candidate.place, name.point, near_km) for candidate in found]


def is_near(place: Place, point: tuple[float, float] | None, near_km: float) -> bool:
    """Whether a place lies near a point; an area may be centred elsewhere within half of its radius."""
    reach = near_km if place.precision == "settlement" else max(near_km, place.radius_km / 2)
    return point is not None and distance_km((place.latitude, place.longitude), point) <= reach


def fold_figures(choices: Sequence[Choice], fold: int) -> tuple[dict[str, float], float]:
    """Accuracy by corpus and calibration error on one fold, by weights from the others; texts stay together."""
    held = [choice for at, choice in enumerate(choices) if (at // BLOCK) % FOLDS == fold]
    return figures(held, fit([choice for at, choice in enumerate(choices) if (at // BLOCK) % FOLDS != fold]))


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights by sign, by Adam with a ridge; each corpus counts as the square root of its names."""
    names = sorted({sign for choice in choices for row in choice.rows for sign in row} | {ELSEWHERE})
    sizes = Counter(choice.corpus for choice in choices)
    rows = [row for choice in choices for row in (*choice.rows, {ELSEWHERE: 1.0})]
    given = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    wanted = np.array([right for choice in choices for right in (*choice.right, not any(choice.right))], dtype=float)
    lengths = np.array([len(choice.rows) + 1 for choice in choices])
    starts, owner = np.cumsum(lengths) - lengths, np.repeat(np.arange(len(choices)), lengths)
    share = np.array([sizes[choice.corpus] ** -0.5 for choice in choices])
    share /= share.sum()
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        said = softmax(given @ weights, starts, owner)
        told = said * wanted / np.maximum(np.add.reduceat(said * wanted, starts), 1e-9)[owner]
        slope = given.T @ ((said - told) * share[owner]) + RIDGE * weights / len(choices)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, map(float, weights), strict=True))


def softmax(sums: Numbers, starts: NDArray[np.int_], owner: NDArray[np.int_]) -> Numbers:
    """Shares within each choice."""
    powers = np.exp(sums - np.maximum.reduceat(sums, starts)[owner])
    return np.asarray(powers / np.add.reduceat(powers, starts)[owner])


def figures(choices: Sequence[Choice], weights: Mapping[str, float]) -> tuple[dict[str, float], float]:
    """The share of names whose best candidate is right, by corpus; the calibration error of its probability."""
    right: dict[str, list[bool]] = {}
    said: list[tuple[float, bool]] = []
    for choice in choices:
        sums = np.array([sum(weights.get(sign, 0.0) * value for sign, value in row.items()) for row in choice.rows])
        powers = np.exp(np.append(sums, weights[ELSEWHERE]) - max(sums.max(), weights[ELSEWHERE]))
        best = int(np.argmax(sums))
        right.setdefault(choice.corpus, []).append(choice.right[best])
        said.append((float(powers[best] / powers.sum()), choice.right[best]))
    tenths = [[pair for pair in said if min(9, int(pair[0] * 10)) == tenth] for tenth in range(10)]
    error = sum(abs(sum(p for p, _ in tenth) - sum(r for _, r in tenth)) for tenth in tenths) / len(said)
    return {corpus: float(np.mean(of)) for corpus, of in right.items()}, error


if __name__ == "__main__":
    main()
