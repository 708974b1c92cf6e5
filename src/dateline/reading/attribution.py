"""Attribution: who says so, nearest the claim first; the cue that tells it; and what sort of source that is.

The source, cue and content of a statement follow PolNeAR (Newell et al. 2018). For a demand, an accusation or a threat the
speaker is the actor, so there is no attribution of them to themselves.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import field_validator
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.coreference import antecedent
from dateline.reading.lexicon import read_lexicon
from dateline.reading.phrases import measured, phrase
from dateline.records import Attribution, Entity
from dateline.records.base import Record
from dateline.records.claim import SourceKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEECH_ACTS = frozenset({"demand", "accusation", "threat"})
_QUOTES = '"“”«»'
_PRONOUNS = frozenset({"he", "she", "they", "it"})
Saying = tuple[Token, Token]


class _Words(Record):
    verbs: frozenset[str]
    clausal: frozenset[str]
    prepositions: frozenset[str]
    kinds: Mapping[SourceKind, frozenset[str]]

    @field_validator("verbs", "clausal", mode="before")
    @classmethod
    def _split(cls, value: str) -> frozenset[str]:
        return frozenset(value.split())

    @field_validator("kinds", mode="before")
    @classmethod
    def _split_each(cls, value: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
        return {kind: frozenset(words.split()) for kind, words in value.items()}


@cache
def _words() -> _Words:
    return read_lexicon("attribution", _Words)


@Language.component("dateline_attribution")
def attribution(doc: Doc) -> Doc:
    """Sets the attribution of every draft."""
    found = annotations(doc)
    carried = _carried(doc, found)
    for draft in found.drafts:
        sayings = list(_sayings(draft)) or carried.get(draft.root.sent.start, [])
        for source, cue in sayings:
            _add(draft, source, cue, found)
    return doc


def _add(draft: Draft, source: Token, cue: Token, found: Annotations) -> None:
    head = antecedent(source, found)
    if head is None or cue.i in {token.i for token in draft.tokens}:
        return
    span = span_of(_source_phrase(head, found))
    speaker = draft.kind.name in _SPEECH_ACTS and any(
        p.role == "actor" and p.span.start < span.end and span.start < p.span.end for p in draft.participants
    )
    if speaker or any(said.source.start < span.end and span.start < said.source.end for said in draft.attribution):
        return
    kind, entity = _sort(head, found)
    draft.attribution.append(Attribution(source=span, cue=span_of(cue), kind=kind, entity=entity))


def _source_phrase(head: Token, found: Annotations) -> Tokens:
    """The phrase of the source; for a common noun with what tells it apart ("source in the army")."""
    tokens = phrase(measured(head), found)
    if head.pos_ == "NOUN":
        last = next(
            (
                c
                for c in head.children
                if c.dep_ == "prep" and c.i == head.i + 1 and c.lower_ in {"of", "at", "in", "from", "for"}
            ),
            None,
        )
        named = next((w for w in last.children if w.dep_ == "pobj"), None) if last is not None else None
        if named is not None and named.ent_type_ != "DATE" and named.pos_ in {"PROPN", "NOUN"}:
            return head.doc[tokens.start : max(tokens.end, phrase(named, found).end)]
    return tokens


def _sort(head: Token, found: Annotations) -> tuple[SourceKind, Entity | None]:
    tokens = phrase(measured(head), found)
    actor = next(
        (found.name_at[t.i].actor for t in reversed(list(tokens)) if t.i in found.name_at and found.name_at[t.i].actor),
        None,
    )
    words = {token.lemma_.lower() for token in tokens} | {token.lower_ for token in tokens}
    listed = next((kind for kind, known in _words().kinds.items() if known & words), None)
    if actor is not None and (listed is None or head.i in found.name_at):
        return actor.source_kind or listed or "other", actor.entity
    return listed or "other", actor.entity if actor else None


def _sayings(draft: Draft) -> Iterator[Saying]:
    """Source and cue of every voice that the trigger stands under, nearest first."""
    word = draft.root
    if word.pos_ == "VERB" and word.lemma_ in {"claim", "report"}:
        return
    seen: set[int] = set()
    while True:
        for source, cue in _said_at(word, draft.root):
            if source.i not in seen:
                seen.add(source.i)
                yield source, cue
        if word.head.i == word.i:
            return
        word = word.head


def _said_at(word: Token, root: Token) -> Iterator[Saying]:
    """Voices at one word on the way up: itself a verb of saying, or with one beside it, or an "according to"."""
    if word.i != root.i and _speaks(word, root):
        yield from ((source, word) for source in _speakers(word))
    for child in word.children:
        if child.lower_ in _words().prepositions and child.dep_ == "prep":
            yield from ((source, child) for source in _objects(child))
        elif (
            child.dep_ in {"parataxis", "ccomp", "dep", "advcl"}
            and child.lemma_ in _words().verbs
            and not _above(child, root)
        ):
            if any(c.dep_ in _SUBJECTS for c in child.children) and (
                child.dep_ == "parataxis" or _trailing(child, word)
            ):
                yield from ((source, child) for source in _speakers(child))
        elif child.dep_ in {"acl", "relcl"} and child.lemma_ in {"quote", "cite"}:
            yield from (
                (source, child)
                for by in child.children
                if by.dep_ in {"agent", "prep"}
                for source in by.children
                if source.dep_ == "pobj"
            )


def _speaks(verb: Token, root: Token) -> bool:
    """Whether what the trigger stands in is the content of this verb, and not its subject or its setting."""
    if verb.lemma_.lower() not in _words().verbs or verb.pos_ not in {"VERB", "AUX"}:
        return False
    below = next((child for child in verb.children if _above(child, root)), None)
    if below is None or below.dep_ in {"nsubj", "nsubjpass", "agent", "relcl", "acl", "npadvmod"}:
        return False
    if below.dep_ in {"advcl", "prep", "conj", "advmod"}:
        return (
            below.dep_ == "advcl" and below.i < verb.i and not any(c.dep_ in {"ccomp", "dobj"} for c in verb.children)
        )
    return below.dep_ in {"ccomp", "parataxis", "dep", "xcomp"} or verb.lemma_.lower() not in _words().clausal


def _above(token: Token, root: Token) -> bool:
    return token.i == root.i or token.is_ancestor(root)


def _trailing(verb: Token, word: Token) -> bool:
    """ "..., the mayor said" at the end or in the middle of a sentence, read as hanging on what is said."""
    return (
        verb.i > word.i
        and any(child.dep_ in _SUBJECTS for child in verb.children)
        and not any(child.dep_ == "mark" for child in verb.children)
    )


def _speakers(verb: Token) -> Iterator[Token]:
    """The verb's own subject, that of the verb it is coordinated with, or the one quoted ("was quoted as saying")."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not subjects and verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"}:
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        subjects = [child for child in above.children if child.dep_ in _SUBJECTS]
    for subject in subjects:
        if subject.lower_ in {"it", "there", "which", "that", "who"}:
            continue
        if subject.dep_ == "nsubjpass" and verb.lemma_ not in {"quote", "cite", "tell", "inform"}:
            continue
        yield subject
        yield from (c for c in subject.conjuncts)
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (word for word in child.children if word.dep_ == "pobj")


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
            yield from child.conjuncts
        elif child.dep_ in {"prep", "pcomp"}:
            yield from _objects(child)


def _carried(doc: Doc, found: Annotations) -> dict[int, list[Saying]]:
    """Sentences that go on with the voice of the one before: within an open quotation, or opened by one with no voice."""
    carried: dict[int, list[Saying]] = {}
    last: list[Saying] = []
    open_quote = False
    for sentence in doc.sents:
        voice = _voice(sentence)
        text = sentence.text.strip()
        within = open_quote or text[:1] in _QUOTES
        if not voice and within and last:
            carried[sentence.start] = last
        elif voice or not within:
            last = voice
        open_quote = _open_after(open_quote, text)
    return carried


def _voice(sentence: Tokens) -> list[Saying]:
    """The main voice of a sentence."""
    root = sentence.root
    if root.lemma_.lower() not in _words().verbs or root.lemma_.lower() in _words().clausal:
        return []
    return [(source, root) for source in _speakers(root)]


def _open_after(opened: bool, text: str) -> bool:
    """Whether a quotation is still open at the end of the sentence."""
    marks = sum(text.count(mark) for mark in _QUOTES)
    return opened if marks % 2 == 0 else not opened
