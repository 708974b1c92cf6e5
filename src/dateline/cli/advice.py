"""What to type next after reading."""

import os
import shlex
from collections.abc import Iterator

from dateline.cli.listing import short_id
from dateline.cli.options import DATABASE_VARIABLE, DEFAULT_DATABASE
from dateline.cli.tally import Tally


def advice(tally: Tally, database: str | None) -> Iterator[str]:
    """Lines with commands that work on what was just stored in `database`; None: nothing was."""
    if database is None:
        yield "nothing was stored; leave out --no-store to search it with `dateline claims`"
    elif tally.example:
        at = _named(database)
        yield f"see one with its evidence: dateline show {short_id(tally.example.id)}{at}"
        yield f"search what is stored:     dateline claims --kind {tally.example.kind}{at}"
        yield "and the rest:              dateline --help"


def _named(database: str) -> str:
    usual = os.environ.get(DATABASE_VARIABLE) or DEFAULT_DATABASE
    return "" if database == usual else f" --db {shlex.quote(database)}"
