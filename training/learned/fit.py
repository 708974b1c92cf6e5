"""Fits the encoder and its heads to marked reports."""

import math
import random
import sys
import time
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.learned.batches import Batch, batches
from training.learned.encoder import load_encoder
from training.learned.examples import UNASKED, Example
from training.learned.heads import Model

SEED = 20261125
BATCH = 16
ENCODER_RATE, HEADS_RATE = 1.5e-4, 1e-3
ROLE_WEIGHT, STANCE_WEIGHT = 20.0, 0.3
WARM = 0.1


def fit(examples: Sequence[Example], kinds: int, epochs: int) -> Model:
    """A model after so many rounds over the examples; the same from the same examples on one machine."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    model = Model(load_encoder(), kinds)
    steps = epochs * math.ceil(len(examples) / BATCH)
    optimizer = _optimizer(model)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step / steps))
    for epoch in range(epochs):
        begun, total = time.monotonic(), 0.0
        model.train()
        for batch in batches(examples, BATCH, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = _loss(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rates.step()
            total += float(loss.detach())
        print(f"round {epoch + 1}: loss {total:.1f}, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return model.eval()


def _optimizer(model: Model) -> torch.optim.Optimizer:
    # Word vectors stay as they are: what the marked reports do not hold would be moved away from what they do.
    model.encoder.words.requires_grad_(False)
    inner = [parameter for name, parameter in model.encoder.named_parameters() if not name.startswith("words.")]
    known = {id(parameter) for parameter in inner}
    heads = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": inner, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def rate(done: float) -> float:
    """Rises to the full rate, then falls to nothing."""
    return done / WARM if done < WARM else (1.0 - done) / (1.0 - WARM)


def _loss(model: Model, batch: Batch) -> Tensor:
    answers = model(batch.ids, batch.there)
    loss = nn.functional.cross_entropy(answers.kinds.flatten(0, 1).float(), batch.kinds.flatten(), ignore_index=UNASKED)
    if not len(batch.triggers):
        return loss
    at = (batch.window, batch.triggers)
    loss = loss + STANCE_WEIGHT * nn.functional.cross_entropy(answers.modalities[at].float(), batch.modalities)
    loss = loss + STANCE_WEIGHT * nn.functional.cross_entropy(answers.certainties[at].float(), batch.certainties)
    return loss + ROLE_WEIGHT * _role_loss(model.roles(answers, *at).float(), batch)


def _role_loss(logits: Tensor, batch: Batch) -> Tensor:
    there = batch.there[batch.window].unsqueeze(-1).float()
    each = nn.functional.binary_cross_entropy_with_logits(logits, batch.filled, reduction="none")
    return (each * there).sum() / (there.sum() * logits.shape[-1])
