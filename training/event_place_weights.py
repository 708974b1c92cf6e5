"""Fits `reading/lexicon/place_weights.yaml`: `python -m training.event_place_weights [--shared DIR] [--write]`.

From the marked sentences of event_places and the marked claims it takes each pair of an occurrence and a candidate for
its place, with the signs of `reading/place_signs.py`, and fits a logistic regression that the place is the
occurrence's. An L1 penalty leaves most signs without a weight (FISTA: Beck and Teboulle, SIAM J. Imaging Sciences
2009). Prints the share of pairs that are right by five-fold cross-validation; sentences and reports stay whole.
"""

import argparse
import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token

import dateline.reading
from bench.predictions import marked_report
from dateline.gazetteer.ranking import holds
from dateline.reading.annotations import annotate, annotations
from dateline.reading.pipeline import build_pipeline
from dateline.reading.place_candidates import Candidate
from dateline.reading.place_gate import may_be
from dateline.reading.place_pairs import scene_of
from dateline.reading.place_signs import signs
from dateline.reading.places_beside import is_inside

Numbers = NDArray[np.float64]
TARGET = Path(dateline.reading.__file__).parent / "lexicon" / "place_weights.yaml"
FOLDS, STEPS, PENALTY, LEAST = 5, 400, 3.0, 0.45
# Signs rarer than this are not weighed; weights smaller than this are not written.
RARE, SLIGHT = 10, 0.005
# Its sentences were not marked: all but a few are without a place, whatever they say.
UNMARKED = "Masdar_RA"
LATER = ("participants", "places", "times", "counts", "attribution", "modality")
HEAD = """# What each sign of reading/place_signs.py counts for a candidate being a place of an occurrence, and from
# which probability on it is taken. Written by training/event_place_weights.py from some 28,000 pairs in news.
"""


@dataclass(frozen=True)
class Example:
    """One pair: which sentence or report it is of, its signs, whether the place is the occurrence's."""

    text: int
    signs: Mapping[str, float]
    right: bool


def main() -> None:
    """Print figures, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    beside = Path(__file__).parents[2] / "shared"
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DATELINE_SHARED", beside)))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    nlp = build_pipeline()
    nlp.select_pipes(disable=[f"dateline_{name}" for name in LATER])
    taken = [*of_sentences(nlp, options.shared), *of_claims(nlp, options.shared)]
    names, given = table(taken)
    right = np.array([example.right for example in taken], dtype=float)
    print(f"right by cross-validation: {cross_validated(given, right, [example.text for example in taken]):.3f}")
    if options.write:
        write(dict(zip(names, fit(given, right), strict=True)))


def of_sentences(nlp: Language, shared: Path) -> Iterator[Example]:
    """The pairs of marked verbs; none of a sentence that is among those that we measure on."""
    folder = shared / "corpora" / "event_places"
    measured = {key(row) for row in rows(folder / "dev.jsonl.gz")}
    for number, row in enumerate(rows(folder / "train.jsonl.gz")):
        if row["source"] != UNMARKED and key(row) not in measured:
            doc = parsed(nlp, {"doc": row["id"], "text": row["sentence"]})
            event = word_at(doc, row["verb"])
            if event is not None:
                pairs = [pair for pair in pairs_of(event, row["locations"]) if pair[0].named]
                told = [candidate for candidate, _, right in pairs if right]
                yield from (Example(number, s, r) for c, s, r in pairs if r or not holds_any(c, told))


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The lines of a packed file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def key(row: Mapping[str, Any]) -> str:
    """The letters that a sentence begins with."""
    return re.sub(r"\W+", "", row["sentence"].lower())[:60]


def holds_any(candidate: Candidate, told: Sequence[Candidate]) -> bool:
    """Whether a candidate only tells where a marked place lies: these sentences do not mark it, though it is right."""
    return any(is_around(candidate, other) for other in told)


def is_around(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place holds the other, by the gazetteer or by what is said."""
    known = outer.place is not None and inner.place is not None and holds(outer.place, inner.place)
    return known or is_inside(inner, outer)


