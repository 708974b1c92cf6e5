"""Our own marked sentences: `python -m bench.own_sets [places|coverage|actors] [--errors]`.

`own/places.jsonl` marks toponyms with their points, `own/actors.jsonl` mentions of actors with their register ids; a
null is a name that is no place, or a mention of no one in the register. Each sentence is read as a report of its own.
A fixed half of each set, by the hash of the sentence, is held out: its failures are never printed, so that nothing
can be fitted to them. Exit 1 where a share has fallen below its floor in `bench/floors.yaml`.
"""

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language
from spacy.tokens import Doc

from bench.claims import FLOORS
from bench.places import report_floors
from bench.predictions import marked_report
from dateline.actors import load_register
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.gazetteer.entry import distance_km
from dateline.reading.annotations import annotate, annotations
from dateline.reading.claims import claims
from dateline.reading.pipeline import build_pipeline
from dateline.reading.toponyms import PlaceReader, open_place_reader
from dateline.records import Claim, Entity, Place, Report, Span

OWN = Path(__file__).parent / "own"
WITHIN_KM = 25.0
PRONOUNS = frozenset({"he", "she", "it", "they"})
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """One mark, what was read there, and whether that is right. `group` is what figures are split by."""

    group: str
    held_out: bool
    right: bool
    marked: str
    read: str
    sentence: str


def main() -> int:
    """Print all tables, or those asked for; 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="places, coverage, actors; all by default")
    parser.add_argument("--errors", action="store_true", help="list the failures of the half that is worked on")
    options = parser.parse_args()
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["own_sets"]
    broken = 0
    for name in options.sets or SETS:
        outcomes = list(SETS[name]())
        print(table(name, outcomes))
        if options.errors:
            print(failures(outcomes))
        asked = {path: floor for path, floor in floors.items() if path.startswith(f"{name}.")}
        broken += report_floors(asked, {name: figures(outcomes)})
    return 1 if broken else 0


def rows(name: str) -> Iterator[Row]:
    """The marked sentences of a set."""
    with (OWN / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def held_out(row: Row) -> bool:
    """Whether the sentence is of the half that is only measured on."""
    return hashlib.sha256(row["text"].encode()).digest()[0] % 2 == 1


def place_outcomes(reader: PlaceReader) -> Iterator[Outcome]:
    """Each toponym: right within 25 km of its point, a country by its code, none where none is marked."""
    for row in rows("places"):
        read = reader.places(report_of(row))
        for mark in row["marks"]:
            found = next((named.place for named in read if overlap(mark, named.span.start, named.span.end)), None)
            expected = mark["place"]
            yield Outcome(
                group=expected["country"] if expected else "no place",
                held_out=held_out(row),
                right=is_place(expected, found),
                marked=mark["text"],
                read=f"{found.id} {found.name}, {found.country}" if found else "-",
                sentence=row["text"],
            )


def coverage_outcomes(gazetteer: Gazetteer) -> Iterator[Outcome]:
    """Each place's name by itself, in a report about its country: what the gazetteer has, whoever finds the name."""
    for row in rows("places"):
        for mark in row["marks"]:
            if (expected := mark["place"]) is not None:
                found = gazetteer.resolve(mark["text"], {expected["country"]: 1.0})
                yield Outcome(
                    group=expected["country"],
                    held_out=held_out(row),
                    right=is_place(expected, found),
                    marked=mark["text"],
                    read=f"{found.id} {found.name}, {found.country}" if found else "-",
                    sentence=row["text"],
                )


def is_place(expected: Row | None, found: Place | None) -> bool:
    """Whether the place is the marked one."""
    if expected is None or found is None:
        return expected is None and found is None
    if "latitude" not in expected:
        return found.precision == "country" and found.country == expected["country"]
    point = (expected["latitude"], expected["longitude"])
    return distance_km(point, (found.latitude, found.longitude)) <= WITHIN_KM


def actor_outcomes(nlp: Language) -> Iterator[Outcome]:
    """Each mention: right where the entity read there is the marked one, or one of them."""
    kinds = {actor.entity.id: actor.entity.kind for actor in load_register().actors.values()}
    for row in rows("actors"):
        doc = read(nlp, row)
        told = claims(doc)
        for mark in row["marks"]:
            found = entity_at(doc, told, mark)
            expected = mark["actor"] if isinstance(mark["actor"], list) else [mark["actor"]]
            yield Outcome(
                group=kinds.get(expected[0], "not in the register") if expected[0] else "no one",
                held_out=held_out(row),
                right=(found.id if found else None) in expected,
                marked=f"{mark['text']} = {expected[0]}",
                read=found.id if found else "-",
                sentence=f"{row['published']} {row['text']}",
            )


