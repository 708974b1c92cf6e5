"""The quality table of claims: `python -m bench.claims [--gold FILE] [--errors FILE] [--write]`.

Reads the marked reports, scores what was read with the scorer that comes with them, prints the table and compares
it with the floors in `bench/floors.yaml`. Exit 1 where a figure has fallen below its floor. `--write` raises floors,
never lowers them.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.predictions import marked_reports, write_predictions
from dateline.reading import open_reader

FLOORS = Path(__file__).parent / "floors.yaml"


def shared() -> Path:
    """The folder of marked data and scorers: beside the project, or where DATELINE_SHARED says."""
    return Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[2] / "shared"))


def main() -> int:
    """Print the table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=shared() / "claims" / "dev.jsonl")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not options.gold.is_file():
        print(f"{options.gold}: not there; the marked data is not part of the project, so there is nothing to measure")
        return 0
    table, scores = score(options.gold, options.errors)
    print(table)
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    if options.write:
        FLOORS.write_text(yaml.safe_dump(raised(floors, scores), sort_keys=False), encoding="utf-8")
    return report_floors(floors, scores)


def score(gold: Path, errors: Path | None = None) -> tuple[str, dict[str, Any]]:
    """The scorer's table, and all its figures."""
    with tempfile.TemporaryDirectory() as folder:
        predicted, figures = Path(folder) / "predicted.jsonl", Path(folder) / "scores.json"
        write_predictions(open_reader(), marked_reports(gold), predicted)
        scorer = [sys.executable, shared() / "score" / "score_claims.py", gold, predicted, "--json", figures]
        done = subprocess.run(
            [*map(str, scorer), *(["--errors", str(errors)] if errors else [])],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(done.stderr)
        return done.stdout, json.loads(figures.read_text(encoding="utf-8"))


def figure(scores: Mapping[str, Any], path: str) -> float:
    """The figure at a dotted path of the scorer's output."""
    value: Any = scores
    for part in path.split("."):
        value = value[part]
    return float(value)


def report_floors(floors: Mapping[str, Any], scores: Mapping[str, Any]) -> int:
    """Print each floor with the figure; 1 where any is broken."""
    broken = 0
    for path, floor in floors["claims"].items():
        value = figure(scores, path)
        fits = value <= floor["at_most"] if "at_most" in floor else value >= floor["at_least"]
        broken += not fits
        print(f"{'ok   ' if fits else 'BELOW'} {path:38} {value:.3f}  {floor}")
    return 1 if broken else 0


def raised(floors: Mapping[str, Any], scores: Mapping[str, Any]) -> dict[str, Any]:
    """The floors moved up to the figures, rounded away from them by a hundredth at most."""
    moved = {}
    for path, floor in floors["claims"].items():
        value = figure(scores, path)
        if "at_most" in floor:
            moved[path] = floor | {"at_most": min(floor["at_most"], math.ceil(value * 100) / 100)}
        else:
            moved[path] = floor | {"at_least": max(floor["at_least"], math.floor(value * 100) / 100)}
    return {**floors, "claims": moved}


if __name__ == "__main__":
    sys.exit(main())
