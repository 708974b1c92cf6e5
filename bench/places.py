"""The quality table of places: `python -m bench.places [--gold FILE] [--write FILE]`.

Finds the places in the marked texts of LGL and TR-News, which mark the people of a country as naming it too, scores
them with the scorer that comes with the texts, and compares the figures with the floors in `bench/floors.yaml`. The
weights of names were fitted on these texts: `python -m training.name_weights` prints the cross-validated figures.
Exit 1 where a figure is below its floor.
"""

import argparse
import gzip
import importlib
import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bench.claims import FLOORS, figure, shared
from bench.predictions import marked_report
from dateline.gazetteer.entry import distance_km
from dateline.reading.annotations import annotate
from dateline.reading.syntax import load_syntax
from dateline.reading.toponyms import PlaceReader, Toponym, open_place_reader, toponyms

# The scorer's own: within 100 miles.
NEAR_KM = 161.0
OURS = "dateline_"
TENTHS = 10


def main() -> int:
    """Print the table; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=shared() / "corpora" / "places" / "dev.jsonl.gz")
    parser.add_argument("--write", type=Path, help="write what was found to this file")
    options = parser.parse_args()
    if not options.gold.is_file():
        print(f"{options.gold}: not there; the marked texts are not part of the project, so nothing is measured")
        return 0
    rows = read_rows(options.gold)
    predicted, ratio = found_places(open_place_reader(), rows)
    if options.write:
        options.write.write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
    scorer = scorer_at(shared() / "score")
    scores, _ = scorer.score(rows, predicted)
    print(scorer.table(scores))
    scores |= {"time_of_parse": ratio, "calibration_error": calibration_error(rows, predicted, scorer)}
    return report_floors(yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["places"], scores)


def read_rows(gold: Path) -> list[dict[str, Any]]:
    """The marked texts."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scorer_at(folder: Path) -> Any:
    """The scorer as a module; it lies beside the marked data."""
    sys.path.insert(0, str(folder))
    return importlib.import_module("score_places")


def found_places(reader: PlaceReader, rows: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """What was found in each text, and our time as a share of the parser's over the same texts in the same run.

    The parser is the one that the pipeline takes, as it is shipped: what we make quicker in it is not its time.
    """
    ours = parse = 0.0
    predicted, syntax = [], load_syntax()
    for row in rows:
        report = marked_report({**row, "published": None})
        start = time.process_time()
        syntax(report.text)
        parse += time.process_time() - start
        doc = annotate(reader.nlp.make_doc(report.text), report)
        for name, component in reader.nlp.pipeline:
            start = time.process_time()
            doc = component(doc)
            ours += (time.process_time() - start) * name.startswith(OURS)
        start = time.process_time()
        found = list(toponyms(doc, reader.gazetteer, report.source, people=True))
        ours += time.process_time() - start
        predicted.append({"doc": row["doc"], "toponyms": [prediction(toponym) for toponym in found]})
    return predicted, ours / parse


def prediction(toponym: Toponym) -> dict[str, Any]:
    """A found place as the scorer takes it, with its score."""
    place = toponym.place
    number = place.id.partition(":")[2] if place and place.id.startswith("geonames:") else None
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "geonames_id": number and int(number),
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "score": place and place.score,
    }


def calibration_error(rows: Sequence[Any], predicted: Sequence[Any], scorer: Any) -> float:
    """The expected calibration error of the score, over ten equal parts of its range.

    A found place is right where it is paired with a marked one of the same id, or within 161 km of it; those paired
    with a name that was marked without a point are left out.
    """
    pairs = [pair for row, found in zip(rows, predicted, strict=True) for pair in judged(row, found, scorer)]
    tenths = [[pair for pair in pairs if min(TENTHS - 1, int(pair[0] * TENTHS)) == tenth] for tenth in range(TENTHS)]
    return sum(abs(sum(said for said, _ in part) - sum(right for _, right in part)) for part in tenths) / len(pairs)


def judged(row: Mapping[str, Any], found: Mapping[str, Any], scorer: Any) -> Iterator[tuple[float, bool]]:
    """Each found place's score, and whether it is right."""
    paired = {id(p): g for g, p, _ in scorer.pair(row["toponyms"], found["toponyms"])}
    for place in found["toponyms"]:
        marked = paired.get(id(place))
        if place["latitude"] is None or (marked is not None and marked["latitude"] is None):
            continue
        yield place["score"], marked is not None and is_right(marked, place)


def is_right(marked: Mapping[str, Any], place: Mapping[str, Any]) -> bool:
    """Whether a found place is the marked one."""
    points = [(spot["latitude"], spot["longitude"]) for spot in (marked, place)]
    return marked["geonames_id"] == place["geonames_id"] or distance_km(*points) <= NEAR_KM


def report_floors(floors: Mapping[str, Any], scores: Mapping[str, Any]) -> int:
    """Print each floor with the figure; 1 where any is broken."""
    broken = 0
    for path, floor in floors.items():
        value = figure(scores, path)
        fits = value <= floor["at_most"] if "at_most" in floor else value >= floor["at_least"]
        broken += not fits
        print(f"{'ok   ' if fits else 'BELOW'} {path:38} {value:.3f}  {floor}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
