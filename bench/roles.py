"""Who and what fills the roles of incidents, on MUC-4: `python -m bench.roles [--model FOLDER]`.

Reads the dev reports (TST1 and TST2), which nothing was trained on, by the head trained on the training part. Runs of
likely words are candidates; candidates whose words are the same, hold each other, share their head or are each other's
initials are one entity, told by the likeliest. Scored as CEAF-REE (Du, Rush and Cardie 2021) by the corpus's scorer.
Exit 1 where a figure is below its floor.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.claims import shared
from bench.heads import Heads, Spans, by_word, cut, opened, rows, runs, within_floors
from dateline.reading.learned.labels import FILLERS
from dateline.reading.learned.links import sigmoid
from dateline.reading.learned.numbers import Numbers
from dateline.reading.learned.windows import Window

# How likely a word is at least of a candidate, and a candidate to be told; each time that it comes again adds to it.
WORD, ENTITY, AGAIN = 0.25, 0.45, 0.05
REFERENCE = {"all": 0.545, "PerpInd": 0.496, "PerpOrg": 0.519, "Target": 0.490, "Victim": 0.678, "Weapon": 0.591}
_EDGES = " \t\n,.;:()[]\"'"


def main() -> int:
    """Print the figures; 1 where a floor is broken."""
    file = shared() / "corpora" / "muc4" / "dev.jsonl.gz"
    heads = opened(file)
    if heads is None:
        return 0
    reports = rows(file)
    read = zip(reports, cut([report["text"] for report in reports]), strict=True)
    told = [{"doc": report["doc"], "roles": fillers(heads, report["text"], ends)} for report, ends in read]
    return within_floors("roles", _scores(file, told), REFERENCE)


def fillers(heads: Heads, text: str, sentences: Spans) -> dict[str, list[list[str]]]:
    """The entities of each role, each by one of its names."""
    read = [(window, told) for window, (told,) in heads(text, sentences, ["fillers"])]
    return {role: [[name] for name in _told(_candidates(text, read, i))] for i, role in enumerate(FILLERS)}


def _candidates(text: str, read: Sequence[tuple[Window, Numbers]], role: int) -> dict[str, float]:
    found: dict[str, list[float]] = defaultdict(list)
    for window, logits in read:
        odds = by_word(text, window, sigmoid(logits[:, role]))
        for start, end in runs(odds, WORD):
            words = text[window.spans[start][0] : window.spans[end - 1][1]].strip(_EDGES)
            if bare := re.sub(r"^(?:the|an?)\s+", "", words):
                found[bare].append(float(odds[start:end].max()))
    return {words: max(each) + AGAIN * (len(each) - 1) for words, each in found.items()}


def _told(candidates: dict[str, float]) -> list[str]:
    told: list[str] = []
    for words in sorted(candidates, key=lambda words: -candidates[words]):
        if candidates[words] >= ENTITY and not any(alike(words, other) for other in told):
            told.append(words)
    return told


def alike(one: str, other: str) -> bool:
    """Whether two names are taken for one entity's."""
    a, b = one.split(), other.split()
    return a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a) or _initials(a) == other or _initials(b) == one


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _scores(gold: Path, told: Sequence[dict[str, Any]]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        predicted, figures = Path(folder) / "predicted.jsonl", Path(folder) / "scores.json"
        predicted.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
        scorer = [sys.executable, shared() / "score" / "score_roles.py", gold, predicted, "--json", figures]
        subprocess.run([str(part) for part in scorer], check=True, capture_output=True)
        scores = json.loads(figures.read_text(encoding="utf-8"))
        return {role: scores[role]["f1"] for role in ("all", *FILLERS)}


if __name__ == "__main__":
    sys.exit(main())
