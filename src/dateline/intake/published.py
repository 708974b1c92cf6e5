"""The day on which a page says it was published: in its metadata, on an element, or shown by its headline."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from dateline.intake.datelines import date_in, is_past, iso_date
from dateline.intake.paragraphs import is_prose
from dateline.records import Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_ELEMENTS = ("time", "span", "div", "p", "li", "abbr", "small")
_LONGEST_SHOWN = 80


def published_on_page(tree: "HtmlElement", url: str | None, today: dt.date) -> Published:
    """The day that a page (an lxml tree) gives, with `url` its own address.

    A copyright year, the day of a change and a date in the running text never count. A date that is shown and
    is the very day of reading is taken for the page's calendar, not for its date.
    """
    day = _metadata_day(tree, url, today)
    if day:
        return Published(date=day, basis="metadata")
    return next((found for element in _shown(tree) if (found := _day_of(element, today)).date), Published())


def _metadata_day(tree: "HtmlElement", url: str | None, today: dt.date) -> dt.date | None:
    from htmldate import find_date

    found = find_date(
        _metadata_of(tree),
        extensive_search=False,
        original_date=True,
        url=url or "",
        deferred_url_extractor=True,
        max_date=(today + dt.timedelta(days=1)).isoformat(),
    )
    return dt.date.fromisoformat(found) if found else None


def _metadata_of(tree: "HtmlElement") -> "HtmlElement":
    """A page of nothing but the metadata on publication, so that htmldate finds no text to guess from."""
    from lxml import html

    page = html.document_fromstring("<html><head></head><body></body></html>")
    for element in tree.iter("meta", "script"):
        if _tells_publication(element):
            kept = html.Element(element.tag, dict(element.attrib))
            kept.text = element.text if element.tag == "script" else None
            page.head.append(kept)
    return page


def _tells_publication(element: "HtmlElement") -> bool:
    if element.tag == "script":
        return "ld+json" in (element.get("type") or "")
    name = _name(element, "name", "property", "itemprop")
    return _has(name, "published") and not _has(name, "not_published")


def _shown(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    """The elements that may show the page's date: by the headline, before the first paragraph of prose.

    Above the headline only those of the article itself count: a page's header may show the day it was saved.
    """
    headline = tree.find(".//h1")
    below = False
    for element in tree.iter("h1", *_DATE_ELEMENTS):
        below = below or element is headline
        if _is_shown_date(element) and not _is_aside(element) and (below or _is_in_article(element)):
            yield element
        elif below and element.tag == "p" and is_prose(_text(element)):
            return


def _is_shown_date(element: "HtmlElement") -> bool:
    name = _name(element, "class", "id", "itemprop")
    return (element.tag == "time" or _has(name, "shown")) and not _has(name, "not_shown")


def _is_aside(element: "HtmlElement") -> bool:
    return any(
        parent.tag in ("nav", "aside", "footer") or _has(_name(parent, "class", "id"), "not_around")
        for parent in element.iterancestors()
        if parent.tag not in ("body", "html")
    )


def _is_in_article(element: "HtmlElement") -> bool:
    return any(True for _ in element.iterancestors("article"))


def _day_of(element: "HtmlElement", today: dt.date) -> Published:
    day = iso_date(element.get("datetime") or "")
    if day and is_past(day, today):
        return Published(date=day, basis="metadata")
    text = _text(element)
    stated = date_in(text) if len(text) <= _LONGEST_SHOWN else None
    return Published(date=stated, basis="stated") if stated and stated < today else Published()


def _text(element: "HtmlElement") -> str:
    return " ".join(element.text_content().split())


def _name(element: "HtmlElement", *keys: str) -> str:
    return " ".join(element.get(key) or "" for key in keys).lower()


def _has(name: str, group: str) -> bool:
    return any(word in name for word in _words()[group])


@cache
def _words() -> dict[str, tuple[str, ...]]:
    read = yaml.safe_load(files(__package__).joinpath("published.yaml").read_text(encoding="utf-8"))
    return {group: tuple(words) for group, words in read.items()}
