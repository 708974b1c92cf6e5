"""`dateline read`: reports in, claims stored and printed."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.advice import advice
from dateline.cli.json_lines import write_record
from dateline.cli.listing import Listing
from dateline.cli.options import DEFAULT_DATABASE, ActorFolders, Database, Json, KindFolders, Table
from dateline.cli.tally import Tally
from dateline.cli.terminal import prints_table, say
from dateline.ingest import Session, Taken

if TYPE_CHECKING:
    pass


def read(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders, http(s) addresses, or - for standard input."),
    ],
    as_json: Json = False,
    as_table: Table = False,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep nothing; only print.")] = False,
    kind_folders: KindFolders = None,
    actor_folders: ActorFolders = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Read reports, store them with their claims, and print both.

    A source is an HTML or text file, JSON Lines, a folder of these, an address, or - for standard input.

    What was read before and has not changed is not read again.
    """
    for_people = prints_table(as_json, as_table)
    tally = Tally()
    show = Listing().print_taken if for_people else _write
    with Session(None if no_store else database, kind_folders or (), say, actor_folders or ()) as session:
        try:
            _take_all(sources, session, tally, show)
        except KeyboardInterrupt:
            say(f"stopped; {tally}")
            raise
    if tally.is_empty:
        say(f"{', '.join(sources)}: no report in it")
    if for_people:
        say(f"{tally}.")
        for line in advice(tally, None if no_store else database):
            say(line)
    raise typer.Exit(tally.status)


def _take_all(sources: list[str], session: Session, tally: Tally, show: Callable[[Taken], None]) -> None:
    from dateline.cli.progress import progress_over
    from dateline.intake import count_sources, read_sources

    standard_input = getattr(sys.stdin, "buffer", None)
    with progress_over(sources, count_sources) as progress:
        for item in read_sources(sources, stdin=standard_input, options=session.keeping()):
            taken = session.take_item(item)
            tally.add(taken)
            with progress.aside():
                if isinstance(taken, Taken):
                    show(taken)
                else:
                    say(f"{taken.source}: {taken.reason}")
            progress.step()


def _write(taken: Taken) -> None:
    write_record(taken.report)
    for claim in taken.claims:
        write_record(claim)
