"""Modality and certainty: did it happen, was it tried, denied, feared, asked for; and how sure is the voice that speaks.

The scale and its cues follow the marking rules of the gold claims; telling modality from certainty follows FactBank
(Saurí and Pustejovsky 2009), with attribution kept apart from both.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from pydantic import RootModel
from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Draft, annotations, span_of
from dateline.reading.governors import Link, climb
from dateline.reading.lexicon import read_lexicon
from dateline.records.base import Record
from dateline.records.claim import Certainty, Modality

_MODIFIERS = frozenset({"neg", "det", "amod", "advmod", "preconj", "cc", "compound", "acl", "npadvmod", "nmod"})


class Cue(Record):
    """Lemmas, where they stand to the trigger, and what follows from them."""

    where: Literal["governor", "modifier", "auxiliary", "mark", "purpose"]
    words: frozenset[str]
    complement: Literal["clause", "noun"] | None = None
    modality: Modality | None = None
    certainty: Certainty | None = None
    denies: bool = False


class _Cues(RootModel[tuple[Cue, ...]]):
    pass


@cache
def _cues(word: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in read_lexicon("modality", _Cues).root if word in cue.words)


@Language.component("dateline_modality")
def modality(doc: Doc) -> Doc:
    """Sets modality, certainty and the words they were read from on every draft."""
    for draft in annotations(doc).drafts:
        _settle(draft)
    return doc


def _settle(draft: Draft) -> None:
    cues = set()
    for cue, word in _cues_of(draft):
        told = _modality(cue, word, draft)
        if told != "actual" and draft.modality == "actual":
            draft.modality = told
            cues.add(span_of(word))
        if cue.certainty and draft.certainty == "certain":
            draft.certainty = cue.certainty
            cues.add(span_of(word))
    draft.cues = sorted(cues, key=lambda span: span.start)


def _modality(cue: Cue, word: Token, draft: Draft) -> Modality:
    """What the cue tells, but for auxiliaries: "may have fled" is past, and "said it would" is future."""
    if cue.where == "auxiliary" and cue.modality:
        if any(child.lower_ == "have" and child.i > word.i for child in word.head.children if child.dep_ == "aux"):
            return "actual" if cue.certainty else cue.modality
        if word.lower_ == "would" and word.head.dep_ in {"ccomp", "relcl"}:
            return "future"
    return cue.modality or "actual"


def _cues_of(draft: Draft) -> Iterator[tuple[Cue, Token]]:
    """Cues from the trigger upwards, nearest first."""
    inside = {token.i for token in draft.tokens}
    yield from _around(draft.root, inside)
    for link in climb(draft.root):
        if link.word.i not in inside:
            yield from _governing(link)
        if link.shares:
            yield from _around(link.word, inside | {link.below.i})


def _around(token: Token, inside: set[int]) -> Iterator[tuple[Cue, Token]]:
    for child in token.children:
        if child.i not in inside:
            yield from (
                (cue, child)
                for word in {child.lemma_.lower(), child.lower_}
                for cue in _cues(word)
                if _stands(cue, child, token)
            )
    if token.dep_ == "pcomp":
        yield from ((cue, token.head) for cue in _cues(token.head.lower_) if cue.where == "modifier")


def _stands(cue: Cue, child: Token, token: Token) -> bool:
    """Whether `child` stands to `token` as the cue asks."""
    if cue.where == "modifier":
        return child.dep_ in _MODIFIERS
    if cue.where == "auxiliary":
        return child.dep_ == "aux" and not _ability(child)
    if cue.where == "mark":
        return child.dep_ in {"mark", "advmod"}
    return cue.where == "purpose" and child.tag_ == "TO" and token.dep_ == "advcl" and token.head.pos_ == "VERB"


def _ability(auxiliary: Token) -> bool:
    """ "could not enter" tells a past inability, no future."""
    return auxiliary.lower_ == "could" and any(child.dep_ == "neg" for child in auxiliary.head.children)


def _governing(link: Link) -> Iterator[tuple[Cue, Token]]:
    for word in {link.word.lemma_.lower(), link.word.lower_}:
        for cue in _cues(word):
            if cue.where == "governor" and cue.complement in {None, link.complement}:
                yield cue, link.word