def of_claims(nlp: Language, shared: Path) -> Iterator[Example]:
    """The pairs of the triggers of marked claims."""
    for number, line in enumerate((shared / "claims" / "train.jsonl").read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        doc = parsed(nlp, row)
        for claim in row["claims"]:
            event = word_at(doc, claim["trigger"])
            if event is not None:
                yield from (Example(number, s, right) for _, s, right in pairs_of(event, claim["places"]))


def parsed(nlp: Language, row: Mapping[str, Any]) -> Doc:
    """The text, read as far as its triggers."""
    report = marked_report(dict(row))
    return nlp(annotate(nlp.make_doc(report.text), report))


def word_at(doc: Doc, mark: Mapping[str, Any]) -> Token | None:
    """The head word of what is marked."""
    tokens = doc.char_span(mark["start"], mark["end"], alignment_mode="expand")
    return None if tokens is None else tokens.root


def pairs_of(event: Token, marks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Candidate, dict[str, float], bool]]:
    """The candidates of the word's sentence, with their signs, and whether they are marked."""
    scene = scene_of(event.sent, annotations(event.doc))
    for candidate in scene.candidates:
        if may_be(event, candidate):
            start, end = candidate.tokens.start_char, candidate.tokens.end_char
            right = any(mark["start"] < end and start < mark["end"] for mark in marks)
            yield candidate, signs(event, candidate, scene), right


def table(taken: Sequence[Example]) -> tuple[list[str], "Table"]:
    """The names of the signs that are not too rare, and which examples have them."""
    times = Counter(sign for example in taken for sign in example.signs)
    column = {name: at for at, name in enumerate(sorted(sign for sign, seen in times.items() if seen >= RARE))}
    rows_of = [[column[sign] for sign in example.signs if sign in column] for example in taken]
    return list(column), Table.of(rows_of, len(column))


@dataclass(frozen=True)
class Table:
    """Which signs each example has: their numbers, one example after the other, and how many each has, at least one."""

    signs: NDArray[np.int_]
    lengths: NDArray[np.int_]
    width: int

    @classmethod
    def of(cls, rows_of: Sequence[Sequence[int]], width: int) -> "Table":
        """A table of `width` signs."""
        flat = np.array([sign for row in rows_of for sign in row])
        return cls(flat, np.array([len(row) for row in rows_of]), width)

    def only(self, chosen: NDArray[np.bool_]) -> "Table":
        """The chosen examples."""
        return Table(self.signs[np.repeat(chosen, self.lengths)], self.lengths[chosen], self.width)

    def sums(self, weights: Numbers) -> Numbers:
        """Each example's sum of the weights of its signs."""
        return np.asarray(np.add.reduceat(weights[self.signs], np.cumsum(self.lengths) - self.lengths))

    def slopes(self, values: Numbers) -> Numbers:
        """Each sign's sum of the values of the examples that have it."""
        return np.asarray(np.bincount(self.signs, np.repeat(values, self.lengths), self.width), dtype=float)


def fit(given: Table, right: Numbers) -> Numbers:
    """Weights by FISTA; its step is bounded by the curvature of the logistic loss, found by power iteration."""
    step = 4.0 / curvature(given)
    weights: Numbers = np.zeros(given.width)
    ahead, pace = weights, 1.0
    for _ in range(STEPS):
        moved = ahead - step * given.slopes(probability(given, ahead) - right)
        moved = np.sign(moved) * np.maximum(np.abs(moved) - step * PENALTY, 0.0)
        faster = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead = moved + (pace - 1) / faster * (moved - weights)
        weights, pace = moved, faster
    return weights


def curvature(given: Table) -> float:
    """The largest eigenvalue of the signs' products, a little more than less."""
    towards: Numbers = np.ones(given.width)
    for _ in range(STEPS // 10):
        towards = given.slopes(given.sums(towards / np.linalg.norm(towards)))
    return float(np.linalg.norm(towards)) * 1.02


def probability(given: Table, weights: Numbers) -> Numbers:
    """What the weights say of each example."""
    return np.asarray(1 / (1 + np.exp(-given.sums(weights))))


def cross_validated(given: Table, right: Numbers, texts: Sequence[int]) -> float:
    """The share of pairs that weights from the other texts judge rightly."""
    folds = np.array(texts) % FOLDS
    judged = np.zeros(len(right), dtype=bool)
    for fold in range(FOLDS):
        held = folds == fold
        said = probability(given.only(held), fit(given.only(~held), right[~held]))
        judged[held] = (said >= LEAST) == (right[held] > 0)
    return float(judged.mean())


def write(weights: Mapping[str, float]) -> None:
    """The weights as the file that the package reads."""
    told: Iterable[tuple[str, float]] = ((name, round(float(weight), 2)) for name, weight in weights.items())
    content = {"least": LEAST, "signs": {name: weight for name, weight in told if abs(weight) >= SLIGHT}}
    TARGET.write_text(HEAD + yaml.safe_dump(content, width=1000, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    main()
