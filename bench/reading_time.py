"""How long the whole reading takes against the bare parse of the same texts: `python -m bench.reading_time`.

Processor seconds of one run on the public benchmark, each side as often as TURNS and the quickest kept; then the share
of each component. Exit 1 where the ratio is above its ceiling in `bench/floors.yaml`.
"""

import sys
import time
from collections import Counter

import yaml
from spacy.language import Language

from bench.claims import FLOORS
from bench.marked import FOLDERS, read_folder
from bench.predictions import marked_report
from dateline.reading.annotations import annotate
from dateline.reading.pipeline import build_pipeline
from dateline.reading.syntax import load_syntax
from dateline.records import Report

TURNS = 3


def main() -> int:
    """Print the ratio and the shares."""
    reports = [marked_report(dict(row)) for row in read_folder(FOLDERS[1])]
    syntax, whole = load_syntax(), build_pipeline()
    bare = min(_bare(syntax, reports) for _ in range(TURNS))
    parts = min((_parts(whole, reports) for _ in range(TURNS)), key=lambda parts: parts.total())
    ratio = parts.total() / bare
    print(f"whole reading: {ratio:.2f} x the bare parse")
    for name, seconds in parts.most_common(8):
        print(f"  {name.removeprefix('dateline_'):20} {seconds / bare:.2f}")
    ceiling = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get("reading_time", {}).get("at_most", ratio)
    return int(ratio > ceiling)


def _bare(syntax: Language, reports: list[Report]) -> float:
    begun = time.process_time()
    for _ in syntax.pipe(report.text for report in reports):
        pass
    return time.process_time() - begun


def _parts(nlp: Language, reports: list[Report]) -> Counter[str]:
    parts: Counter[str] = Counter()
    for report in reports:
        doc = annotate(nlp.make_doc(report.text), report)
        for name, component in nlp.pipeline:
            begun = time.process_time()
            doc = component(doc)
            parts[name] += time.process_time() - begun
    return parts


if __name__ == "__main__":
    sys.exit(main())
