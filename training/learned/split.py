"""Which marked reports are held out while weights are fitted: told by the name of the report alone."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.claims import shared
from bench.marked import FOLDERS, read_folder

GOLD_HELD, OURS_HELD = 15, 30
Mark = Mapping[str, Any]


def gold() -> list[Mark]:
    """The marked claims that are given to train on."""
    with (shared() / "claims" / "train.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def ours(folder: Path = FOLDERS[0]) -> list[Mark]:
    """Our own marked dispatches, but for the public benchmark."""
    return list(read_folder(folder))


def held(row: Mark, share: int) -> bool:
    """Whether the report is among the `share` in a hundred that are held out."""
    return int(hashlib.sha256(row["doc"].encode()).hexdigest(), 16) % 100 < share


def held_out() -> tuple[list[Mark], list[Mark]]:
    """Held-out dispatches of our own, and held-out claims."""
    return [row for row in ours() if held(row, OURS_HELD)], [row for row in gold() if held(row, GOLD_HELD)]


def kept(whole: bool) -> list[Mark]:
    """What is trained on: all of both, or what is not held out."""
    rows = [(row, GOLD_HELD) for row in gold()] + [(row, OURS_HELD) for row in ours()]
    return [row for row, share in rows if whole or not held(row, share)]
