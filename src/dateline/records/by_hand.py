"""Records as a person writes them: a claim from its kind and words, and changes as `field=value`."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final, TypeVar, cast

from pydantic import ValidationError

from dateline.errors import InputError
from dateline.records.claim import Claim
from dateline.records.event import Event
from dateline.records.ids import claim_id
from dateline.records.report import Report
from dateline.records.span import Span

Record = TypeVar("Record", bound=Claim | Event)

# Fields that say which record it is, or that the store keeps itself.
_FIXED: Final = frozenset({"record", "id", "report", "event", "claims", "review", "reports", "origins"})
_END_OF_SENTENCE: Final = re.compile(r"[.!?][\"”’)]*\s+|\n+")


def changed(record: Record, changes: Iterable[str]) -> Record:
    """`record` with each change made; a value is JSON, or words as they stand.

    InputError where a field is unknown or its value cannot be.
    """
    values = record.model_dump(mode="json")
    for change in changes:
        name, given, value = change.partition("=")
        name = name.strip()
        if not given or name not in values or name in _FIXED:
            fields = ", ".join(sorted(set(values) - _FIXED))
            raise InputError(change, f"write field=value, where field is one of {fields}")
        values[name] = _value(value.strip())
    try:
        return cast(Record, type(record).model_validate(values))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise InputError(field or record.id, f"{first['msg'].lower()}; nothing was changed") from error


def claim_by_hand(report: Report, kind: str, words: str) -> Claim:
    """A claim of this kind at the first place where the report says these words, with nothing else yet."""
    start = report.text.find(words) if words else -1
    if start < 0:
        raise InputError(words or "(no words)", f"{report.id} does not say that; give the words as they stand there")
    return claim_at(report, kind, start, start + len(words))


def claim_at(report: Report, kind: str, start: int, end: int) -> Claim:
    """A claim of this kind whose trigger is the characters from `start` to `end`, with nothing else yet."""
    if not 0 <= start < end <= len(report.text):
        raise InputError(f"{start} to {end}", f"{report.id} has {len(report.text):,} characters; select some of them")
    trigger = Span.of(report.text, start, end)
    return Claim(
        id=claim_id(report.id, kind, trigger.start, trigger.end),
        report=report.id,
        kind=kind,
        trigger=trigger,
        sentence=_sentence(report.text, trigger),
        score=1.0,
    )


def _value(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError:
        return words


def _sentence(text: str, trigger: Span) -> Span:
    before = [found.end() for found in _END_OF_SENTENCE.finditer(text, 0, trigger.start)]
    after = _END_OF_SENTENCE.search(text, trigger.end)
    end = after.end() if after else len(text)
    start = before[-1] if before else 0
    return Span.of(text, start, start + len(text[start:end].rstrip()))
