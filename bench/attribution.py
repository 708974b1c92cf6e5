"""Who says what, on PolNeAR (Newell, Margolin and Ruths 2018): `python -m bench.attribution [--model FOLDER]`.

Reads the dev articles, which nothing was trained on, by the heads trained on the training part: cues by their words;
the source and content of each by what its cue asks for. Scored as the corpus's scorer does for overlapping spans: at
least half of the words shared (Dice). Exit 1 where a figure is below its floor.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.claims import shared
from bench.heads import Heads, Spans, by_word, cut, opened, rows, runs, within_floors
from dateline.reading.learned.labels import LINKS, VOICES
from dateline.reading.learned.links import sigmoid
from dateline.reading.learned.numbers import Numbers
from dateline.reading.learned.windows import Window

# How likely a word is at least of a cue, of its source, of its content; and gaps of so many pieces are filled.
CUE, SOURCE, CONTENT, GAP = 0.5, 0.3, 0.5, 3
REFERENCE = {"content": 0.80}


def main() -> int:
    """Print the figures; 1 where a floor is broken."""
    file = shared() / "corpora" / "attribution" / "dev.jsonl.gz"
    heads = opened(file)
    if heads is None:
        return 0
    articles = rows(file)
    read = zip(articles, cut([article["text"] for article in articles]), strict=True)
    told = [{"doc": a["doc"], "attributions": list(attributions(heads, a["text"], ends))} for a, ends in read]
    scores = _scores(file, told)
    figures = {part: scores[part]["overlap"]["f1"] for part in (*VOICES, "triple")}
    return within_floors("attribution", figures, REFERENCE)


def attributions(heads: Heads, text: str, sentences: Spans) -> Iterator[dict[str, Any]]:
    """The attributions of a text, as the corpus marks them."""
    for window, (voices, queries, keys) in heads(text, sentences, ["voices", "link_queries", "link_keys"]):
        for cue in runs(by_word(text, window, sigmoid(voices[:, VOICES.index("cue")])), CUE):
            odds = np.mean([heads.branch.links(queries[piece], keys, piece) for piece in range(*cue)], axis=0)
            yield {"cue": _marks(window, [cue]), **_linked(text, window, cue, odds)}


def _linked(text: str, window: Window, cue: tuple[int, int], odds: Numbers) -> dict[str, Any]:
    source, content = (by_word(text, window, odds[:, LINKS.index(link)]) for link in LINKS)
    source[slice(*cue)] = content[slice(*cue)] = 0.0
    sources = sorted(runs(source, SOURCE, GAP), key=lambda run: -source[slice(*run)].max())
    return {"source": _marks(window, sources[:1]), "content": _marks(window, list(runs(content, CONTENT, GAP)))}


def _marks(window: Window, found: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
    return [{"start": window.spans[start][0], "end": window.spans[end - 1][1]} for start, end in found]


def _scores(gold: Path, told: Sequence[dict[str, Any]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        predicted, figures = Path(folder) / "predicted.jsonl", Path(folder) / "scores.json"
        predicted.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
        scorer = [sys.executable, shared() / "score" / "score_attribution.py", gold, predicted, "--json", figures]
        subprocess.run([str(part) for part in scorer], check=True, capture_output=True)
        scores: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
        return scores


if __name__ == "__main__":
    sys.exit(main())
