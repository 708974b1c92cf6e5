"""PolNeAR (Newell, Margolin and Ruths, LREC 2018): who says what, as labels of word pieces and pairs with cues."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from dateline.reading.learned.labels import LINKS, VOICES
from dateline.reading.learned.windows import Window
from training.learned.branch import Branch, PublicAnswers
from training.learned.examples import covered
from training.learned.public import asked, padded, read_windows

VOICE_WEIGHT, LINK_WEIGHT = 4.0, 6.0


@dataclass(frozen=True)
class Voiced:
    """One attribution: the pieces of its cue, and of what the cue is asked for."""

    cue: tuple[int, ...]
    linked: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Attributed:
    """One window with the attributions whose cue stands in it."""

    window: Window
    voiced: tuple[Voiced, ...]
    voices: tuple[tuple[int, int], ...]


def examples(articles: Sequence[Mapping[str, Any]], tokenizer: Tokenizer) -> Iterator[Attributed]:
    """The windows of the articles."""
    read = read_windows([article["text"] for article in articles], tokenizer)
    for article, found in zip(articles, read, strict=True):
        for window in found:
            yield _example(window, article["attributions"])


def _example(window: Window, attributions: Iterable[Mapping[str, Any]]) -> Attributed:
    parts = [{voice: _pieces(window, mark[voice]) for voice in VOICES} for mark in attributions]
    voiced = [Voiced(part["cue"], tuple(part[link] for link in LINKS)) for part in parts if part["cue"]]
    voices = {(piece, i) for part in parts for i, voice in enumerate(VOICES) for piece in part[voice]}
    return Attributed(window, tuple(voiced), tuple(sorted(voices)))


def _pieces(window: Window, spans: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
    marked = {i for span in spans for i in covered(window, (span["start"], span["end"]))}
    return tuple(sorted(i for i in marked if not window.context[i]))


def loss(model: Branch, group: Sequence[Attributed]) -> Tensor:
    """How far off the model is on some windows."""
    ids, there = padded(group)
    answers = model(ids, there)
    mask = asked(group, ids.shape[1])
    wanted = torch.zeros(*ids.shape, len(VOICES))
    for row, example in enumerate(group):
        for piece, voice in example.voices:
            wanted[row, piece, voice] = 1.0
    each = nn.functional.binary_cross_entropy_with_logits(answers.voices.float(), wanted, reduction="none")
    of_voices = (each * mask[..., None]).sum() / (mask.sum() * len(VOICES))
    return VOICE_WEIGHT * of_voices + LINK_WEIGHT * _link_loss(model, answers, mask, group)


def _link_loss(model: Branch, answers: PublicAnswers, mask: Tensor, group: Sequence[Attributed]) -> Tensor:
    cues = [(row, voiced) for row, example in enumerate(group) for voiced in example.voiced]
    if not cues:
        return torch.zeros(())
    window = torch.tensor([row for row, _ in cues])
    at = torch.tensor([voiced.cue[int(torch.randint(len(voiced.cue), ()))] for _, voiced in cues])
    wanted = torch.zeros(len(cues), mask.shape[1], len(LINKS))
    for row, (_, voiced) in enumerate(cues):
        for link, pieces in enumerate(voiced.linked):
            wanted[row, list(pieces), link] = 1.0
    logits = model.links(answers, window, at).float()
    each = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    kept = mask[window][..., None]
    return (each * kept).sum() / (kept.sum() * len(LINKS))
