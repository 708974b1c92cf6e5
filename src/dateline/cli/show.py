"""`dateline show`: a claim or a report with its evidence in the text."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli import wording
from dateline.cli.evidence import legend, marked, marks_of
from dateline.cli.excerpt import apart, stretches
from dateline.cli.json_lines import write_record
from dateline.cli.listing import report_heading, short_id
from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import one_line, page
from dateline.records import Claim, Entity, Place, Report, Span


def show(
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim or report, or how it begins.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as JSON instead.")] = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Show a claim or a report with its evidence marked in the text.

    In colour on a terminal; without colour as [label: words].
    """
    from dateline.store import ClaimFilter, Store

    with Store.open(database, write=False) as store:
        found = store.find(record)
        if isinstance(found, Claim):
            entry = store.report(found.report)
            claims = [found]
        else:
            entry = found
            claims = list(store.claims(ClaimFilter(report=found.report.id)))
    if as_json:
        write_record(found if isinstance(found, Claim) else found.report)
    elif isinstance(found, Claim) and entry:
        _show_claim(page(), found, entry.report)
    elif entry:
        _show_report(page(), entry.report, claims, "" if entry.read_by else "not yet read")


def _show_claim(console: Console, claim: Claim, report: Report) -> None:
    console.print(report_heading(report, short_id(report.id)))
    console.print()
    console.print(_details(claim))
    console.print()
    marks = set(marks_of(claim))
    for before, start, end in apart(report.text, stretches(report.text, marks)):
        text = marked(report.text, marks, coloured=_coloured(console), first=start, last=end)
        console.print(Text(before).append_text(text))
    console.print()
    console.print(legend(marks))


def _show_report(console: Console, report: Report, claims: list[Claim], note: str) -> None:
    console.print(report_heading(report, ", ".join(part for part in (report.id, note) if part)))
    console.print()
    marks = {mark for number, claim in enumerate(claims, 1) for mark in marks_of(claim, number)}
    text = marked(report.text, marks, coloured=_coloured(console))
    text.rstrip()
    console.print(text)
    console.print()
    for number, claim in enumerate(claims, 1):
        words = one_line(claim.trigger.text)
        console.print(f"{number:>3}  {short_id(claim.id)}  {wording.kind_words(claim.kind)}: {words}")
    if claims:
        console.print(legend(marks))


def _coloured(console: Console) -> bool:
    return console.is_terminal and not console.no_color and console.color_system is not None


def _details(claim: Claim) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, words in _rows(claim):
        if words:
            table.add_row(Text(name), Text(words))
    return table


def _rows(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "claim", claim.id
    yield "kind", wording.kind_words(claim.kind)
    for participant in claim.participants:
        yield participant.role, _resolved(participant.span, participant.entity)
    for item in claim.places:
        yield item.role, f"{wording.place_words(item)}{_located(item.place)}"
    stated = claim.time.span
    yield "when", wording.when(claim.time) + (f" (“{one_line(stated.text)}”)" if stated else "")
    yield "how many", wording.how_many(claim.counts)
    yield "who says so", "" if claim.attribution else wording.OWN_VOICE
    for said in claim.attribution:
        yield "who says so", f"{_resolved(said.source, said.entity)} ({said.kind.replace('_', ' ')})"
    yield "how sure", wording.how_sure(claim)
    yield "read", f"the reader is {claim.score:.0%} sure of kind and trigger"


def _resolved(span: Span, entity: Entity | None) -> str:
    words = one_line(span.text)
    return f"{words} = {one_line(entity.name)} [{entity.id}]" if entity else words


def _located(place: Place | None) -> str:
    if place is None:
        return " (not found on the map)"
    point = f"{place.latitude:.3f}, {place.longitude:.3f} ± {place.radius_km:g} km"
    return f" = {one_line(place.name)} {place.country}, {point}, {place.score:.0%} sure [{place.id}]"
