"""Which articles are on the same shooting, from their raw text: `python -m bench.same_event [--gold FILE]`.

Reads each article, groups them as merging does with reports as a whole, and scores the groups with the scorer that
comes with the corpus. Exit 1 where a figure falls below its floor in `bench/floors.yaml`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from bench.claims import FLOORS, shared
from dateline.merging import same_story
from dateline.merging.articles import article
from dateline.reading import open_reader
from training.pairs_marked import articles


def main() -> int:
    """Print the scorer's table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=shared() / "corpora" / "same_event" / "dev.jsonl.gz")
    gold = parser.parse_args().gold
    if not gold.is_file():
        print(f"{gold}: not there; the articles are not part of the project, so there is nothing to measure")
        return 0
    read = list(articles(open_reader(), gold))
    groups = same_story([article(one.report, one.claims) for one in read])
    event = {report: number for number, group in enumerate(groups) for report in group}
    rows = [{"doc": one.doc, "event": event[one.report.id]} for one in read]
    with tempfile.TemporaryDirectory() as folder:
        predicted, figures = Path(folder) / "predicted.jsonl", Path(folder) / "scores.json"
        predicted.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        scorer = [sys.executable, shared() / "score" / "score_same_event.py", gold, predicted, "--json", figures]
        subprocess.run([str(part) for part in scorer], check=True)
        scores = json.loads(figures.read_text(encoding="utf-8"))
    return _below(scores)


def _below(scores: dict[str, float]) -> int:
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["same_event"]
    broken = [name for name, bound in floors.items() if not _fits(scores[name], bound)]
    print("\n".join(f"BELOW {name} {scores[name]:.3f} {floors[name]}" for name in broken) or "floors held")
    return 1 if broken else 0


def _fits(value: float, bound: dict[str, float]) -> bool:
    return value <= bound.get("at_most", 1.0) and value >= bound.get("at_least", 0.0)


if __name__ == "__main__":
    sys.exit(main())
