"""Every kind's examples are found as that kind, and its counter-examples are not: by its file, without the encoder."""

import datetime as dt
import hashlib

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dateline.kinds import Example, load_catalogue
from dateline.reading.annotations import annotate, annotations
from dateline.reading.pipeline import build_pipeline
from dateline.records import Published, Report, report_id

_KINDS = load_catalogue().kinds
EXAMPLES = [
    pytest.param(kind.name, example, id=f"{kind.name}-{number}")
    for kind in _KINDS.values()
    for number, example in enumerate(kind.examples, 1)
]
COUNTEREXAMPLES = [
    pytest.param(kind.name, example, id=f"{kind.name}-{number}")
    for kind in _KINDS.values()
    for number, example in enumerate(kind.counterexamples, 1)
]


@pytest.fixture(scope="session")
def nlp() -> Language:
    rules = build_pipeline()
    rules.select_pipes(disable=["dateline_encoder"])
    return rules


def _read(nlp: Language, text: str) -> Doc:
    report = Report(
        id=report_id(text),
        source="example",
        text=text,
        language="en",
        published=Published(date=dt.date(2024, 5, 14), basis="given"),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retrieved=dt.datetime(2024, 5, 14, tzinfo=dt.UTC),
    )
    return nlp(annotate(nlp.make_doc(text), report))


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_yields_its_triggers_with_its_kind(nlp: Language, kind: str, example: Example) -> None:
    found = [draft.tokens.text for draft in annotations(_read(nlp, example.text)).drafts if draft.kind.name == kind]
    missed = [word for word in example.triggers if not any(word in text for text in found)]
    assert example.triggers
    assert not missed, f"found {found}"


@pytest.mark.parametrize(("kind", "counterexample"), COUNTEREXAMPLES)
def test_a_counterexample_yields_no_claim_of_its_kind(nlp: Language, kind: str, counterexample: Example) -> None:
    found = [draft for draft in annotations(_read(nlp, counterexample.text)).drafts if draft.kind.name == kind]
    assert not found, f"found {[(draft.tokens.text, draft.rule.key) for draft in found]}"
