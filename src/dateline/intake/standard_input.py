"""Standard input, named `-`: a page, rows or plain text, told apart by how it begins."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import InputError
from dateline.intake.documents import Origin, read_document
from dateline.intake.failure import Failure
from dateline.intake.options import IntakeOptions
from dateline.records import Report

NAME = "-"


def read_standard_input(stream: BinaryIO | None, options: IntakeOptions) -> Iterator[Report | Failure]:
    """The reports on `stream`, or on the process's own standard input. Raises InputError or OSError."""
    if stream is None and sys.stdin is None:
        raise InputError(NAME, "there is no standard input; name a file instead")
    yield from read_document(stream or sys.stdin.buffer, Origin(NAME), options)
