"""The public benchmark: `python -m bench.public` reads the dispatches in `bench/marked` and scores what was read.

They are our own words, set aside before any training, so that anyone can measure us and others without the marked
corpora. With `--gold FILE` another file in the gold form is scored in the same way. Exit 1 where a floor is broken.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.claims import FLOORS
from bench.marked import FOLDERS, read_folder
from bench.predictions import marked_report
from bench.scoring import Score
from dateline.reading import open_reader


def main() -> int:
    """Print the table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    if options.gold:
        figures = scored(map(json.loads, options.gold.read_text(encoding="utf-8").splitlines()))
        print(table(figures, {}))
        return 0
    figures = scored(read_folder(FOLDERS[1]))
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get("public", {})
    print(f"public benchmark: {FOLDERS[1].name}\n{table(figures, floors)}")
    return int(any(not holds(figures[name], floor) for name, floor in floors.items()))


def scored(rows: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """The figures of what the reader reads from marked reports."""
    reader, score = open_reader(), Score()
    for row in rows:
        score.add(row["claims"], reader.read(marked_report(dict(row))))
    return score.figures()


def holds(figure: float, floor: Mapping[str, float]) -> bool:
    """Whether a figure keeps to its floor, or to its ceiling."""
    return floor.get("at_least", figure) <= figure <= floor.get("at_most", figure)


def table(figures: Mapping[str, float], floors: Mapping[str, Any]) -> str:
    """A line a figure, with its floor where it has one."""
    lines = []
    for name, figure in figures.items():
        floor = floors.get(name)
        sign = "     " if floor is None else "ok   " if holds(figure, floor) else "BELOW"
        lines.append(f"{sign} {name:20} {figure:.3f}  {floor or ''}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
