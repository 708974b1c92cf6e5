"""The way in: each source to the module that reads its kind, and every failure to a value."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.intake.decoding import without_surrogates
from dateline.intake.failure import Failure
from dateline.intake.files import cannot_be_read, count_path, read_path
from dateline.intake.options import IntakeOptions
from dateline.intake.standard_input import NAME as STANDARD_INPUT
from dateline.intake.standard_input import read_standard_input
from dateline.intake.web import read_web
from dateline.records import Report

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def read_sources(
    sources: Iterable[str], *, stdin: BinaryIO | None = None, options: IntakeOptions | None = None
) -> Iterator[Report | Failure]:
    """The reports of files, directories, `-` and http(s) addresses, lazily and in order.

    What cannot be read is a Failure in its place; nothing is raised for bad input. `stdin` stands for
    standard input, by default the process's own.
    """
    for source in sources:
        yield from _read_source(source, stdin, options or IntakeOptions())


def count_sources(sources: Iterable[str]) -> int | None:
    """How many reports and failures `read_sources` will give; None where that is not cheaply known."""
    total = 0
    for source in sources:
        count = _count_source(source)
        if count is None:
            return None
        total += count
    return total


def _read_source(source: str, stdin: BinaryIO | None, options: IntakeOptions) -> Iterator[Report | Failure]:
    try:
        yield from _opened(source, stdin, options)
    except InputError as error:
        yield Failure.of(error)
    except OSError as error:
        yield Failure(without_surrogates(source), cannot_be_read(error))
    except ValueError as error:
        # A name that no file can have, such as one with a NUL character.
        yield Failure(without_surrogates(source), f"cannot be read: {error}; check the name")


def _opened(source: str, stdin: BinaryIO | None, options: IntakeOptions) -> Iterator[Report | Failure]:
    if source == STANDARD_INPUT:
        return read_standard_input(stdin, options)
    if _URL.match(source):
        return read_web(source, options)
    return read_path(Path(source), options)


def _count_source(source: str) -> int | None:
    if source == STANDARD_INPUT:
        return None
    try:
        return 1 if _URL.match(source) else count_path(Path(source))
    except (OSError, ValueError):
        return 1
