"""Writes docs/reference/model-card.md: `python -m training.model_card`, the last step of `make train`.

What the encoder is, what it learned from, how well it reads with intervals, what it gets wrong, what it cost. The words
stand in `model_card.yaml`; the figures are measured on the public benchmark and, where they are, the marked claims.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.claims import shared
from bench.intervals import Read, figures, intervals
from bench.marked import FOLDERS, read_folder
from bench.predictions import marked_report
from dateline.reading import Reader, open_reader
from dateline.reading.learned.encoder import WEIGHTS

WORDS = Path(__file__).with_suffix(".yaml")
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "model-card.md"
# Of a core of a laptop or server under load, where the machine does not tell what it takes.
WATTS = 10


def main() -> None:
    """Measure and write."""
    card = yaml.safe_load((WEIGHTS / "card.yaml").read_text(encoding="utf-8"))
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    PAGE.write_text(page(words, card, dict(measured(open_reader()))), encoding="utf-8")


def measured(reader: Reader) -> Iterator[tuple[str, list[Read]]]:
    """What was read of each set of marked reports."""
    yield "public benchmark", read(reader, read_folder(FOLDERS[1]))
    dev = shared() / "claims" / "dev.jsonl"
    if dev.is_file():
        yield "marked claims", read(reader, map(json.loads, dev.read_text(encoding="utf-8").splitlines()))


def read(reader: Reader, rows: Iterable[Mapping[str, Any]]) -> list[Read]:
    """What is marked and what was read, report by report."""
    return [(row["claims"], reader.read(marked_report(dict(row)))) for row in rows]


def page(words: Mapping[str, Any], card: Mapping[str, Any], sets: Mapping[str, list[Read]]) -> str:
    """The whole page."""
    parts = [f"# {words['title']}\n\n<!-- Written by `python -m training.model_card`; change the words there. -->"]
    for section in words["sections"]:
        parts.append(f"## {section['title']}\n\n{section['text'].strip()}")
    parts += ["## Figures\n\n" + words["figures"].strip(), *(_table(name, reports) for name, reports in sets.items())]
    parts += ["## What it cost\n\n" + _cost(card), "## Files\n\n" + _files(card["sha256"])]
    return "\n\n".join(parts) + "\n"


def _table(name: str, reports: list[Read]) -> str:
    bounds = intervals(reports)
    claims = sum(len(marked) for marked, _ in reports)
    rows = [
        f"| {figure} | {value:.3f} | {bounds[figure][0]:.3f} to {bounds[figure][1]:.3f} |"
        for figure, value in figures(reports).items()
    ]
    head = f"| {name}: {len(reports)} reports, {claims} claims | figure | 95 in 100 |\n| --- | ---: | ---: |"
    return "\n".join([head, *rows])


def _cost(card: Mapping[str, Any]) -> str:
    return "\n".join(_cost_of(part, card[name]) for part, name in (("encoder", "trained"), ("branch", "branch")))


def _cost_of(part: str, trained: Mapping[str, Any]) -> str:
    hours = trained["cores"] * trained["minutes"] / 60
    return (
        f"- {part}: {trained['minutes']} minutes on {trained['cores']} core(s), {trained['rounds']} rounds, seed "
        f"{trained['seed']}; about {hours * WATTS:.0f} Wh at {WATTS} W a core (an estimate, not metered)"
    )


def _files(digests: Mapping[str, str]) -> str:
    rows = [f"| {name} | {(WEIGHTS / name).stat().st_size / 1e6:.1f} MB | `{sha}` |" for name, sha in digests.items()]
    return "\n".join(["| file | size | SHA-256, checked when it is loaded |", "| --- | ---: | --- |", *rows])


if __name__ == "__main__":
    main()
