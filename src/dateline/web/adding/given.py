"""What a person gives to be read: pasted text, files, addresses; each as sources that intake can read."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from dateline.errors import InputError
from dateline.intake import Failure, IntakeOptions, read_sources
from dateline.intake.documents import Origin, read_document
from dateline.intake.sniffing import form_of_name
from dateline.records import Published, Report
from dateline.web.wording.labels import N_

Items = Iterator[Report | Failure]
MOST_ADDRESSES: Final = 50
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_DIGITS: Final = 8


@dataclass(frozen=True)
class Given:
    """One thing to read: what it is called, and its reports when they are asked for."""

    name: str
    read: Callable[[], Items]


def pasted(text: str, published: dt.date | None, options: IntakeOptions) -> Given:
    """Text as it was pasted; `published` is its day where a person says so and the text does not."""
    raw = text.encode()
    source = f"pasted/{_digest(raw)}"
    first = text.strip().partition("\n")[0]
    return Given(first[:80], lambda: _dated(read_document(BytesIO(raw), Origin(source, "text"), options), published))


def uploaded(name: str, raw: bytes, published: dt.date | None, options: IntakeOptions) -> Given:
    """A file as a browser sent it. Its content is part of the source's name: other files may be called the same."""
    shown = PurePosixPath(name.replace("\\", "/")).name or "file"
    origin = Origin(f"uploaded/{_digest(raw)}/{shown}", form_of_name(shown))
    return Given(shown, lambda: _dated(_document(raw, origin, options), published))


def fetched(addresses: str, options: IntakeOptions) -> list[Given]:
    """Pages and feeds by their addresses, one a line; InputError where one is no address."""
    wanted = addresses.split()
    if strange := [address for address in wanted if not _ADDRESS.fullmatch(address)]:
        raise InputError(strange[0], N_("is no http(s) address; give whole addresses, one a line"))
    if len(wanted) > MOST_ADDRESSES:
        raise InputError(str(len(wanted)), N_("too many addresses; give 50 at a time, or a feed"))
    return [_fetched(address, options) for address in wanted]


def _fetched(address: str, options: IntakeOptions) -> Given:
    return Given(address, lambda: read_sources([address], options=options))


def _document(raw: bytes, origin: Origin, options: IntakeOptions) -> Items:
    try:
        yield from read_document(BytesIO(raw), origin, options)
    except InputError as error:
        yield Failure.of(error)


def _dated(items: Items, published: dt.date | None) -> Items:
    for item in items:
        if isinstance(item, Report) and published and item.published.date is None:
            yield item.model_copy(update={"published": Published(date=published, basis="given")})
        else:
            yield item


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:_DIGITS]


def all_of(givens: Sequence[Given]) -> Items:
    """The reports of everything given, in order; what cannot be read is a failure in its place."""
    for given in givens:
        try:
            yield from given.read()
        except InputError as error:
            yield Failure.of(error)
