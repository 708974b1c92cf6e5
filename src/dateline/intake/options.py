"""The limits and the clock of intake; nothing here reads."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dateline.intake.addresses import Address, is_public, look_up


def utc_now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True)
class FetchRules:
    """How far a web source is followed.

    `max_bytes` counts the page after decompression; `seconds` is the time of all redirects together;
    `permits` says which addresses may be reached; `look_up` turns a host name into addresses.
    """

    max_bytes: int = 10_000_000
    seconds: float = 20.0
    redirects: int = 5
    permits: Callable[[Address], bool] = is_public
    look_up: Callable[[str], Sequence[Address]] = look_up


@dataclass(frozen=True)
class IntakeOptions:
    """The most bytes of a page or text and of one row of JSON Lines, the rules for the web, the clock."""

    max_document_bytes: int = 50_000_000
    max_row_bytes: int = 10_000_000
    fetch: FetchRules = field(default_factory=FetchRules)
    clock: Callable[[], dt.datetime] = utc_now
