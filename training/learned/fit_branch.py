"""Trains the branch for public corpora: `python -m training.learned.fit_branch STATE FOLDER [--rounds N]`.

STATE is what `training.learned.train --state` kept of the encoder, which stays as it is. The branch is trained on the
training parts of PolNeAR, MUC-4, UW and UDS-IH2, in two phases: each round takes of each corpus as much as its phase
says, drawn anew. `--rounds` makes do with so many rounds of the first. Writes the branch to FOLDER, beside the encoder.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from bench.claims import shared
from bench.heads import rows
from dateline.kinds import load_catalogue
from dateline.reading.learned.windows import open_tokenizer
from training.learned import public_attribution, public_factuality, public_fillers
from training.learned.branch import Branch
from training.learned.encoder import load_encoder, package_file
from training.learned.export import export_branch
from training.learned.fit import ENCODER_RATE, HEADS_RATE, SEED, rate
from training.learned.heads import Model
from training.learned.public import Task

Step = Callable[[Branch], Tensor]


@dataclass(frozen=True)
class Phase:
    """Rounds at so large a share of the full rates, each of so many word pieces of each corpus."""

    rounds: int
    rate: float
    pieces: Mapping[str, int]


PHASES = (
    Phase(5, 1.0, {"attribution": 500_000, "fillers": 300_000, "factuality": 150_000}),
    Phase(2, 0.5, {"attribution": 700_000, "fillers": 150_000, "factuality": 300_000}),
)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int)
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count() or 1)))
    model, begun = Model(load_encoder(), len(list(load_catalogue()))), time.monotonic()
    model.load_state_dict(torch.load(options.state, weights_only=True))
    phases = [replace(PHASES[0], rounds=options.rounds)] if options.rounds else PHASES
    branch = fit(model, public_tasks(open_tokenizer(package_file("tokenizer.json"))), phases)
    told = {
        "phases": [asdict(phase) for phase in phases],
        "rounds": sum(phase.rounds for phase in phases),
        "seed": SEED,
        "minutes": round((time.monotonic() - begun) / 60),
        "cores": torch.get_num_threads(),
    }
    export_branch(branch, options.folder, told)


def public_tasks(tokenizer: Tokenizer) -> list[Task[Any]]:
    """The training part of each public corpus."""
    read = {
        "attribution": ("attribution", public_attribution.examples, public_attribution.loss),
        "fillers": ("muc4", public_fillers.examples, public_fillers.loss),
        "factuality": ("factuality", public_factuality.examples, public_factuality.loss),
    }
    corpora = shared() / "corpora"
    return [
        Task(name, list(examples(rows(corpora / folder / "train.jsonl.gz"), tokenizer)), 0, loss)
        for name, (folder, examples, loss) in read.items()
    ]


def fit(model: Model, tasks: Sequence[Task[Any]], phases: Sequence[Phase]) -> Branch:
    """A branch of the model's encoder after all phases; the same from the same examples on one machine."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    branch = Branch(model.encoder)
    for phase in phases:
        _run(branch, [replace(task, pieces=phase.pieces[task.name]) for task in tasks], phase, chance)
    return branch.eval()


def _run(branch: Branch, tasks: Sequence[Task[Any]], phase: Phase, chance: random.Random) -> None:
    planned = [_steps(tasks, chance) for _ in range(phase.rounds)]
    total = sum(map(len, planned))
    optimizer = _optimizer(branch, phase.rate)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step / total))
    for number, steps in enumerate(planned, 1):
        begun = time.monotonic()
        lost = _round(branch.train(), steps, optimizer, rates)
        told = ", ".join(f"{name} {mean:.3f}" for name, mean in lost.items())
        print(f"round {number}: {told}; {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)


def _optimizer(branch: Branch, share: float) -> torch.optim.Optimizer:
    layers = list(branch.layers.parameters())
    known = {id(parameter) for parameter in layers}
    heads = [p for p in branch.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": layers, "lr": share * ENCODER_RATE}, {"params": heads, "lr": share * HEADS_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _steps(tasks: Sequence[Task[Any]], chance: random.Random) -> list[tuple[str, Step]]:
    steps: list[tuple[str, Step]] = [(task.name, step) for task in tasks for step in task.losses(chance)]
    chance.shuffle(steps)
    return steps


def _round(
    branch: Branch,
    steps: Sequence[tuple[str, Step]],
    optimizer: torch.optim.Optimizer,
    rates: torch.optim.lr_scheduler.LRScheduler,
) -> dict[str, float]:
    """The mean loss of each task."""
    lost: dict[str, list[float]] = {}
    for name, step in steps:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = step(branch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
        optimizer.step()
        rates.step()
        lost.setdefault(name, []).append(float(loss.detach()))
    return {name: sum(each) / len(each) for name, each in sorted(lost.items())}


if __name__ == "__main__":
    main()
