"""`dateline reports`: the reports of the database, what state each is in, and how many claims it makes."""

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from dateline.cli.json_lines import write_value
from dateline.cli.listing import short_id
from dateline.cli.options import DEFAULT_DATABASE, Database, Json, Table
from dateline.cli.terminal import one_line, page, prints_table, say

if TYPE_CHECKING:
    from dateline.store import ReportEntry


def reports(as_json: Json = False, as_table: Table = False, database: Database = DEFAULT_DATABASE) -> None:
    """List the reports in the database: read or not yet read, and the number of claims of each.

    With --json a line is {"report": the record, "read_by": version or null, "claims": number}.
    """
    from dateline.store import Store

    for_people = prints_table(as_json, as_table)
    with Store.open(database, write=False) as store:
        if for_people:
            entries = list(store.reports())
            page().print(_table(entries))
            say(_summary(entries))
            return
        for entry in store.reports():
            report = entry.report.model_dump(mode="json")
            write_value({"report": report, "read_by": entry.read_by, "claims": entry.claims})


def _table(entries: "list[ReportEntry]") -> Grid:
    table = Grid(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("report", no_wrap=True, style="dim")
    table.add_column("title and source", ratio=1, overflow="fold")
    table.add_column("published", no_wrap=True)
    table.add_column("state")
    table.add_column("claims", justify="right")
    for entry in entries:
        report = entry.report
        published = str(report.published.date or "not known")
        title = Text(one_line(report.title or report.text[:80]))
        title.append(f"\n{one_line(report.source)}", style="dim")
        table.add_row(short_id(report.id), title, published, state_words(entry), str(entry.claims))
    return table


def state_words(entry: "ReportEntry") -> str:
    """Whether the report is read; where not, its language."""
    return "read" if entry.read_by else f"not yet read ({entry.report.language})"


def _summary(entries: "list[ReportEntry]") -> str:
    unread = sum(entry.read_by is None for entry in entries)
    claims = sum(entry.claims for entry in entries)
    return f"{len(entries):,} reports, {unread:,} not yet read, {claims:,} claims"
