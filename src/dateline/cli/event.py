"""`dateline event`: one event with its claims in order of time, and what they agree and disagree on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli import event_wording, wording
from dateline.cli.json_lines import write_record
from dateline.cli.listing import short_id
from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import one_line, page
from dateline.records import DisagreeingValue, Event

if TYPE_CHECKING:
    from dateline.merging import Related, Told
    from dateline.store import Store


def event(
    record: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, or how it begins.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as JSON instead.")] = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Show an event: what is known of it, where its sources differ, and every claim that tells of it, in order."""
    from dateline.store import Store

    with Store.open(database, write=False) as store:
        found = store.find_event(record)
        if as_json:
            write_record(found)
            return
        told = {one.claim.id: one for one in store.told(found.claims)}
        _show(page(), found, [told[claim] for claim in found.claims if claim in told], _related(store, found))


def _related(store: "Store", found: Event) -> "Sequence[Related]":
    """What was feared before it or came later, among the events at its places."""
    from dateline.merging import related
    from dateline.store import ClaimFilter, EventFilter

    places = tuple(item.place.id for item in found.places if item.place)
    if not places:
        return ()
    near = store.events(EventFilter(told=ClaimFilter(locations=places)))
    return related(list(near)).get(found.id, ())


def _show(console: Console, found: Event, told: "Sequence[Told]", links: "Sequence[Related]") -> None:
    console.print(Text(f"{wording.kind_words(found.kind)}  {found.id}", style="bold"))
    console.print()
    console.print(_details(found, told, links))
    if found.disagreements:
        console.print()
        console.print(Text("where they differ", style="bold"))
        console.print(_differences(found, told))
    console.print()
    console.print(Text("who told what, and when", style="bold"))
    console.print(_timeline(told))


def _details(found: Event, told: "Sequence[Told]", links: "Sequence[Related]") -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, words in (*_values(found), ("how it came to be", _moves(told)), *_links(links)):
        if words:
            table.add_row(Text(name), Text(words))
    return table


def _values(found: Event) -> Iterator[tuple[str, str]]:
    yield "who", event_wording.who(found, "actor")
    yield "to whom", event_wording.who(found, "recipient")
    yield "where", event_wording.where(found)
    yield "when", wording.when(found.time)
    yield "how many", event_wording.how_many(found)
    yield "told by", event_wording.support(found)
    yield "status", event_wording.STATUS_WORDS[found.status]
    yield "reported", " to ".join(dict.fromkeys(map(str, filter(None, (found.first_reported, found.last_reported)))))
    yield "review", "" if found.review.state == "unreviewed" else f"{found.review.state} by {found.review.by}"


def _moves(told: "Sequence[Told]") -> str:
    """How the status moved, where it did."""
    from dateline.merging import history

    moves = history(told)
    words = (f"{event_wording.STATUS_WORDS[status]} ({day or 'day not known'})" for day, status in moves)
    return " → ".join(words) if len(moves) > 1 else ""


def _links(links: "Sequence[Related]") -> Iterator[tuple[str, str]]:
    for link in links:
        yield link.how, short_id(link.event)


def _differences(found: Event, told: "Sequence[Told]") -> Table:
    """Each field in a row, its values side by side with who gives them."""
    source = {one.claim.id: _source(one) for one in told}
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    for _ in range(max(len(item.values) for item in found.disagreements)):
        table.add_column(overflow="fold")
    for item in found.disagreements:
        cells = [Text(f"{one_line(value.value)}: {_sources(value, source)}") for value in item.values]
        table.add_row(Text(event_wording.field_words(item.field)), *cells)
    return table


def _sources(value: DisagreeingValue, source: Mapping[str, str]) -> str:
    return "; ".join(dict.fromkeys(source.get(claim, claim) for claim in value.claims))


def _source(one: "Told") -> str:
    """Who says so, and in which report."""
    report = one.report
    paper = one_line(report.publisher or report.source)
    return f"{wording.who_says(one.claim.attribution)} ({paper})" if one.claim.attribution else paper


def _timeline(told: "Sequence[Told]") -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("published", "claim"):
        table.add_column(name, no_wrap=True, style="dim")
    for name, ratio in (("report", 2), ("who says so", 2), ("how many", 2), ("how sure", 1), ("sentence", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in told:
        claim, report = one.claim, one.report
        cells = (
            one_line(report.title or report.text.partition("\n")[0]),
            wording.who_says(claim.attribution),
            wording.how_many(claim.counts),
            wording.how_sure(claim),
            f"“{one_line(claim.sentence.text)}”",
        )
        day = str(report.published.date or "not known")
        table.add_row(Text(day), Text(short_id(claim.id)), *(Text(words or "–") for words in cells))
    return table
