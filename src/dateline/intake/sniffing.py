"""What kind of document it is: by the ending of its name or its content type, else by how it begins."""

import codecs
import re
from pathlib import PurePath
from typing import Literal

Form = Literal["page", "text", "rows"]

FORM_OF_ENDING: dict[str, Form] = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "rows",
    ".ndjson": "rows",
}
FORM_OF_CONTENT_TYPE: dict[str, Form] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "text",
    "application/jsonl": "rows",
    "application/jsonlines": "rows",
    "application/x-jsonlines": "rows",
    "application/x-ndjson": "rows",
    "application/ndjson": "rows",
}
_PAGE = re.compile(
    r"\s*<(!doctype|\?xml|html|head|body|title|meta|link|script|main|article|section|header|div|h1|p)\b",
    re.IGNORECASE,
)
_PAGE_COMMENT = re.compile(r"\s*<!--")
_ROW = re.compile(r'\s*\{\s*("|\}|$)')


def form_of_name(name: str) -> Form | None:
    """The form that a file's ending tells, or None where it tells nothing."""
    return FORM_OF_ENDING.get(PurePath(name).suffix.lower())


def form_of_beginning(beginning: bytes) -> Form:
    """The form that the first line with anything on it tells: a tag, a JSON object, else plain text."""
    text = _decoded(beginning)
    if _PAGE.match(text) or _PAGE_COMMENT.match(text):
        return "page"
    return "rows" if _ROW.match(text) else "text"


def _decoded(beginning: bytes) -> str:
    wide = beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return beginning.decode("utf-16" if wide else "utf-8-sig", errors="ignore")
