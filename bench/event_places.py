"""The right place for the event: `python -m bench.event_places [--gold FILE] [--errors]`.

Reads the marked sentences of event_places and takes the places that belong to the marked verb, and beside them those of
the claim that is read nearest to it. These sentences mark names only, and of a place and what it lies in the narrower
one; so do we here. A sentence is right where each marked place overlaps one of ours and none of ours is left over. None
of these sentences is among those that the weights were fitted on. Exit 1 where a figure is below its floor.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language
from spacy.tokens import Doc, Token

from bench.claims import FLOORS, shared
from bench.places import report_floors
from bench.predictions import marked_report
from dateline.gazetteer.ranking import holds
from dateline.reading.annotations import Annotations, annotate, annotations
from dateline.reading.pipeline import build_pipeline
from dateline.reading.place_candidates import Candidate
from dateline.reading.place_gate import places_of
from dateline.reading.place_pairs import Scene, scene_of
from dateline.reading.places_beside import is_inside

Spans = list[tuple[int, int]]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """The places of the marked verb, and those of the claim that is nearest to it; None where no claim is read."""

    of_verb: Spans
    of_claim: Spans | None


def main() -> int:
    """Print the figures; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=shared() / "corpora" / "event_places" / "dev.jsonl.gz")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not options.gold.is_file():
        print(f"{options.gold}: not there; the marked sentences are not part of the project")
        return 0
    with gzip.open(options.gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    nlp = build_pipeline()
    found = [places_in(nlp, row) for row in rows]
    if options.errors:
        print("\n".join(failures(rows, found)))
    shares = figures(rows, found)
    print("\n".join(f"{name:22} {value:.3f}" for name, value in shares.items()))
    return report_floors(yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["event_places"], shares)


def places_in(nlp: Language, row: Row) -> Found:
    """The places of the marked verb by themselves, and by the claims of the sentence."""
    report = marked_report({"doc": row["id"], "text": row["sentence"]})
    doc = nlp(annotate(nlp.make_doc(report.text), report))
    verb = verb_of(doc, row["verb"])
    scene = scene_of(verb.sent, annotations(doc))
    named = [candidate for candidate in places_of([verb], scene) if candidate.named]
    return Found(spans(named), of_nearest_claim(verb, scene, annotations(doc)))


def verb_of(doc: Doc, mark: Row) -> Token:
    """The marked verb."""
    tokens = doc.char_span(mark["start"], mark["end"], alignment_mode="expand")
    assert tokens is not None, mark
    return tokens.root


def of_nearest_claim(verb: Token, scene: Scene, found: Annotations) -> Spans | None:
    """The places of the claim whose trigger, or a word that tells what came of it, is nearest to the verb."""
    drafts = sorted(
        found.with_it(verb.i),
        key=lambda draft: min(abs(one.root.i - verb.i) for one in (draft, *draft.results)),
    )
    if not drafts:
        return None
    told = [(place.span.start, place.span.end) for place in drafts[0].places]
    return spans([one for one in scene.names if any(overlap(span, span_of(one)) for span in told)])


def spans(named: Sequence[Candidate]) -> Spans:
    """The places that are not only told as holding another one."""
    return [span_of(one) for one in named if not any(is_around(one, other) for other in named if other is not one)]


def is_around(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place holds the other, by the gazetteer or by what is said."""
    known = outer.place is not None and inner.place is not None and holds(outer.place, inner.place)
    return known or is_inside(inner, outer)


def span_of(candidate: Candidate) -> tuple[int, int]:
    """The characters of a candidate."""
    return candidate.tokens.start_char, candidate.tokens.end_char


def figures(rows: Sequence[Row], found: Sequence[Found]) -> dict[str, float]:
    """The share of sentences that is right: by the verb, of all and of those with a place, and by the claim."""
    by_verb = [is_right(row, one.of_verb) for row, one in zip(rows, found, strict=True)]
    by_claim = [is_right(row, one.of_claim or []) for row, one in zip(rows, found, strict=True)]
    placed = [bool(row["locations"]) for row in rows]
    read = [one.of_claim is not None for one in found]
    return {
        "of_verb": share(by_verb),
        "of_verb_with_place": share([right for right, has in zip(by_verb, placed, strict=True) if has]),
        "of_nearest_claim": share([right for right, has in zip(by_claim, read, strict=True) if has]),
    }


def share(of: Sequence[bool]) -> float:
    """How many are so, of all."""
    return sum(of) / max(1, len(of))


def is_right(row: Row, ours: Spans) -> bool:
    """Whether the places are the marked ones; a phrase of ours may hold two marked names ("Azaz, Aleppo")."""
    marked = [(place["start"], place["end"]) for place in row["locations"]]
    return all(any(overlap(a, b) for b in ours) for a in marked) and all(
        any(overlap(a, b) for a in marked) for b in ours
    )


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share characters."""
    return one[0] < other[1] and other[0] < one[1]


def failures(rows: Sequence[Row], found: Sequence[Found]) -> Iterator[str]:
    """What is wrong: the verb, the marked places, ours, the sentence."""
    for row, one in zip(rows, found, strict=True):
        if not is_right(row, one.of_verb):
            marked = [place["text"] for place in row["locations"]]
            ours = [row["sentence"][start:end] for start, end in one.of_verb]
            yield f"{row['verb']['text']}: marked {marked}, read {ours}: {row['sentence']}"


if __name__ == "__main__":
    sys.exit(main())
