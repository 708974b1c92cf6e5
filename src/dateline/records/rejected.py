"""A candidate that was dropped on the way to claims, with the reason, so that one can see what may be missed."""

from typing import Literal

from pydantic import Field

from dateline.records.base import Record
from dateline.records.span import Span

Reason = Literal["no_claim", "no_kind"]


class Rejected(Record):
    """A word that might have told of an occurrence of `kind`, and how likely that seemed.

    Reason `no_claim`: probably nothing is told there; `no_kind`: something is, but of no kind with enough certainty.
    """

    record: Literal["rejected"] = "rejected"
    report: str
    kind: str
    trigger: Span
    sentence: Span
    score: float = Field(ge=0, le=1)
    reason: Reason
