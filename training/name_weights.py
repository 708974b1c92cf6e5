"""Fits `reading/lexicon/name_weights.yaml`: `python -m training.name_weights [--shared DIR] [--write]`.

From LGL and TR-News it takes every name that some place bears, with the signs of `reading/name_signs.py`, and fits a
logistic regression that it is a place's, by Newton's method with a ridge. Prints precision, recall and F1 of the names
by five-fold cross-validation; texts stay whole.
"""

import argparse
import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

import dateline.reading
from bench.predictions import marked_report
from dateline.gazetteer import open_gazetteer
from dateline.reading.mentions import Mention, mentions
from dateline.reading.name_signs import Surroundings
from dateline.reading.toponyms import open_place_reader

Numbers = NDArray[np.float64]
TARGET = Path(dateline.reading.__file__).parent / "lexicon" / "name_weights.yaml"
# A name of TR-News counts as two of LGL, which has five times as many, of small American papers only. In the marked
# claims, which mark no more than what is claimed of, a name counts where a place or one who takes part is marked.
SHARE = {"LGL": 1.0, "TR-News": 2.0, "claims": 1.0}
FOLDS, RIDGE, STEPS, LEAST, LEAST_ABROAD = 5, 2.0, 15, 0.42, 0.1
# Signs rarer than this are not weighed.
RARE = 8
HEAD = """# What each sign of reading/name_signs.py counts for a name being a place's, and from which probability
# it is taken, in reports on countries without English names too. Written by training/name_weights.py from some
# 12,000 names in local and world news.
"""


@dataclass(frozen=True)
class Example:
    """One mention: its text's number and corpus, its signs, whether it is marked as a place."""

    text: int
    corpus: str
    signs: Mapping[str, float]
    right: bool


def main() -> None:
    """Print figures, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    beside = Path(__file__).parents[2] / "shared"
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("DATELINE_SHARED", beside)))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = list(marked_texts(options.shared))
    taken = list(examples(rows))
    names, given = table(taken)
    right = np.array([example.right for example in taken], dtype=float)
    share = np.array([SHARE[example.corpus] for example in taken])
    said = held_out(given, right, share, np.array([example.text for example in taken]))
    print("\n".join(figures(rows, taken, said)))
    if options.write:
        write(dict(zip(names, fit(given, right, share), strict=True)))


def marked_texts(shared: Path) -> Iterator[dict[str, Any]]:
    """The marked texts."""
    with gzip.open(shared / "corpora/places/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
    for line in (shared / "claims/train.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield {"corpus": "claims", "text": row["text"], "doc": row["doc"], **marked_in_claims(row["claims"])}


def marked_in_claims(claims: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The places of claims, and who takes part in them and is no place."""
    places = [place for claim in claims for place in claim["places"]]
    others = [who for claim in claims for role in ("actors", "recipients") for who in claim[role]]
    return {"toponyms": list({place["start"]: place for place in places}.values()), "others": others}


def examples(rows: Sequence[dict[str, Any]]) -> Iterator[Example]:
    """The mentions of the texts, parsed."""
    reader, gazetteer = open_place_reader(), open_gazetteer()
    for number, row in enumerate(rows):
        doc = reader.parse(marked_report({**row, "published": None}))
        found = list(mentions(doc, gazetteer))
        around = Surroundings(doc, found)
        for mention in found:
            start, end = mention.tokens.start_char, mention.tokens.end_char
            right, other = (overlaps(row.get(marks, ()), start, end) for marks in ("toponyms", "others"))
            if row["corpus"] != "claims" or (tells(mention) and (right or other)):
                yield Example(number, row["corpus"], around.signs(mention), right)


def tells(mention: Mention) -> bool:
    """Whether it tells something that it is no place in a claim: a country that acts is a country all the same."""
    return bool(mention.found) and all(candidate.place.precision != "country" for candidate in mention.found)


def overlaps(marks: Sequence[dict[str, Any]], start: int, end: int) -> bool:
    """Whether any mark shares characters with these."""
    return any(mark["start"] < end and start < mark["end"] for mark in marks)


def table(taken: Sequence[Example]) -> tuple[list[str], Numbers]:
    """The names of the signs that are not too rare, and each example's values of them."""
    times = Counter(sign for example in taken for sign in example.signs)
    names = sorted(sign for sign, seen in times.items() if seen >= RARE)
    return names, np.array([[example.signs.get(name, 0.0) for name in names] for example in taken])


def fit(given: Numbers, right: Numbers, share: Numbers) -> Numbers:
    """Weights by Newton's method."""
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        said = probability(given, weights)
        curve = (given * (share * said * (1 - said))[:, None]).T @ given + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, given.T @ (share * (right - said)) - RIDGE * weights)
    return weights


def probability(given: Numbers, weights: Numbers) -> Numbers:
    """What the weights say of each example."""
    return np.asarray(1 / (1 + np.exp(-given @ weights)))


def held_out(given: Numbers, right: Numbers, share: Numbers, texts: NDArray[np.int_]) -> Numbers:
    """What weights from the other texts say of each example."""
    said = np.zeros(len(right))
    for fold in range(FOLDS):
        held = texts % FOLDS == fold
        said[held] = probability(given[held], fit(given[~held], right[~held], share[~held]))
    return said


def figures(rows: Sequence[dict[str, Any]], taken: Sequence[Example], said: Numbers) -> Iterator[str]:
    """A line a corpus: precision, recall and F1; a marked name that no place bears counts as not found."""
    for corpus in SHARE:
        of = [
            example.right
            for example, value in zip(taken, said, strict=True)
            if value >= LEAST and example.corpus == corpus
        ]
        marked = sum(len(row["toponyms"]) for row in rows if row["corpus"] == corpus)
        precision, recall = sum(of) / len(of), sum(of) / marked
        yield f"{corpus:8} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def write(weights: Mapping[str, float]) -> None:
    """The weights as the file that the package reads."""
    signs = {name: round(float(weight), 2) for name, weight in weights.items()}
    content = {"least": LEAST, "least_abroad": LEAST_ABROAD, "signs": signs}
    TARGET.write_text(HEAD + yaml.safe_dump(content, width=1000), encoding="utf-8")


if __name__ == "__main__":
    main()
