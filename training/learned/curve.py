"""The learning curve: `python -m training.learned.curve [--shares 12 25 50 100]`, under an hour on one core.

For each share in a hundred of the marked reports that are not held out an encoder is trained, and the whole reading
with it scored: on held-out claims, on held-out dispatches of our own, on the public benchmark. The weights of rules
against encoder stay as they are shipped.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.ablation import scored
from bench.marked import FOLDERS, read_folder
from dateline.kinds import load_catalogue
from training.learned.export import export
from training.learned.fit import fit
from training.learned.split import held, held_out, kept
from training.learned.train import ROUNDS, windows_of

SHOWN = ("trigger", "kind", "actor", "modality")


def main() -> None:
    """Train and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shares", type=int, nargs="+", default=[12, 25, 50, 100])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    ours, gold = held_out()
    sets = {"held-out claims": gold, "held-out dispatches": ours, "public benchmark": list(read_folder(FOLDERS[1]))}
    print("| share | reports | claims | " + " | ".join(f"{name}: {', '.join(SHOWN)}" for name in sets) + " |")
    print("| ---: " * (3 + len(sets)) + "|")
    for share in options.shares:
        rows = shared_out(kept(whole=False), share)
        with tempfile.TemporaryDirectory() as folder:
            trained(rows, options.rounds, Path(folder))
            told = [_line(scored(each, (), Path(folder))) for each in sets.values()]
        marked = sum(len(row["claims"]) for row in rows)
        print(f"| {share} | {len(rows)} | {marked} | " + " | ".join(told) + " |", flush=True)


def shared_out(rows: Sequence[Mapping[str, Any]], share: int) -> list[Mapping[str, Any]]:
    """So many in a hundred of the reports, told by their names alone; those of a smaller share are in a larger one."""
    return [row for row in rows if held({"doc": f"curve {row['doc']}"}, share)]


def trained(rows: Sequence[Mapping[str, Any]], rounds: int, folder: Path) -> None:
    """An encoder trained on these reports, in a folder."""
    kinds = [kind.name for kind in load_catalogue()]
    export(fit(list(windows_of(rows, kinds)), len(kinds), rounds), kinds, folder, {})


def _line(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{figures[name]:.3f}" for name in SHOWN)


if __name__ == "__main__":
    main()
