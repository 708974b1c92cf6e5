"""Records made by hand for tests, from a text of our own words and what is said of it. No texts, and no tests."""

import datetime as dt
import hashlib

from dateline.records import Claim, Report, Span, claim_id, report_id


def span_of(text: str, words: str) -> Span:
    """Where these words first stand in the text."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def report_of(text: str, **given: object) -> Report:
    """The report of this text, with what is given of it."""
    values: dict[str, object] = {
        "id": report_id(text),
        "source": "camp.txt",
        "language": "en",
        "text": text,
        "title": text.partition("\n")[0],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "retrieved": dt.datetime(2024, 5, 1, tzinfo=dt.UTC),
    }
    return Report.model_validate(values | given)


def claim_of(text: str, kind: str, trigger: str, sentence: Span, **given: object) -> Claim:
    """The claim of the report of this text whose trigger these words are, with what is given of it."""
    word, report = span_of(text, trigger), report_id(text)
    values: dict[str, object] = {
        "id": claim_id(report, kind, word.start, word.end),
        "report": report,
        "kind": kind,
        "trigger": word,
        "sentence": sentence,
        "score": 0.75,
    }
    return Claim.model_validate(values | given)
