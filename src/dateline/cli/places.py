"""`dateline places`: every place that reports name, on the map; nothing is stored."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from dateline.cli.json_lines import write_record
from dateline.cli.listing import report_heading
from dateline.cli.options import Json, Table
from dateline.cli.tally import ALL_READ, NOTHING_READ, SOME_FAILED
from dateline.cli.terminal import one_line, page, prints_table, say
from dateline.cli.wording import number_of
from dateline.errors import InputError
from dateline.records import Place, Report

if TYPE_CHECKING:
    from dateline.intake import Failure
    from dateline.reading import PlaceReader, Toponym


class _Found:
    """What a run came to."""

    def __init__(self) -> None:
        self.read = self.unread = self.failed = self.names = self.placed = 0

    @property
    def status(self) -> int:
        """The exit status."""
        if not self.read + self.unread:
            return NOTHING_READ
        return SOME_FAILED if self.failed else ALL_READ

    def __str__(self) -> str:
        parts = [f"{number_of(self.read, 'report')} read", f"{number_of(self.names, 'place')} named"]
        parts.append(f"{self.placed:,} on the map")
        parts += [f"{self.unread:,} not yet read"] if self.unread else []
        parts += [f"{self.failed:,} failed"] if self.failed else []
        return ", ".join(parts)


def places(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders, http(s) addresses, or - for standard input."),
    ],
    as_json: Json = False,
    as_table: Table = False,
    people: Annotated[
        bool, typer.Option("--people", help='Words for the people of a country too ("Syrian"), as naming it.')
    ] = False,
) -> None:
    """Find every place that reports name, with its point, radius and score. Nothing is stored.

    With --json a line is {"source", "span", "place"}; place is null for a name that cannot be placed.
    """
    for_people = prints_table(as_json, as_table)
    found = _Found()
    try:
        for report, named in _read(sources, people, found):
            _print(report, named) if for_people else _write(named)
    except KeyboardInterrupt:
        say(f"stopped; {found}")
        raise
    if found.status == NOTHING_READ and not found.failed:
        say(f"{', '.join(sources)}: no report in it")
    if for_people:
        say(f"{found}.")
    raise typer.Exit(found.status)


def _read(sources: list[str], people: bool, found: _Found) -> "Iterator[tuple[Report, list[Toponym]]]":
    from dateline.cli.progress import progress_over
    from dateline.gazetteer.adding import merge_added
    from dateline.intake import count_sources, read_sources
    from dateline.reading import open_place_reader

    reader: PlaceReader | None = None
    with progress_over(sources, count_sources) as progress:
        for item in read_sources(sources, stdin=getattr(sys.stdin, "buffer", None)):
            with progress.aside():
                if isinstance(item, Report):
                    if reader is None:
                        merge_added(progress=say)
                        reader = open_place_reader(progress=say)
                    yield from _named(item, reader, people, found)
                else:
                    _fail(item, found)
            progress.step()


def _named(
    report: Report, reader: "PlaceReader", people: bool, found: _Found
) -> "Iterator[tuple[Report, list[Toponym]]]":
    from dateline.intake import Failure

    if not reader.reads(report):
        found.unread += 1
        say(f"{report.source}: not yet read: its language is {report.language}")
        return
    try:
        named = reader.places(report, people)
    except InputError as error:
        _fail(Failure.of(error), found)
        return
    found.read += 1
    found.names += len(named)
    found.placed += sum(toponym.place is not None for toponym in named)
    yield report, named


def _fail(failure: "Failure", found: _Found) -> None:
    found.failed += 1
    say(f"{failure.source}: {failure.reason}")


def _write(named: "Sequence[Toponym]") -> None:
    for toponym in named:
        write_record(toponym)


def _print(report: Report, named: "Sequence[Toponym]") -> None:
    console = page()
    console.print(report_heading(report))
    if named:
        console.print(_table(named))
    console.print()


def _table(named: "Sequence[Toponym]") -> Grid:
    table = Grid(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, ratio in (("in the text", 3), ("place", 5), ("lies in", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for name in ("latitude", "longitude", "within km", "score"):
        table.add_column(name, justify="right", no_wrap=True)
    for toponym in named:
        table.add_row(Text(one_line(toponym.span.text)), *(Text(cell) for cell in _cells(toponym.place)))
    return table


def _cells(place: Place | None) -> Sequence[str]:
    if place is None:
        return ("not placed", "", "", "", "", "")
    around = ", ".join(one_line(part) for part in (place.admin1, place.country) if part and part != place.name)
    point = (f"{place.latitude:.3f}", f"{place.longitude:.3f}", f"{place.radius_km:g}")
    return (f"{one_line(place.name)} ({place.precision})", around, *point, f"{place.score:.2f}")
