"""How far an event is taken to have happened, on UW and UDS-IH2: `python -m bench.factuality [--model FOLDER]`.

Rates each predicate by the head that was trained on the training parts of both (Lee et al. 2015, Rudinger et al. 2018),
and scores the dev parts, which nothing was trained on. Exit 1 where a figure is below its floor.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from bench.claims import shared
from bench.heads import Heads, opened, rows, within_floors
from dateline.reading.learned.labels import JUDGES
from dateline.reading.learned.windows import Window

REFERENCE = {"uw": 0.863, "uds_ih2": 0.912}


def main() -> int:
    """Print the figures; 1 where a floor is broken."""
    file = shared() / "corpora" / "factuality" / "dev.jsonl.gz"
    heads = opened(file)
    if heads is None:
        return 0
    gold = rows(file)
    told = dict(ratings(heads, gold))
    figures = {judge: agreement([row for row in gold if row["corpus"] == judge], told) for judge in JUDGES}
    return within_floors("factuality", figures, REFERENCE)


def ratings(heads: Heads, gold: Sequence[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """The rating of each predicate; what no window holds is taken to have happened."""
    asked = defaultdict(list)
    for row in gold:
        asked[row["sentence"]].append(row)
    for sentence, events in asked.items():
        found = list(heads(sentence, [(0, len(sentence))], ["factuality"]))
        for row in events:
            rated = chain.from_iterable(
                told[_pieces(window, row["predicate"])][-1:, JUDGES.index(row["corpus"])] for window, (told,) in found
            )
            yield row["id"], float(next(rated, 3.0))


def _pieces(window: Window, span: dict[str, Any]) -> list[int]:
    return [
        piece
        for piece, (start, end) in enumerate(window.spans)
        if not window.context[piece] and start < span["end"] and span["start"] < end
    ]


def agreement(gold: Sequence[dict[str, Any]], told: dict[str, float]) -> float:
    """Pearson's r of what is marked and what is told."""
    return float(np.corrcoef([row["value"] for row in gold], [told[row["id"]] for row in gold])[0, 1])


if __name__ == "__main__":
    sys.exit(main())
