"""The limits and the clock of intake; nothing here reads."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dateline.intake.addresses import Address, is_public, look_up
from dateline.records import Report


def utc_now() -> dt.datetime:
    """The present moment in UTC."""
    return dt.datetime.now(dt.UTC)


def keep_nothing(_report: Report, _raw: bytes) -> None:
    """Let the bytes go."""


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
    """The most bytes of a page or text and of one row of JSON Lines, the rules for the web, the clock.

    `keep` is given each report with the bytes it was read from, those that its `sha256` is of, before the report is
    given on.
    """

    max_document_bytes: int = 50_000_000
    max_row_bytes: int = 10_000_000
    fetch: FetchRules = field(default_factory=FetchRules)
    clock: Callable[[], dt.datetime] = utc_now
    keep: Callable[[Report, bytes], None] = keep_nothing
