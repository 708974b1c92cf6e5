"""One document's bytes, wherever they came from, to reports: a page, a plain text, or rows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from dateline.intake.article import draft_of_page
from dateline.intake.decoding import decode
from dateline.intake.draft import finish
from dateline.intake.failure import Failure
from dateline.intake.jsonl import read_rows
from dateline.intake.options import IntakeOptions
from dateline.intake.scrape import draft_of_text
from dateline.intake.sniffing import Form, form_of_beginning
from dateline.intake.streams import beginning, lines, whole
from dateline.records import Report


@dataclass(frozen=True)
class Origin:
    """Where a document came from, and what its carrier says of its form, encoding and address."""

    source: str
    form: Form | None = None
    encoding: str | None = None
    url: str | None = None


def read_document(stream: BinaryIO, origin: Origin, options: IntakeOptions) -> Iterator[Report | Failure]:
    """The reports of a document: rows one at a time as they come, a page or a text when the stream has ended.

    Raises InputError where a page or text cannot be read.
    """
    begun = b"" if origin.form else beginning(stream)
    form = origin.form or form_of_beginning(begun)
    if form == "rows":
        yield from read_rows(lines(stream, options.max_row_bytes, begun), origin.source, options)
    else:
        yield _report(whole(stream, origin.source, options.max_document_bytes, begun), origin, form, options)


def _report(raw: bytes, origin: Origin, form: Form, options: IntakeOptions) -> Report:
    now = options.clock()
    text = decode(raw, origin.source, origin.encoding)
    if form == "page":
        draft = draft_of_page(text, origin.source, origin.url, now.date())
    else:
        draft = replace(draft_of_text(text, now.date()), url=origin.url)
    report = finish(draft, origin.source, raw, now)
    options.keep(report, raw)
    return report
