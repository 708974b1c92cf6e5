"""How well each trigger of the kinds does on marked claims: `python -m training.trigger_table [GOLD] [KIND...]`.

For each kind: precision, recall and F1 of kind and trigger together; a row a trigger with its hits and right hits; then
the marked claims that it missed and the hits that were wrong, each with its sentence. `--write` puts the shares into
`src/dateline/kinds/scores.csv`. The triggers were written with these claims in view, so that their plain shares promise
too much, and the more the fewer the hits: each share is drawn towards PRIOR_SHARE with the weight of PRIOR_HITS.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from bench.claims import shared
from bench.predictions import marked_report
from dateline.kinds import load_catalogue
from dateline.reading.annotations import Draft, annotate, annotations
from dateline.reading.pipeline import build_pipeline

PRIOR_HITS = 12.0
PRIOR_SHARE = 0.65
Hit = tuple[Draft, bool]


def main() -> None:
    """Print the tables, or write the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=shared() / "claims" / "train.jsonl")
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--summary", action="store_true", help="only a row a kind")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.open(encoding="utf-8")]
    read = list(zip(rows, documents(rows), strict=True))
    if options.write:
        write_scores(read)
    else:
        report(read, options.kinds, options.summary)


def documents(rows: list[dict[str, Any]]) -> Iterator[Doc]:
    """The marked texts, read by the rules alone."""
    nlp = build_pipeline()
    nlp.select_pipes(disable=["dateline_encoder"])
    yield from nlp.pipe(annotate(nlp.make_doc(row["text"]), marked_report(row)) for row in rows)


def judged(row: dict[str, Any], doc: Doc) -> tuple[list[Hit], list[dict[str, Any]]]:
    """Each draft with whether a marked claim of its kind stands there; and the marked claims that none met."""
    open_claims = list(row["claims"])
    hits: list[Hit] = []
    for draft in annotations(doc).drafts:
        met = next((c for c in open_claims if c["kind"] == draft.kind.name and overlap(c, draft)), None)
        if met is not None:
            open_claims.remove(met)
        hits.append((draft, met is not None))
    return hits, open_claims


def overlap(claim: dict[str, Any], draft: Draft) -> bool:
    """Whether the trigger of a marked claim and that of a draft share characters."""
    return bool(claim["trigger"]["start"] < draft.tokens.end_char and draft.tokens.start_char < claim["trigger"]["end"])


def report(read: list[tuple[dict[str, Any], Doc]], kinds: list[str], summary: bool) -> None:
    """Print a section a kind."""
    hits: dict[str, list[Hit]] = defaultdict(list)
    missed: dict[str, list[str]] = defaultdict(list)
    for row, doc in read:
        found, unmet = judged(row, doc)
        for draft, right in found:
            hits[draft.kind.name].append((draft, right))
        for claim in unmet:
            got = next((d.kind.name for d, _ in found if overlap(claim, d)), "-")
            missed[claim["kind"]].append(f"[{claim['trigger']['text']}] read as {got}: {_sentence(doc, claim)}")
    for kind in kinds or sorted(set(hits) | set(missed)):
        _section(kind, hits[kind], missed[kind], summary)
    _total(hits, missed)


def _sentence(doc: Doc, claim: dict[str, Any]) -> str:
    span = doc.char_span(claim["trigger"]["start"], claim["trigger"]["end"], alignment_mode="expand")
    return " ".join(span.sent.text.split()) if span is not None else ""


def _total(hits: dict[str, list[Hit]], missed: dict[str, list[str]]) -> None:
    right = sum(ok for found in hits.values() for _, ok in found)
    print(_figures("ALL", right, sum(map(len, hits.values())), right + sum(map(len, missed.values()))))


def _figures(name: str, right: int, found: int, gold: int) -> str:
    p, r = right / found if found else 0.0, right / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return f"{name:18} P {p:.2f} R {r:.2f} F1 {f1:.2f}  ({right} right of {found} found, {gold} marked)"


def _section(kind: str, hits: list[Hit], missed: list[str], summary: bool) -> None:
    right = sum(ok for _, ok in hits)
    print(_figures(kind, right, len(hits), right + len(missed)))
    if summary:
        return
    tally = Counter(draft.rule.key for draft, _ in hits)
    good = Counter(draft.rule.key for draft, ok in hits if ok)
    for key, count in tally.most_common():
        print(f"   {good[key]:4}/{count:<4} {key}")
    for line in missed:
        print("   MISSED", line[:260])
    for draft, ok in hits:
        if not ok:
            print(
                f"   WRONG [{draft.tokens.text}] {draft.rule.key}:",
                " ".join(draft.root.sent.text.split())[:260],
            )


def write_scores(read: list[tuple[dict[str, Any], Doc]]) -> None:
    """Write the share of right hits of every trigger that was met."""
    hits: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row, doc in read:
        for draft, right in judged(row, doc)[0]:
            hits[draft.kind.name, draft.rule.key].append(right)
    target = Path("src/dateline/kinds/scores.csv")
    with target.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["kind", "trigger", "score"])
        rows.writerows([kind, key, f"{_share(found):.3f}"] for (kind, key), found in sorted(hits.items()))
    print(f"{target}: {len(hits)} triggers met, of {sum(len(kind.triggers) for kind in load_catalogue())}")


def _share(found: list[bool]) -> float:
    return (sum(found) + PRIOR_HITS * PRIOR_SHARE) / (len(found) + PRIOR_HITS)


if __name__ == "__main__":
    main()
