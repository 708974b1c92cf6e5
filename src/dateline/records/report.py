"""One published text."""

import datetime as dt
from typing import Literal, Self

from pydantic import Field, model_validator

from dateline.records.base import Record
from dateline.records.ids import report_id


class Published(Record):
    """The day a report was published and how that is known; never silently the day it was read."""

    date: dt.date | None = None
    basis: Literal["stated", "metadata", "given", "unknown"] = "unknown"

    @model_validator(mode="after")
    def _known_or_unknown(self) -> Self:
        if (self.date is None) != (self.basis == "unknown"):
            raise ValueError("a publication date needs a basis, and an unknown one has no date")
        return self


class Report(Record):
    """A published text: the article alone, headline first. `sha256` is of the raw bytes as read."""

    record: Literal["report"] = "report"
    id: str = Field(pattern=r"^r_[0-9a-f]{16}$")
    source: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Published = Published()
    language: str = Field(pattern=r"^[a-z]{2}$", description="ISO 639-1")
    text: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    retrieved: dt.datetime

    @model_validator(mode="after")
    def _named_after_its_text(self) -> Self:
        if self.id != report_id(self.text):
            raise ValueError(f"report id {self.id} does not belong to its text")
        return self
