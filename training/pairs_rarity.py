"""Counts in how many of the training texts each word stands: `python -m training.pairs_rarity`.

Writes `src/dateline/merging/rarity.csv`. Words are folded as merging compares them; those in fewer than
LEAST texts are left out, which makes them as rare as a word can be. The first row gives the number of texts.
"""

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.claims import shared
from dateline.merging.words import content
from training.pairs_marked import READ_CHARACTERS

TARGET = Path("src/dateline/merging/rarity.csv")
LEAST = 3


def main() -> None:
    """Write the table."""
    texts = 0
    found: Counter[str] = Counter()
    for text in _texts():
        texts += 1
        found.update(content(text))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["word", "texts"])
        rows.writerow(["", texts])
        rows.writerows(sorted((word, count) for word, count in found.items() if count >= LEAST))
    print(f"{TARGET}: {sum(count >= LEAST for count in found.values())} words of {texts} texts")


def _texts() -> Iterator[str]:
    for line in (shared() / "claims" / "train.jsonl").open(encoding="utf-8"):
        yield json.loads(line)["text"][:READ_CHARACTERS]
    with gzip.open(shared() / "corpora" / "same_event" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"][:READ_CHARACTERS]


if __name__ == "__main__":
    main()
