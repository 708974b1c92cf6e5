"""A run of characters of a report's text."""

from typing import Self

from pydantic import Field, model_validator

from dateline.records.base import Record


class Span(Record):
    """Offsets into a report's `text`, in Unicode code points, end exclusive; `text` is what stands there."""

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"a span of {len(self.text)} characters cannot run from {self.start} to {self.end}")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` to `end`."""
        return cls(text=text[start:end], start=start, end=end)

    def quotes(self, text: str) -> bool:
        """Whether `text` holds this span's characters at this span's place."""
        return text[self.start : self.end] == self.text
