"""The right place for the event: `python -m bench.event_places [--gold FILE] [--errors]`.

Reads the marked sentences of event_places and takes the places of the claim whose trigger is the marked verb, else of
the nearest one: where "killed" tells what came of a clash, it is part of that claim. These sentences mark names only,
and of a place and what it lies in the narrower one; so do we here. A sentence is right where each marked place overlaps
one of ours and none of ours is left over. Nothing is fitted.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.claims import shared
from bench.predictions import marked_report
from dateline.gazetteer.ranking import holds
from dateline.reading import Reader, open_reader
from dateline.records import ClaimPlace

Spans = list[tuple[int, int]]


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=shared() / "corpora" / "event_places" / "dev.jsonl.gz")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not options.gold.is_file():
        print(f"{options.gold}: not there; the marked sentences are not part of the project")
        return 0
    with gzip.open(options.gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    reader = open_reader()
    found = [places_of(reader, row) for row in rows]
    print("\n".join(figures(rows, found)))
    if options.errors:
        print("\n".join(failures(rows, found)))
    return 0


def places_of(reader: Reader, row: Mapping[str, Any]) -> Spans | None:
    """The places of the claim at the marked verb, or of the one nearest to it; None where no claim is read."""
    report = marked_report({"doc": row["id"], "text": row["sentence"]})
    verb = row["verb"]["start"]
    claims = sorted(reader.read(report), key=lambda claim: abs(claim.trigger.start - verb))
    return [(place.span.start, place.span.end) for place in narrowest(claims[0].places)] if claims else None


def narrowest(told: Sequence[ClaimPlace]) -> list[ClaimPlace]:
    """The named places that hold no other told one."""
    named = [place for place in told if place.place is not None]
    return [one for one in named if not any(_holds(one, other) for other in named)]


def _holds(one: ClaimPlace, other: ClaimPlace) -> bool:
    return one.place is not None and other.place is not None and holds(one.place, other.place)


def figures(rows: Sequence[Mapping[str, Any]], found: Sequence[Spans | None]) -> list[str]:
    """The share that is right: of all sentences, of those with a place, and of those in which a claim is read."""
    told = [is_right(row, spans or []) for row, spans in zip(rows, found, strict=True)]
    placed = [right for row, right in zip(rows, told, strict=True) if row["locations"]]
    read = [right for spans, right in zip(found, told, strict=True) if spans is not None]
    groups = {"all sentences": told, "with a place": placed, "a claim read": read}
    return [f"{name:22} {sum(of) / max(1, len(of)):.3f} ({len(of)})" for name, of in groups.items()]


def is_right(row: Mapping[str, Any], spans: Spans) -> bool:
    """Whether the places are the marked ones; a phrase of ours may hold two marked names ("Azaz, Aleppo")."""
    marked = [(place["start"], place["end"]) for place in row["locations"]]
    return all(any(overlap(a, b) for b in spans) for a in marked) and all(
        any(overlap(a, b) for a in marked) for b in spans
    )


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share characters."""
    return one[0] < other[1] and other[0] < one[1]


def failures(rows: Sequence[Mapping[str, Any]], found: Sequence[Spans | None]) -> list[str]:
    """What is wrong: the verb, the marked places, ours, the sentence."""
    lines = []
    for row, spans in zip(rows, found, strict=True):
        if not is_right(row, spans or []):
            marked = [place["text"] for place in row["locations"]]
            ours = None if spans is None else [row["sentence"][start:end] for start, end in spans]
            lines.append(f"{row['verb']['text']}: marked {marked}, read {ours}: {row['sentence']}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
