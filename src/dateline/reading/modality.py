"""Modality and certainty: did it happen, was it tried, denied, feared, asked for; and how sure is who speaks.

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

_MODIFIERS = frozenset({"neg", "det", "amod", "advmod", "preconj", "cc", "compound", "npadvmod", "nmod"})


class Cue(Record):
    """Lemmas, where they stand to the trigger, and what follows from them.

    `over` limits a governor to prepositions between it and the trigger ("call" for). For a purpose the words are
    those above the infinitive that make it no purpose: what they govern did happen ("began to withdraw").
    """

    where: Literal["governor", "modifier", "auxiliary", "mark", "purpose", "nobody", "inverted", "determiner"]
    words: frozenset[str]
    complement: Literal["clause", "noun"] | None = None
    modality: Modality | None = None
    certainty: Certainty | None = None
    over: frozenset[str] = frozenset()
    unless_kinds: frozenset[str] = frozenset()


class _Cues(RootModel[tuple[Cue, ...]]):
    pass


@cache
def _all_cues() -> tuple[Cue, ...]:
    return read_lexicon("modality", _Cues).root


@cache
def _cues(word: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in _all_cues() if word in cue.words)


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
    yield from _conditions(draft.root)
    yield from _around(draft.root, inside)
    for link in climb(draft.root):
        told = list(_governing(link)) if link.word.i not in inside else []
        yield from _negated(link, told)
        yield from told
        if link.shares:
            yield from _around(link.word, inside | {link.below.i})
        elif link.complement == "noun" and not told:
            break
    yield from _purposes(draft)
    yield from _determined(draft.root)


def _around(token: Token, inside: set[int]) -> Iterator[tuple[Cue, Token]]:
    yield from _nobody(token)
    for child in sorted(token.children, key=lambda child: child.dep_ != "neg"):
        if child.i not in inside:
            words = {child.lemma_.lower(), child.lower_}
            yield from ((cue, child) for word in words for cue in _cues(word) if _stands(cue, child, token))
    if token.dep_ == "pcomp":
        yield from ((cue, token.head) for cue in _cues(token.head.lower_) if cue.where == "modifier")


def _stands(cue: Cue, child: Token, token: Token) -> bool:
    """Whether `child` stands to `token` as the cue asks."""
    if cue.where == "modifier":
        return child.dep_ in _MODIFIERS
    if cue.where == "auxiliary":
        return child.dep_ == "aux" and not _ability(child)
    return cue.where == "mark" and child.dep_ in {"mark", "advmod"}


def _ability(auxiliary: Token) -> bool:
    """ "could not enter" tells a past inability, no future."""
    return auxiliary.lower_ == "could" and any(child.dep_ == "neg" for child in auxiliary.head.children)


def _governing(link: Link) -> Iterator[tuple[Cue, Token]]:
    if link.complement == "conjunct":
        return
    for word in {link.word.lemma_.lower(), link.word.lower_}:
        for cue in _cues(word):
            fits = cue.complement in {None, link.complement} and (not cue.over or link.over in cue.over)
            if cue.where == "governor" and fits and not (cue.modality == "future" and _told_as_past(link)):
                yield cue, link.word


def _told_as_past(link: Link) -> bool:
    """ "feared that they had been killed", "warns that people are being held": no fear of what is to come."""
    auxiliaries = {child.lemma_ for child in link.below.children if child.dep_ in {"aux", "auxpass"}}
    if link.below.dep_ == "ccomp":
        return link.below.tag_ == "VBD" or bool(auxiliaries & {"have", "be"})
    return link.below.dep_ == "xcomp" and "have" in auxiliaries


def _nobody(token: Token) -> Iterator[tuple[Cue, Token]]:
    """ "no shots were fired", "nobody was hurt": the negation stands with who or what."""
    for child in token.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and token.pos_ in {"VERB", "AUX"}:
            for word in (child, *child.children):
                if word.dep_ in {"det", "preconj", "neg"} or word.i == child.i:
                    yield from ((cue, word) for cue in _cues(word.lower_) if cue.where == "nobody")


def _negated(link: Link, told: list[tuple[Cue, Token]]) -> Iterator[tuple[Cue, Token]]:
    """ "no intention of leaving", "did not threaten to attack": the word above is itself denied."""
    if any(cue.modality != "hypothetical" for cue, _ in told):
        for child in link.word.children:
            if child.dep_ in {"neg", "det"}:
                yield from ((cue, child) for cue in _cues(child.lower_) if cue.modality == "negated")


def _conditions(token: Token) -> Iterator[tuple[Cue, Token]]:
    """ "will attack if ...", "should the truce fail, they would ...": what follows is as open as the condition."""
    above = token.head if token.dep_ == "nsubj" else token
    if above is not token:
        yield from (
            (cue, mark)
            for mark in above.children
            for cue in _cues(mark.lower_)
            if cue.where == "mark" and mark.dep_ == "mark"
        )
    for clause in token.children:
        if clause.dep_ == "advcl":
            opens = [child for child in clause.children if child.dep_ in {"mark", "aux", "auxpass"}]
            for child in opens[:1]:
                inverted = child.dep_ != "mark" and child.i == min(t.i for t in clause.subtree)
                where = "inverted" if inverted else "mark"
                yield from (
                    (cue, child) for cue in _cues(child.lower_) if cue.where == where and cue.modality == "hypothetical"
                )


def _determined(token: Token) -> Iterator[tuple[Cue, Token]]:
    """ "any attack", where nothing else tells more."""
    for child in token.children:
        if child.dep_ == "det":
            yield from ((cue, child) for cue in _cues(child.lower_) if cue.where == "determiner")


def _purposes(draft: Draft) -> Iterator[tuple[Cue, Token]]:
    """An infinitive tells an aim, "sent troops to retake the town", unless the word above says that it was reached."""
    root = draft.root
    mark = next((child for child in root.children if child.tag_ == "TO" and child.dep_ == "aux"), None)
    if mark is None and root.dep_ == "conj":
        mark = next((child for child in root.head.children if child.tag_ == "TO" and child.dep_ == "aux"), None)
        root = root.head
    if (
        mark is None
        or root.dep_ not in {"xcomp", "advcl", "acl"}
        or any(c.lemma_ == "have" for c in root.children if c.dep_ == "aux")
    ):
        return
    for cue in _all_cues():
        reached = root.head.lemma_.lower() in cue.words or root.head.lower_ in cue.words
        if cue.where == "purpose" and not reached and draft.kind.name not in cue.unless_kinds:
            yield cue, mark