def entity_at(doc: Doc, told: list[Claim], mark: Row) -> Entity | None:
    """Whom the mention means: as the claims have it, else by its name alone.

    Someone in a claim without an entity is no one in the register, whatever names stand beside; a demonym alone names
    no one. A pronoun has no span of its own in a claim, which tells its antecedent.
    """
    if mark["text"].lower() in PRONOUNS:
        return carried(doc, told, mark)
    found = [entity for claim in told for span, entity in entities(claim) if overlap(mark, span.start, span.end)]
    if found:
        return next((entity for entity in found if entity is not None), None)
    for name in annotations(doc).names:
        in_mark = overlap(mark, name.tokens.start_char, name.tokens.end_char)
        if in_mark and name.actor is not None and name.sort != "demonym":
            return name.actor.entity
    return None


def carried(doc: Doc, told: list[Claim], mark: Row) -> Entity | None:
    """Who was named before a pronoun and is in the next claim of the pronoun's sentence."""
    end = next(sentence.end_char for sentence in doc.sents if mark["end"] <= sentence.end_char)
    for claim in sorted(told, key=lambda claim: claim.trigger.start):
        if mark["end"] <= claim.trigger.start < end:
            before = (p.entity for p in claim.participants if p.via == "coreference" and p.span.end <= mark["start"])
            return next(before, None)
    return None


def entities(claim: Claim) -> Iterator[tuple[Span, Entity | None]]:
    """Everyone in a claim."""
    yield from ((p.span, p.entity) for p in claim.participants)
    yield from ((a.source, a.entity) for a in claim.attribution)


def read(nlp: Language, row: Row) -> Doc:
    """The sentence, read as a report of its own."""
    report = report_of(row)
    return nlp(annotate(nlp.make_doc(report.text), report))


def report_of(row: Row) -> Report:
    """The sentence as a report."""
    return marked_report({"doc": row["id"], "text": row["text"], "published": row.get("published")})


def overlap(mark: Row, start: int, end: int) -> bool:
    """Whether the characters share any with the mark."""
    return bool(start < mark["end"] and mark["start"] < end)


def figures(outcomes: list[Outcome]) -> dict[str, float]:
    """The share of what is right: of all, and of the half that is held out."""
    held = [outcome for outcome in outcomes if outcome.held_out]
    return {
        name: sum(outcome.right for outcome in of) / max(1, len(of))
        for name, of in (("all", outcomes), ("held_out", held))
    }


def table(name: str, outcomes: list[Outcome]) -> str:
    """Shares of what is right: by group, and for both halves."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.group].append(outcome)
    lines = [f"{name:20} {'all':>11} {'worked on':>11} {'held out':>11}"]
    lines += [line(group, groups[group]) for group in sorted(groups)]
    return "\n".join([*lines, line("together", outcomes)])


def line(label: str, outcomes: list[Outcome]) -> str:
    """One line of the table."""
    halves = ([o for o in outcomes if o.held_out is half] for half in (False, True))
    return f"{label:20} " + " ".join(share(part) for part in (outcomes, *halves))


def share(outcomes: list[Outcome]) -> str:
    """The share of what is right, with the number it is of."""
    if not outcomes:
        return f"{'-':>11}"
    return f"{sum(o.right for o in outcomes) / len(outcomes):.3f} ({len(outcomes):3})"


def failures(outcomes: list[Outcome]) -> str:
    """What is wrong in the half that is worked on."""
    wrong = (outcome for outcome in outcomes if not outcome.right and not outcome.held_out)
    return "\n".join(f"{o.group:10} {o.marked!r}: read {o.read}: {o.sentence}" for o in wrong)


SETS: Mapping[str, Callable[[], Iterator[Outcome]]] = {
    "places": lambda: place_outcomes(open_place_reader()),
    "coverage": lambda: coverage_outcomes(open_gazetteer()),
    "actors": lambda: actor_outcomes(build_pipeline()),
}


if __name__ == "__main__":
    sys.exit(main())
