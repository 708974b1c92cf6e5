"""Participants: which of those that the rules found stay, and whom only the encoder sees."""

from collections.abc import Iterator, Mapping
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.learned.labels import ROLES
from dateline.reading.participants import add_participant
from dateline.reading.phrases import phrase
from dateline.reading.weighing.decisions import decisions, log_odds
from dateline.records import Participant, Span

Role = Literal["actor", "recipient"]
WEIGHED: tuple[Role, ...] = ("actor", "recipient")
_ASKED = [ROLES.index(role) for role in WEIGHED]
# Whom the encoder gives less to than this is not asked about.
_LEAST = 0.2
_SOMEONE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


@Language.component("dateline_weigh_participants")
def weigh_participants(doc: Doc) -> Doc:
    """Sets anew the actors and recipients of every draft."""
    found = annotations(doc)
    for draft in found.drafts:
        told = list(draft.participants)
        draft.participants = [p for p in told if p.role not in WEIGHED or _stays(p, draft, told, found)]
        for role, head in list(seen_by_encoder(draft, told, found)):
            if decisions()[role].yes(features(role, head, draft, told, found)):
                before = len(draft.participants)
                add_participant(draft, role, head, found)
                if len(draft.participants) > before:
                    draft.fillers.append((role, head))
    return doc


def _stays(told: Participant, draft: Draft, others: list[Participant], found: Annotations) -> bool:
    head = head_of(told.span, draft)
    role: Role = "actor" if told.role == "actor" else "recipient"
    asked = features(role, head, draft, others, found) if head is not None else {}
    return not asked or decisions()[role].yes(asked)


def head_of(span: Span, draft: Draft) -> Token | None:
    """The word of the span that all others hang on."""
    tokens = draft.tokens.doc.char_span(span.start, span.end, alignment_mode="expand")
    return None if tokens is None else tokens.root


def seen_by_encoder(draft: Draft, told: list[Participant], found: Annotations) -> Iterator[tuple[Role, Token]]:
    """Role and head of phrases in the trigger's sentence that the encoder sees in a role, the likeliest first."""
    if found.answers is None:
        return
    seen: list[tuple[float, Role, Token]] = []
    for token in draft.root.sent:
        row = found.answers.roles(draft.root.idx, token.idx) if token.pos_ in _SOMEONE else None
        said = [float(row[at]) for at in _ASKED] if row is not None else [0.0]
        if (likely := max(said)) < _LEAST:
            continue
        role = WEIGHED[said.index(likely)]
        fits = role in draft.kind.roles and not _met(token, draft, told) and not _is_place(token, found)
        if fits and phrase(token, found).root.i == token.i:
            seen.append((likely, role, token))
    yield from ((role, token) for _, role, token in sorted(seen, key=lambda item: -item[0]))


def _is_place(token: Token, found: Annotations) -> bool:
    """Whether the word names a place that no one bears the name of: where it happened, not who did it."""
    name = found.name_at.get(token.i)
    return name is not None and name.sort == "place" and name.actor is None


def _met(token: Token, draft: Draft, told: list[Participant]) -> bool:
    inside = any(p.span.start <= token.idx < p.span.end for p in told)
    return inside or token.i in {word.i for word in draft.tokens}


def features(role: Role, head: Token, draft: Draft, told: list[Participant], found: Annotations) -> Mapping[str, float]:
    """What rules and encoder say of a phrase in a role; nothing where the encoder has not read both together."""
    row = found.answers.roles(draft.root.idx, head.idx) if found.answers is not None else None
    if row is None:
        return {}
    span = span_of(head)
    own = [p.role for p in told if p.span.start < span.end and span.start < p.span.end]
    return {
        "encoder": log_odds(float(row[ROLES.index(role)])),
        "rule": float(role in own),
        "other": float(bool(own) and role not in own),
        "rival": float(any(p.role == role for p in told) and role not in own),
    }
