"""Trains the encoder: `python -m training.learned.train FOLDER [--hold-out] [--rounds N]` writes its files to FOLDER.

`--hold-out` leaves out what `split.py` holds out, so that `training.weighing` can be fitted on what was not seen; the
encoder that is shipped is trained on all. `--state FILE` keeps the trained state as PyTorch has it, to train on from.
"""

import argparse
import os
import platform
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from dateline.kinds import load_catalogue
from dateline.reading import pipeline
from dateline.reading.learned.windows import open_tokenizer
from dateline.reading.syntax import load_syntax
from training.learned.encoder import package_file
from training.learned.examples import Example, examples
from training.learned.export import export
from training.learned.fit import SEED, fit
from training.learned.split import kept

ROUNDS = 20


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hold-out", action="store_true")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--state", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)))
    kinds = [kind.name for kind in load_catalogue()]
    rows, begun = kept(whole=not options.hold_out), time.monotonic()
    model = fit(list(windows_of(rows, kinds)), len(kinds), options.rounds)
    if options.state:
        options.state.parent.mkdir(parents=True, exist_ok=True)
        torch.save(model.state_dict(), options.state)
    export(model, kinds, options.folder, {"trained": told(rows, options.rounds, time.monotonic() - begun)})


def windows_of(rows: Sequence[Mapping[str, Any]], kinds: Sequence[str]) -> Iterator[Example]:
    """The windows of marked reports, sentences cut as the reader cuts them."""
    nlp = load_syntax()
    for name in pipeline.BEFORE_SYNTAX:
        nlp.add_pipe(name, before="tok2vec")
    tokenizer = open_tokenizer(package_file("tokenizer.json"))
    yield from (example for report in examples(rows, nlp, tokenizer, kinds) for example in report)


def told(rows: Sequence[Mapping[str, Any]], rounds: int, seconds: float) -> dict[str, Any]:
    """What the card says of the training."""
    return {
        "reports": len(rows),
        "claims": sum(len(row["claims"]) for row in rows),
        "rounds": rounds,
        "seed": SEED,
        "minutes": round(seconds / 60),
        "cores": torch.get_num_threads(),
        "processor": platform.processor() or platform.machine(),
    }


if __name__ == "__main__":
    main()
