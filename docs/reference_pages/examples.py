"""`reference/examples.md`: what intake reads from `examples/`."""

from pathlib import Path
from textwrap import shorten

from dateline.intake import read_sources
from dateline.records import Report

from .markdown import GENERATED, table

EXAMPLES = Path(__file__).parents[2] / "examples"

INTRODUCTION = """# The example reports

`examples/` holds dispatches about events of October and November 2019 in northern Syria. The events,
dates and figures are public; the sentences, the bylines and the publishers are ours. Web pages carry
the clutter of real ones, one text is a raw scrape, one page tells no date, one report is French and is
stored but not yet read. Several tell the same event with other figures and other sources, as reports
do.
"""


def pages() -> dict[str, str]:
    """The examples page: a row for each report, in the order in which it is read."""
    files = sorted(EXAMPLES.iterdir())
    rows = [_row(file, report) for file in files for report in read_sources([str(file)]) if isinstance(report, Report)]
    return {"reference/examples.md": GENERATED + INTRODUCTION + "\n" + table(HEADER, rows)}


HEADER = ("file", "headline", "publisher", "published", "basis", "language")


def _row(file: Path, report: Report) -> list[str]:
    date = report.published.date
    headline = shorten(report.text.split("\n", 1)[0], width=70, placeholder=" …")
    known = [
        report.publisher or "",
        date.isoformat() if date else "",
        report.published.basis,
        report.language,
    ]
    return [f"`{file.name}`", headline, *known]
