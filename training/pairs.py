"""Fits the pair score of merging on marked data: `python -m training.pairs [--write]`.

Within a report: the claims of the marked training reports, as read and as marked. Across reports: articles on
shootings (same_event), and headlines against texts of the marked reports. Reports as a whole: the articles alone.
Prints weights and calibration; `--write` puts the weights into `src/dateline/merging/weights.yaml`. Takes some
minutes: it reads five thousand texts.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import yaml

from bench.claims import shared
from dateline.merging.articles import alike, article, article_features
from dateline.merging.features import across_reports
from dateline.merging.features_within import within_report
from dateline.merging.outline import Outline
from dateline.merging.scoring import Model
from dateline.reading import open_reader
from training import pairs_marked
from training.pairs_logistic import calibration, fit

WEIGHTS = Path("src/dateline/merging/weights.yaml")
HEAD = """\
# The pair score of merging, written by training/pairs.py: log-odds that two claims, or what two reports tell, are of
# one occurrence. A probability from the threshold on counts as yes.
"""
THRESHOLD = {"within_report": 0.57, "across_reports": 0.65, "articles": 0.55}
# Wrong merges are worse than missed ones.
RIDGE = 2.0


def main() -> None:
    """Fit both models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    reader = open_reader()
    reports = list(pairs_marked.marked_claims(reader, shared() / "claims" / "train.jsonl"))
    articles = list(pairs_marked.articles(reader, shared() / "corpora" / "same_event" / "train.jsonl.gz"))
    within = list(pairs_marked.within(reports))
    across = [*pairs_marked.across(pairs_marked.chief_tellings(articles)), *pairs_marked.halves(reports)]
    incident = {one.report.id: one.incident for one in articles}
    whole = [article(one.report, one.claims) for one in articles]
    stories = [(whole[i], whole[j]) for i, j in alike(whole)]
    same_story = [incident[one.report] == incident[other.report] for one, other in stories]
    models = {
        "within_report": _fitted("within_report", [within_report(a, b) for a, b, _ in within], _same(within)),
        "across_reports": _fitted("across_reports", [across_reports(a, b) for a, b, _ in across], _same(across)),
        "articles": _fitted("articles", [article_features(a, b) for a, b in stories], same_story),
    }
    if write:
        WEIGHTS.write_text(HEAD + yaml.safe_dump(models, sort_keys=False, width=120), encoding="utf-8")


def _same(pairs: Iterable[tuple[Outline, Outline, bool]]) -> list[bool]:
    return [same for _, _, same in pairs]


def _fitted(name: str, rows: list[dict[str, float]], same: list[bool]) -> dict[str, object]:
    bias, weights = fit(rows, same, RIDGE)
    model = Model(bias, weights, THRESHOLD[name])
    print(f"{name}: {len(rows)} pairs, {sum(same)} of one occurrence; bias {bias:.2f}")
    for feature, weight in sorted(weights.items(), key=lambda item: item[1]):
        print(f"  {weight:6.2f}  {feature}  ({sum(feature in row for row in rows)})")
    for said, share, count in calibration([model.probability(row) for row in rows], same):
        print(f"  said {said:.2f}  was {share:.2f}  of {count}")
    rounded = {feature: round(weight, 3) for feature, weight in sorted(weights.items())}
    return {"bias": round(bias, 3), "threshold": THRESHOLD[name], "weights": rounded}


if __name__ == "__main__":
    main()
