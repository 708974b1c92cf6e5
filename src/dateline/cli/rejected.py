"""What the reader took for no claim, as records or as a person reads it."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli import wording
from dateline.cli.json_lines import write_records
from dateline.cli.listing import report_heading
from dateline.cli.terminal import one_line, page, say
from dateline.records import Rejected
from dateline.records.rejected import Reason

if TYPE_CHECKING:
    from dateline.store import RejectedFilter, Store

REASONS: Final[Mapping[Reason, str]] = {
    "no_claim": "probably nothing is told there",
    "no_kind": "something is told there, but of no kind with enough certainty",
}
_INDENT: Final = (0, 0, 0, 2)


def print_rejected(store: "Store", asked: "RejectedFilter", for_people: bool) -> None:
    """Print what was rejected and meets `asked`; say so where there is nothing."""
    printed = _print_listing(store, asked) if for_people else write_records(store.rejected(asked))
    if not printed:
        say(f"nothing that was rejected in {store.name} meets this")


def _print_listing(store: "Store", asked: "RejectedFilter") -> int:
    printed = 0
    console = page()
    for report, dropped in groupby(store.rejected(asked), key=lambda one: one.report):
        entry = store.report(report)
        if entry is None:
            continue
        there = list(dropped)
        console.print(report_heading(entry.report))
        console.print(Padding(_cards(there), _INDENT))
        printed += len(there)
    return printed


def _cards(dropped: Iterable[Rejected]) -> Table:
    cards = Table.grid(padding=(0, 2, 0, 0))
    cards.add_column(style="dim", no_wrap=True)
    cards.add_column(overflow="fold")
    for one in dropped:
        word = Text(f" “{one_line(one.trigger.text)}”", style="dim")
        cards.add_row(Text("perhaps"), Text(wording.kind_words(one.kind), style="bold").append_text(word))
        cards.add_row(Text("rejected"), Text(f"{REASONS[one.reason]} ({one.score:.0%} likely)"))
        cards.add_row(Text("sentence"), Text(f"“{one_line(one.sentence.text)}”", style="dim"))
        cards.add_row()
    return cards
