"""Counts: which of those that the rules found stay, and numbers that only the encoder sees as the claim's."""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Annotations, Draft, annotations
from dateline.reading.counts import add_count
from dateline.reading.learned.labels import ROLES
from dateline.reading.quantities import quantity
from dateline.reading.weighing.decisions import decisions, log_odds
from dateline.reading.weighing.participants import head_of
from dateline.records import Count
from dateline.records.claim import What

_COUNTED = ("killed", "wounded", "counted")
_ASKED = [ROLES.index(role) for role in _COUNTED]
_LEAST = 0.25
_OWN: Mapping[str, What] = {"killed": "killed", "wounded": "wounded"}


@Language.component("dateline_weigh_counts")
def weigh_counts(doc: Doc) -> Doc:
    """Sets anew the counts of every draft."""
    found = annotations(doc)
    for draft in found.drafts:
        told = list(draft.counts)
        draft.counts = [count for count in told if _stays(count, draft, told, found)]
        for role, head in list(seen_by_encoder(draft, told, found)):
            if decisions()["count"].yes(features(role, head, draft, told, found)):
                add_count(draft, what_of(role, draft), head, found)
    return doc


def _stays(count: Count, draft: Draft, told: list[Count], found: Annotations) -> bool:
    """One told by an article ("a man") stays as it is: the encoder was taught numbers alone."""
    head = head_of(count.span, draft)
    if head is None or quantity(head) is None:
        return True
    asked = features(role_of(count), head, draft, told, found)
    return not asked or decisions()["count"].yes(asked)


def role_of(count: Count) -> str:
    """The role in which the encoder is asked about a count."""
    return _OWN.get(count.what, "counted")


def what_of(role: str, draft: Draft) -> What:
    """What a number in the role counts: the dead, the wounded, or whom the kind counts; else people involved."""
    own = draft.rule.counts or draft.kind.counts
    return _OWN.get(role) or (own if own and own not in _OWN else "involved")


def seen_by_encoder(draft: Draft, told: list[Count], found: Annotations) -> Iterator[tuple[str, Token]]:
    """Role and head of numbers in the trigger's sentence that the encoder sees as the claim's, the likeliest first."""
    if found.answers is None:
        return
    seen = []
    for token in draft.root.sent:
        row = found.answers.roles(draft.root.idx, token.idx)
        said = [float(row[at]) for at in _ASKED] if row is not None else [0.0]
        if (likely := max(said)) < _LEAST or quantity(token) is None:
            continue
        if not any(count.span.start <= token.idx < count.span.end for count in told):
            seen.append((likely, _COUNTED[said.index(likely)], token))
    yield from ((role, token) for _, role, token in sorted(seen, key=lambda item: -item[0]))


def features(role: str, head: Token, draft: Draft, told: list[Count], found: Annotations) -> Mapping[str, float]:
    """What rules and encoder say of a number; nothing where the encoder has not read both together."""
    row = found.answers.roles(draft.root.idx, head.idx) if found.answers is not None else None
    if row is None:
        return {}
    own = any(count.span.start <= head.idx < count.span.end and role_of(count) == role for count in told)
    return {
        "encoder": log_odds(float(row[ROLES.index(role)])),
        "rule": float(own),
        "rival": float(any(role_of(count) == role for count in told) and not own),
    }
