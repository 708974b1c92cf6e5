"""`dateline verify`: whether the database still holds what was put into it."""

from typing import Final

import typer

from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import say
from dateline.cli.wording import number_of

_FAULTY: Final = 1


def verify(database: Database = DEFAULT_DATABASE) -> None:
    """Check the log, every text, every span and every record, and say what is wrong where.

    Nothing is changed. Exit status 1 if anything is wrong.
    """
    from dateline.store import Store

    with Store.open(database, write=False) as store:
        found = store.verify()
    for fault in found.faults:
        say(f"{fault.where}: {fault.what}")
    numbers = (
        number_of(found.entries, "log entry", "log entries"),
        number_of(found.rows, "record"),
        number_of(found.spans, "span"),
        f"{number_of(found.raw, 'report')} of {found.reports:,} against the bytes it was read from",
    )
    checked = ", ".join(numbers)
    if found.faults:
        say(f"{number_of(len(found.faults), 'fault')} in {checked}; restore a copy, or read the reports anew")
        raise typer.Exit(_FAULTY)
    typer.echo(f"{checked}: all as stored")
