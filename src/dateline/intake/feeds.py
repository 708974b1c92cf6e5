"""Feeds in RSS and Atom: the addresses of their entries, in the order of the feed. Nothing is fetched here."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from lxml import etree

from dateline.errors import InputError

# Content types of feeds; the two of plain XML are of other things too.
FEED_TYPES: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)
# A feed holds what is new; one of more entries is an archive, which is better read as files.
MOST_ENTRIES: Final = 200
_BEGINS: Final = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>]*>\s*)*<(\w+:)?(rss|feed|rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNING: Final = 4096
_ENTRIES: Final = "//*[local-name() = 'item' or local-name() = 'entry']"
_LINKS: Final = "./*[local-name() = 'link']"


def is_feed(body: bytes) -> bool:
    """Whether this is a feed, by how it begins."""
    return _BEGINS.match(body[:_BEGINNING]) is not None


def entry_addresses(body: bytes, url: str) -> list[str]:
    """The addresses of the entries of the feed at `url`; InputError where it has none, or too many."""
    # Entities are not resolved, nothing is loaded: what a feed says cannot reach for files or the network.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(body, parser)
    found = [] if root is None else list(dict.fromkeys(_addresses(root, url)))
    if not found:
        raise InputError(url, "is a feed without entries that have an address; give the address of a page")
    if len(found) > MOST_ENTRIES:
        raise InputError(url, f"is a feed of more than {MOST_ENTRIES} entries; save its pages and read the files")
    return found


def _addresses(root: etree._Element, url: str) -> Iterator[str]:
    for entry in root.xpath(_ENTRIES):
        links = [address for link in entry.xpath(_LINKS) if (address := _address(link))]
        if links:
            yield urljoin(url, links[0])


def _address(link: etree._Element) -> str | None:
    """In RSS the link is its text; in Atom its `href`, where it is the entry itself and not what belongs to it."""
    if link.get("rel", "alternate") != "alternate":
        return None
    address = link.get("href") or link.text or ""
    return address.strip() or None
