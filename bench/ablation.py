"""What each part of the reading is worth: `python -m bench.ablation [--gold FILE]`, a column a variant.

Every variant leaves components out of the pipeline; the public benchmark is scored, or FILE in the gold form.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.marked import FOLDERS, read_folder
from bench.predictions import marked_report
from bench.scoring import Score
from dateline.reading.annotations import annotate
from dateline.reading.claims import claims
from dateline.reading.learned.encoder import WEIGHTS
from dateline.reading.pipeline import build_pipeline

_WEIGHED = ("participants", "counts", "attribution", "modality")
# Left out of each variant; without the encoder nothing is weighed.
VARIANTS: Mapping[str, tuple[str, ...]] = {
    "rules alone": ("encoder",),
    "and encoder for triggers": tuple(f"weigh_{part}" for part in _WEIGHED),
    **{f"all but {part}": (f"weigh_{part}",) for part in _WEIGHED},
    "all": (),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    gold = parser.parse_args().gold
    rows = [json.loads(line) for line in gold.open(encoding="utf-8")] if gold else list(read_folder(FOLDERS[1]))
    figures = {name: scored(rows, left_out) for name, left_out in VARIANTS.items()}
    print("| variant | " + " | ".join(figures["all"]) + " |")
    print("| --- |" + " ---: |" * len(figures["all"]))
    for name, row in figures.items():
        print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in row.values()) + " |")


def scored(rows: Sequence[Mapping[str, Any]], left_out: Sequence[str], encoder: Path = WEIGHTS) -> dict[str, float]:
    """The figures of the pipeline without some of its components, with the encoder of a folder."""
    nlp, score = build_pipeline(encoder=encoder), Score()
    nlp.select_pipes(disable=[f"dateline_{name}" for name in left_out])
    for row in rows:
        doc = nlp(annotate(nlp.make_doc(row["text"]), marked_report(dict(row))))
        score.add(row["claims"], claims(doc))
    return score.figures()


if __name__ == "__main__":
    main()
