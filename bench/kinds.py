"""The kind of a snippet: CASE 2021 task 2 (Haneczok et al. 2021), mapped to our kinds: `python -m bench.kinds`.

A snippet's kind is the one whose claims weigh most, each by its score, less the later it stands and by half where it
did not happen. Some snippets were marked and trained on as claims; the floor is under the figure of the others. Exit 1
where it is broken.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable

import yaml

from bench.claims import FLOORS, shared
from bench.predictions import marked_report
from dateline.reading import open_reader
from dateline.records import Claim

# Characters after which a claim weighs half as much.
HALF = 80
# A text is one that was trained on where so many of its first characters stand in a marked report.
SAME = 80


def main() -> int:
    """Print the figures; 1 where the floor is broken."""
    file = shared() / "corpora" / "kinds" / "dev.jsonl.gz"
    if not file.is_file():
        print(f"{file}: not there, so there is nothing to measure")
        return 0
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["kind"] is not None]
    reader = open_reader()
    told = [(row["kind"], main_kind(reader.read(marked_report({**row, "published": None})))) for row in rows]
    marked = (shared() / "claims" / "train.jsonl").read_text(encoding="utf-8")
    unseen = [pair for row, pair in zip(rows, told, strict=True) if json.dumps(row["text"][:SAME])[1:-1] not in marked]
    print(f"weighted F1 of the kind: {weighted_f1(told):.3f}, of {len(unseen)} unseen {weighted_f1(unseen):.3f}")
    floor = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get("kinds", {}).get("at_least", 0.0)
    return int(weighted_f1(unseen) < floor)


def main_kind(claims: Iterable[Claim]) -> str:
    """The kind that a short text is about; `none` where it tells of nothing."""
    weights: dict[str, float] = defaultdict(float)
    for claim in claims:
        likely = claim.score * (1.0 if claim.modality == "actual" else 0.5)
        weights[claim.kind] += likely / (1 + claim.trigger.start / HALF)
    return max(weights, key=lambda kind: weights[kind], default="none")


def weighted_f1(told: list[tuple[str, str]]) -> float:
    """F1 of each marked kind, weighted by how often it is marked."""
    marked, said = Counter(mark for mark, _ in told), Counter(kind for _, kind in told)
    right = Counter(mark for mark, kind in told if mark == kind)
    return sum(n * 2 * right[kind] / (n + said[kind]) for kind, n in marked.items()) / max(len(told), 1)


if __name__ == "__main__":
    sys.exit(main())
