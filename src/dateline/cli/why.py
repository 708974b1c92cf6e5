"""`dateline why`: why two claims are, or are not, taken for one event."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from dateline.cli.json_lines import write_value
from dateline.cli.listing import short_id
from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import one_line, page
from dateline.errors import StoreError
from dateline.records import Claim

if TYPE_CHECKING:
    from dateline.merging import Explanation, Told
    from dateline.store import Store


def why(
    one: Annotated[str, typer.Argument(metavar="A", help="The id of a claim, or how it begins.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The id of another claim.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON instead.")] = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Show why two claims are, or are not, one event: what speaks for it and against it, feature by feature."""
    from dateline.merging import explain
    from dateline.store import Store

    with Store.open(database, write=False) as store:
        first, second = _told(store, one), _told(store, other)
        if first.claim.id == second.claim.id:
            raise typer.BadParameter("both ids are of one claim; give two")
        among = _of_reports(store, first, second)
    reasons = explain(first, second, among)
    together = first.claim.event is not None and first.claim.event == second.claim.event
    if as_json:
        write_value(_as_value(first, second, reasons, together))
    else:
        _show(first, second, reasons, together)


def _told(store: "Store", prefix: str) -> "Told":
    found = store.find(prefix)
    if not isinstance(found, Claim):
        raise StoreError(
            f"{store.name}: {prefix} is a report; give the ids of two claims, as `dateline claims` lists them"
        )
    from dateline.merging import Told

    entry = store.report(found.report)
    if entry is None:
        raise StoreError(f"{store.name}: the report of {found.id} is not there; `dateline verify` tells what is wrong")
    return Told(found, entry.report)


def _of_reports(store: "Store", *told: "Told") -> "list[Told]":
    from dateline.merging import Told
    from dateline.store import ClaimFilter

    reports = {one.report.id: one.report for one in told}
    return [Told(claim, reports[name]) for name in reports for claim in store.claims(ClaimFilter(report=name))]


def _as_value(first: "Told", second: "Told", reasons: "Explanation", together: bool) -> dict[str, object]:
    return {
        "claims": [first.claim.id, second.claim.id],
        "one_event": together,
        "score": round(reasons.score, 4),
        "threshold": reasons.threshold,
        "contradiction": reasons.contradiction,
        "bias": reasons.bias,
        "features": [
            {"feature": part.feature, "value": round(part.value, 4), "weight": part.weight} for part in reasons.features
        ],
    }


def _show(first: "Told", second: "Told", reasons: "Explanation", together: bool) -> None:
    console = page()
    for told in (first, second):
        console.print(Text(f"{short_id(told.claim.id)}  “{one_line(told.claim.sentence.text)}”"))
    console.print()
    console.print(Text(_verdict(reasons, together), style="bold"))
    console.print()
    console.print(_features(reasons))


def _verdict(reasons: "Explanation", together: bool) -> str:
    answer = "One event." if together else "Two events."
    if reasons.contradiction:
        return f"{answer} They cannot be one by themselves: {reasons.contradiction}."
    likely = f"By themselves one occurrence with a probability of {reasons.score:.0%}"
    needed = f"{reasons.threshold:.0%} would be enough"
    more = "" if reasons.same == together else " The other claims of their events settled it."
    return f"{answer} {likely}; {needed}.{more}"


def _features(reasons: "Explanation") -> Table:
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(f"{reasons.bias:+.2f}"), Text("before anything is compared", style="dim"))
    for part in reasons.features:
        amount = "" if part.value == 1 else f" ({part.value:.2f} of 1)"
        table.add_row(Text(f"{part.value * part.weight:+.2f}"), Text(f"{part.feature}{amount}"))
    return table
