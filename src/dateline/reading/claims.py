"""What was found, frozen into claims."""

from spacy.tokens import Doc

from dateline.reading.annotations import Draft, annotations, span_of
from dateline.reading.weighing.triggers import there_is_one
from dateline.records import Claim, Rejected, Report, Span, claim_id


def claims(doc: Doc) -> list[Claim]:
    """The claims of a document, in the order of their triggers."""
    found = annotations(doc)
    frozen = {claim.id: claim for claim in (_freeze(draft, found.report) for draft in found.drafts)}
    return list(frozen.values())


def rejected(doc: Doc) -> list[Rejected]:
    """The candidates of a document that were dropped, in the order of their triggers."""
    found = annotations(doc)
    return [_rejected(draft, found.report) for draft in found.rejected]


def _rejected(draft: Draft, report: Report) -> Rejected:
    return Rejected(
        report=report.id,
        kind=draft.kind.name,
        trigger=span_of(draft.tokens),
        sentence=_sentence(draft, report.text),
        score=round(draft.score, 3),
        reason="no_kind" if there_is_one(draft) else "no_claim",
    )


def _freeze(draft: Draft, report: Report) -> Claim:
    trigger = span_of(draft.tokens)
    return Claim(
        id=claim_id(report.id, draft.kind.name, trigger.start, trigger.end),
        report=report.id,
        kind=draft.kind.name,
        trigger=trigger,
        sentence=_sentence(draft, report.text),
        participants=tuple(draft.participants),
        places=tuple(draft.places),
        time=draft.time,
        counts=tuple(draft.counts),
        attribution=tuple(draft.attribution),
        modality=draft.modality,
        certainty=draft.certainty,
        cues=tuple(draft.cues),
        score=round(draft.score, 3),
    )


def _sentence(draft: Draft, report: str) -> Span:
    """The trigger's sentence without the white space around it."""
    sentence = draft.root.sent
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span.of(report, start, start + len(text.strip()))
