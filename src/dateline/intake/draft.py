"""A report before its language and id are settled, and the last step that settles them."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from dateline.errors import InputError
from dateline.intake.decoding import without_surrogates
from dateline.intake.language import language_of
from dateline.records import Published, Report, report_id

UNKNOWN = Published()


@dataclass(frozen=True)
class Draft:
    """What is known of a published text: its clean `text`, and what the page or row says of it."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Published = UNKNOWN


def finish(draft: Draft, source: str, raw: bytes, retrieved: dt.datetime, name: str | None = None) -> Report:
    """The report of a draft: `source` names the input in errors, and in the report where it has no `name`.

    `raw` are the bytes it was read from: of a page or text the whole, of a row its line without the line end.
    Raises InputError where the text holds no letter.
    """
    if not any(character.isalpha() for character in draft.text):
        raise InputError(source, "holds no text; check that it is the page or text that was meant")
    return Report(
        id=report_id(draft.text),
        source=without_surrogates(name or source),
        url=draft.url,
        title=draft.title,
        publisher=draft.publisher,
        author=draft.author,
        published=draft.published,
        language=language_of(draft.text),
        text=draft.text,
        sha256=hashlib.sha256(raw).hexdigest(),
        retrieved=retrieved,
    )
