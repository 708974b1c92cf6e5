"""Pages and feeds from the web by http and https: only from public addresses, and within the fetch rules."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException
from io import BytesIO
from typing import NamedTuple
from urllib.parse import urljoin

from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

from dateline.errors import InputError
from dateline.intake.connection import Deadline, checked_address, connected
from dateline.intake.documents import Origin, read_document
from dateline.intake.failure import Failure
from dateline.intake.feeds import FEED_TYPES, entry_addresses, is_feed
from dateline.intake.options import FetchRules, IntakeOptions
from dateline.intake.sniffing import FORM_OF_CONTENT_TYPE
from dateline.records import Report

_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w:-]+)""", re.IGNORECASE)
_ACCEPTED = "text/html, application/rss+xml, application/atom+xml, text/*;q=0.8"
_HEADERS = {
    "User-Agent": "dateline",
    "Accept": "text/html, application/rss+xml, application/atom+xml, text/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


class Answer(NamedTuple):
    """What a server answered: a page with its content type, or the address that it redirects to."""

    url: str
    content_type: str = ""
    body: bytes = b""
    redirect: str | None = None


def read_web(url: str, options: IntakeOptions) -> Iterator[Report | Failure]:
    """The reports at an address, or at those that a feed there lists.

    Raises InputError, naming the address as given, where none are to be had.
    """
    answer = fetch(url, options.fetch)
    if not is_feed(answer.body):
        yield from read_document(*_opened(url, answer), options)
        return
    for entry in entry_addresses(answer.body, answer.url):
        yield from _read_entry(entry, options)


def _read_entry(url: str, options: IntakeOptions) -> Iterator[Report | Failure]:
    try:
        yield from read_document(*_opened(url, fetch(url, options.fetch)), options)
    except InputError as error:
        yield Failure.of(error)


def fetch(url: str, rules: FetchRules) -> Answer:
    """The page at an address after its redirects, each checked like the first. No proxy is used.

    Raises InputError.
    """
    deadline = Deadline(rules.seconds)
    try:
        return _followed(url, rules, deadline)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        if deadline.passed():
            raise _too_slow(url, rules) from error
        raise InputError(url, f"cannot be fetched ({error}); check the address and the connection") from error


def _followed(url: str, rules: FetchRules, deadline: Deadline) -> Answer:
    at = url
    for _ in range(rules.redirects + 1):
        answer = _asked(url, at, rules, deadline)
        if answer.redirect is None:
            return answer
        at = urljoin(at, answer.redirect)
    raise InputError(url, f"redirects more than {rules.redirects} times; give the final address")


def _asked(source: str, at: str, rules: FetchRules, deadline: Deadline) -> Answer:
    url = _checked_url(source, at)
    address = checked_address(url.host or "", rules)
    if address is None:
        raise InputError(source, f"{url.host} is not a public address; save the page and read the file")
    with connected(url, address, deadline) as connection:
        connection.request(
            "GET", url.request_uri, headers={**_HEADERS, "Host": url.netloc or ""}, preload_content=False
        )
        response = connection.getresponse()
        try:
            answer = _answer(source, at, response, rules)
        finally:
            response.close()
    if deadline.passed():
        raise _too_slow(source, rules)
    return answer


def _checked_url(source: str, at: str) -> Url:
    url = parse_url(at)
    if url.scheme not in ("http", "https"):
        raise InputError(source, f"{url.scheme} addresses are not read; only http and https are")
    if url.auth:
        raise InputError(source, "the address holds a user name or password; give it without")
    return url


def _answer(source: str, at: str, response: HTTPResponse, rules: FetchRules) -> Answer:
    target = response.headers.get("Location")
    if response.status in _REDIRECTS and target:
        return Answer(at, redirect=target)
    if response.status != HTTPStatus.OK:
        raise InputError(source, f"the server answered {response.status} {response.reason}; check the address")
    content_type = response.headers.get("Content-Type", "")
    if content_type and _media_type(content_type) not in FORM_OF_CONTENT_TYPE.keys() | FEED_TYPES:
        what = _media_type(content_type)
        raise InputError(source, f"is {what}; only HTML, plain text, JSON Lines and feeds are read")
    return Answer(at, content_type, _body(source, response, rules))


def _body(source: str, response: HTTPResponse, rules: FetchRules) -> bytes:
    parts, size = [], 0
    for part in response.stream(_CHUNK, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > rules.max_bytes:
            raise InputError(source, f"is larger than {rules.max_bytes:,} bytes; save the page and read the file")
    return b"".join(parts)


def _opened(url: str, answer: Answer) -> tuple[BytesIO, Origin]:
    charset = _CHARSET.search(answer.content_type)
    form = FORM_OF_CONTENT_TYPE.get(_media_type(answer.content_type))
    return BytesIO(answer.body), Origin(url, form, charset.group(1) if charset else None, answer.url)


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _too_slow(source: str, rules: FetchRules) -> InputError:
    return InputError(
        source, f"took longer than {rules.seconds:g} seconds; try again, or save the page and read the file"
    )
