"""How long the whole reading takes against the bare parse of the same texts: `python -m bench.reading_time`.

Processor seconds of one run on the public benchmark, the two sides by turns, each as often as TURNS and the quickest
kept: from the text to its claims on one side, spaCy's `nlp.pipe` on the other. Then the share of each component. Exit 1
where the ratio is above its ceiling in `bench/floors.yaml`.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator

import yaml
from spacy.language import Language

from bench.claims import FLOORS
from bench.marked import FOLDERS, read_folder
from bench.predictions import marked_report
from dateline.reading import Reader
from dateline.reading.annotations import annotate
from dateline.reading.pipeline import build_pipeline
from dateline.reading.reader import BATCH
from dateline.reading.syntax import load_syntax
from dateline.records import Report

TURNS = 5


def main() -> int:
    """Print the ratio and the shares."""
    reports = [marked_report(dict(row)) for row in read_folder(FOLDERS[1])]
    syntax, nlp = load_syntax(), build_pipeline()
    turns = [(_bare(syntax, reports), _whole(Reader(nlp, ""), reports)) for _ in range(TURNS)]
    bare, whole = (min(side) for side in zip(*turns, strict=True))
    print(f"whole reading: {whole / bare:.2f} x the bare parse")
    parts = min((_parts(nlp, reports) for _ in range(TURNS)), key=lambda parts: parts.total())
    for name, seconds in parts.most_common(12):
        print(f"  {name.removeprefix('dateline_'):20} {seconds / bare:.2f}")
    ceiling = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get("reading_time", {}).get("at_most", whole / bare)
    return int(whole / bare > ceiling)


def _whole(reader: Reader, reports: list[Report]) -> float:
    begun = time.process_time()
    for _ in reader.judge_all(reports):
        pass
    return time.process_time() - begun


def _bare(syntax: Language, reports: list[Report]) -> float:
    begun = time.process_time()
    for _ in syntax.pipe(report.text for report in reports):
        pass
    return time.process_time() - begun


def _parts(nlp: Language, reports: list[Report]) -> Counter[str]:
    """The seconds of each component, with as many reports parsed together as the reader takes."""
    parts: Counter[str] = Counter()
    for batch in _batched(reports, BATCH):
        docs = [annotate(nlp.make_doc(report.text), report) for report in batch]
        for name, component in nlp.pipeline:
            begun = time.process_time()
            piped = hasattr(component, "pipe")
            docs = list(component.pipe(docs, batch_size=BATCH)) if piped else [component(doc) for doc in docs]
            parts[name] += time.process_time() - begun
    return parts


def _batched(reports: list[Report], size: int) -> Iterator[list[Report]]:
    return (reports[at : at + size] for at in range(0, len(reports), size))


if __name__ == "__main__":
    sys.exit(main())
