"""JSON Lines: one report a row, its text taken as it stands."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from dateline.errors import InputError
from dateline.intake.article import draft_of_page
from dateline.intake.datelines import iso_date
from dateline.intake.decoding import without_surrogates
from dateline.intake.draft import Draft, finish
from dateline.intake.failure import Failure
from dateline.intake.options import IntakeOptions
from dateline.records import Published, Report

_MARK = b"\xef\xbb\xbf"


class Row(BaseModel):
    """One row as it is written: `text` or `html`, and what is known of it; further fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    id: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: dt.date | None = Field(default=None)

    @field_validator("published", mode="before")
    @classmethod
    def _written_as_iso_date(cls, value: object) -> dt.date | None:
        if value is None:
            return None
        day = iso_date(value) if isinstance(value, str) else None
        if day is None:
            raise ValueError(f"{value!r:.60} is no date; write it as YYYY-MM-DD")
        return day

    @model_validator(mode="after")
    def _one_text(self) -> "Row":
        if (self.text is None) == (self.html is None):
            raise ValueError("a row needs 'text' or 'html', and not both")
        return self


def read_rows(lines: Iterable[bytes | None], source: str, options: IntakeOptions) -> Iterator[Report | Failure]:
    """The report of each row; a row that cannot be read is a failure of `source:line` and stops no other.

    `lines` may still have their line ends; None stands for a line that was too long. A report's `sha256` is
    that of its line's bytes without the line end.
    """
    for number, line in enumerate(lines, start=1):
        place = f"{source}:{number}"
        try:
            raw = _bare(line, place, options, first=number == 1)
            if raw.strip():
                yield _report(raw, place, options)
        except InputError as error:
            yield Failure.of(error)


def _bare(line: bytes | None, place: str, options: IntakeOptions, first: bool) -> bytes:
    if line is None:
        raise InputError(place, f"the row is longer than {options.max_row_bytes:,} bytes; split it")
    line = line.removesuffix(b"\n").removesuffix(b"\r")
    return line.removeprefix(_MARK) if first else line


def _report(raw: bytes, place: str, options: IntakeOptions) -> Report:
    row = _row(raw, place)
    now = options.clock()
    report = finish(_draft(row, place, now.date()), place, raw, now, name=row.id or row.url)
    options.keep(report, raw)
    return report


def _row(raw: bytes, place: str) -> Row:
    try:
        return Row.model_validate(_object(raw, place))
    except ValidationError as error:
        first = error.errors()[0]
        field = f"field '{first['loc'][0]}': " if first["loc"] else ""
        raise InputError(place, field + first["msg"].removeprefix("Value error, ")) from error


def _object(raw: bytes, place: str) -> dict[str, Any]:
    try:
        read = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(place, "the row is not UTF-8; convert the file to UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(place, f"the row is no JSON ({error}); write one object on each line") from error
    if not isinstance(read, dict):
        raise InputError(place, 'the row is no JSON object; write it as {"text": "..."}')
    return {key: without_surrogates(value) if isinstance(value, str) else value for key, value in read.items()}


def _draft(row: Row, place: str, today: dt.date) -> Draft:
    found = Draft(text=row.text) if row.text is not None else draft_of_page(row.html or "", place, row.url, today)
    title = " ".join(row.title.split()) if row.title else None
    return Draft(
        text=_headed(found, title),
        title=title or found.title,
        url=row.url or found.url,
        publisher=row.publisher or found.publisher,
        author=found.author,
        published=Published(date=row.published, basis="given") if row.published else found.published,
    )


def _headed(found: Draft, title: str | None) -> str:
    """The text with the title as its first line, and unchanged where it begins with it."""
    if not title or found.text.lstrip().startswith(title):
        return found.text
    body = found.text.removeprefix(found.title).lstrip() if found.title else found.text
    return f"{title}\n\n{body}"
