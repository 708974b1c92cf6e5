"""`dateline import`: a database again from what `dateline export jsonl` wrote."""

import io
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, TextIO

import typer

from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import say
from dateline.cli.wording import number_of


def import_(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="What `dateline export jsonl` wrote, or - for standard input.")
    ],
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Read an export back into a new database: all of it, or nothing.

    The log comes with it, so `dateline verify` tells whether it is what was exported.
    """
    from dateline.exports import import_lines
    from dateline.store import Store

    with _opened(source) as lines, Store.open(database) as store:
        taken = import_lines(store, lines, source)
    counted = (number_of(number, kind) for kind, number in taken.items())
    say(f"{', '.join(counted)} imported into {database}")


def _opened(source: str) -> AbstractContextManager[TextIO]:
    if source == "-":
        return nullcontext(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="strict"))
    return Path(source).open(encoding="utf-8", errors="surrogateescape")
