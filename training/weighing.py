"""Fits how much rules and encoder count: `python -m training.weighing ENCODER [--write]`.

ENCODER is a folder of weights that was trained without the held-out reports of `training.learned.split`. The rules were
written with the marked claims in view but not with our own dispatches; so it is on held-out dispatches of our own that
the weights are fitted, and on held-out claims that they are shown to hold.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from spacy.tokens import Doc

from bench.predictions import marked_report
from dateline.reading.annotations import Draft, annotate, annotations
from dateline.reading.learned.labels import CERTAINTIES, MODALITIES
from dateline.reading.pipeline import build_pipeline
from dateline.reading.place_gate import by_signs, may_be
from dateline.reading.place_pairs import scene_of
from dateline.reading.quantities import quantity
from dateline.reading.weighing import attribution, counts, participants, places, triggers
from dateline.reading.weighing.decisions import likeliest
from training.learned.split import held_out
from training.pairs_logistic import fit
from training.trigger_table import overlap

WEIGHING = Path(triggers.__file__).parents[1] / "lexicon" / "weighing.yaml"
HEADER = (
    "# How much the rules and the encoder count in each decision; written by `python -m training.weighing --write`.\n"
)
Mark = Mapping[str, Any]
Row = tuple[dict[str, float], bool]
Choice = tuple[Any, int, int]


# Where trigger and kind are told together is chosen for both F1 at once over whole reports, not word by word.
TOLD_FROM = {"trigger": 0.4, "kind": 0.18}


class Rows:
    """Features with the right answer, decision by decision; for choices what the encoder and the rules say."""

    def __init__(self) -> None:
        self.decisions: dict[str, list[Row]] = defaultdict(list)
        self.choices: dict[str, list[Choice]] = defaultdict(list)

    def add(self, name: str, features: Mapping[str, float], right: bool) -> None:
        """A row of a decision; a candidate that the encoder has not read teaches nothing."""
        if features:
            self.decisions[name].append((dict(features), right))


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    ours, gold = (collected(rows, options.encoder) for rows in held_out())
    fitted = weighing(ours)
    print(f"fitted on ours\n{shown(fitted, ours)}\nthe same on held-out claims\n{shown(fitted, gold)}")
    if options.write:
        WEIGHING.write_text(HEADER + yaml.safe_dump(fitted, sort_keys=False), encoding="utf-8")


def collected(rows: Sequence[Mark], encoder: Path) -> Rows:
    """Every decision on the way through the pipeline, with its right answer."""
    nlp, found = build_pipeline(encoder=encoder), Rows()
    for row in rows:
        doc = annotate(nlp.make_doc(row["text"]), marked_report(dict(row)))
        for name, component in nlp.pipeline:
            _look(name, component, doc, row, found)
            doc = component(doc)
    return found


def _look(name: str, component: Any, doc: Doc, row: Mark, found: Rows) -> None:
    """What is decided by the component that comes next."""
    looks = {
        "dateline_weigh_participants": _look_at_participants,
        "dateline_places": _look_at_places,
        "dateline_weigh_counts": _look_at_counts,
        "dateline_weigh_attribution": _look_at_sources,
        "dateline_weigh_modality": _look_at_modality,
    }
    if name == "dateline_triggers":
        _look_at_triggers(component, doc, row, found)
    elif name in looks:
        for draft, claim in met(doc, row):
            looks[name](draft, claim, doc, found)


def _look_at_triggers(finder: Any, doc: Doc, row: Mark, found: Rows) -> None:
    known = annotations(doc)
    by_word: dict[int, list[Draft]] = defaultdict(list)
    for draft in finder.readings(doc):
        if triggers.told(draft, known) is not None:
            by_word[draft.root.i].append(draft)
    for drafts in by_word.values():
        claims = [claim for claim in row["claims"] if any(overlap(claim, draft) for draft in drafts)]
        found.add("trigger", triggers.presence(drafts, known), bool(claims))
        kinds = {claim["kind"] for claim in claims}
        for draft in drafts:
            found.add("kind", triggers.of_kind(draft, known), draft.kind.name in kinds)


def met(doc: Doc, row: Mark) -> Iterator[tuple[Draft, Mark]]:
    """Each draft with the marked claim that it meets."""
    for draft in annotations(doc).drafts:
        claim = next((c for c in row["claims"] if c["kind"] == draft.kind.name and overlap(c, draft)), None)
        if claim is not None:
            yield draft, claim


def _look_at_participants(draft: Draft, claim: Mark, doc: Doc, found: Rows) -> None:
    known, told = annotations(doc), list(draft.participants)
    seen = participants.seen_by_encoder(draft, told, known)
    ruled = [(p.role, head) for p in told if (head := participants.head_of(p.span, draft)) is not None]
    for role, head in (*ruled, *seen):
        if role in participants.WEIGHED:
            right = any(mark["start"] <= head.idx < mark["end"] for mark in claim[f"{role}s"])
            found.add(role, participants.features(role, head, draft, told, known), right)


def _look_at_places(draft: Draft, claim: Mark, doc: Doc, found: Rows) -> None:
    scene = scene_of(draft.root.sent, annotations(doc))
    for candidate in scene.candidates:
        if may_be(draft.root, candidate):
            start, end = candidate.tokens.start_char, candidate.tokens.end_char
            right = any(mark["start"] < end and start < mark["end"] for mark in claim["places"])
            by = by_signs(draft.root, candidate, scene)
            found.add("place", places.features(by, draft.root, candidate.head, scene.found), right)


def _look_at_counts(draft: Draft, claim: Mark, doc: Doc, found: Rows) -> None:
    known, told = annotations(doc), list(draft.counts)
    ruled = [(counts.role_of(c), head) for c in told if (head := counts.head_of(c.span, draft)) is not None]
    for role, head in (*ruled, *counts.seen_by_encoder(draft, told, known)):
        read, what = quantity(head), counts.what_of(role, draft)
        low_high = (read.low, read.high) if read else (1, 1)
        right = any((c["low"], c["high"]) == low_high and c["what"] == what for c in claim["counts"])
        found.add("count", counts.features(role, head, draft, told, known), right)


def _look_at_sources(draft: Draft, claim: Mark, doc: Doc, found: Rows) -> None:
    known, told = annotations(doc), list(draft.attribution)
    ruled = (participants.head_of(said.source, draft) for said in told)
    for head in (*ruled, *attribution.seen_by_encoder(draft, told, known)):
        if head is not None:
            right = any(mark["start"] <= head.idx < mark["end"] for mark in claim["attribution"])
            found.add("source", attribution.features(head, draft, told, known), right)


def _look_at_modality(draft: Draft, claim: Mark, doc: Doc, found: Rows) -> None:
    answers = annotations(doc).answers
    told = answers.modalities(draft.root.idx), answers.certainties(draft.root.idx)
    if told[0] is None or told[1] is None:
        return
    names = (("modality", MODALITIES, draft.modality), ("certainty", CERTAINTIES, draft.certainty))
    for (name, all_of, by_rule), said in zip(names, told, strict=True):
        found.choices[name].append((said, all_of.index(by_rule), all_of.index(claim[name])))


def weighing(rows: Rows) -> dict[str, Any]:
    """Weights and thresholds of all decisions and choices."""
    return {
        "decisions": {
            name: {**_decision(table), **({"threshold": TOLD_FROM[name]} if name in TOLD_FROM else {})}
            for name, table in rows.decisions.items()
        },
        "choices": {name: _choice(table) for name, table in rows.choices.items()},
    }


def _decision(table: Sequence[Row]) -> dict[str, Any]:
    bias, weights = fit([row for row, _ in table], [right for _, right in table])
    rounded = {name: round(weight, 3) for name, weight in weights.items()}
    said = [_said({"bias": bias, "weights": rounded}, row) for row, _ in table]
    right = np.array([right for _, right in table])
    best = max(np.arange(0.25, 0.7, 0.025), key=lambda threshold: _f1(np.array(said) >= threshold, right))
    return {"bias": round(bias, 3), "weights": rounded, "threshold": round(float(best), 3)}


def _said(decision: Mapping[str, Any], row: Mapping[str, float]) -> float:
    total = decision["bias"] + sum(decision["weights"].get(name, 0.0) * value for name, value in row.items())
    return float(1.0 / (1.0 + np.exp(-total)))


def _f1(said: Any, right: Any) -> float:
    return float(2 * (said & right).sum() / max(said.sum() + right.sum(), 1))


def _choice(table: Sequence[Choice]) -> dict[str, float]:
    """The weights under which most are right, and of those the smallest."""
    grid = [
        dict(zip(("encoder", "rule", "plain"), w, strict=True)) for w in product((1.0,), *[np.arange(0, 4.1, 0.5)] * 2)
    ]
    return {name: float(w) for name, w in max(grid, key=lambda weights: _right(weights, table)).items()}


def _right(weights: Mapping[str, float], table: Sequence[Choice]) -> float:
    return float(np.mean([likeliest(weights, told, by_rule) == right for told, by_rule, right in table]))


def shown(fitted: Mapping[str, Any], rows: Rows) -> str:
    """A line a decision: F1 at its threshold; of a choice the share that is right, and that of the rules alone."""
    lines = []
    for name, decision in fitted["decisions"].items():
        table = rows.decisions[name]
        said = np.array([_said(decision, row) >= decision["threshold"] for row, _ in table])
        lines.append(
            f"  {name}: F1 {_f1(said, np.array([right for _, right in table])):.3f} of {len(table)} {decision}"
        )
    for name, weights in fitted["choices"].items():
        choices = rows.choices[name]
        alone = float(np.mean([by_rule == right for _, by_rule, right in choices]))
        lines.append(f"  {name}: {_right(weights, choices):.3f} of {len(choices)}, rules alone {alone:.3f} {weights}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
