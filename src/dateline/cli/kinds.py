"""`dateline kinds`: the kinds of occurrence that are read."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from dateline.cli.json_lines import write_record
from dateline.cli.options import Json, KindFolders, Table
from dateline.cli.terminal import one_line, page, prints_table

if TYPE_CHECKING:
    from dateline.kinds import Kind


def kinds(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Show this kind whole.")] = None,
    as_json: Json = False,
    as_table: Table = False,
    kind_folders: KindFolders = None,
) -> None:
    """List the kinds of occurrence that are read, or show one whole."""
    from dateline.kinds import load_catalogue

    for_people = prints_table(as_json, as_table)
    known = load_catalogue(kind_folders or ()).kinds
    if name is not None and name not in known:
        raise typer.BadParameter(f"there is no kind {name!r}{_near(name, list(known))}")
    chosen = list(known.values()) if name is None else [known[name]]
    if not for_people:
        for kind in chosen:
            write_record(kind)
    else:
        page().print(_list(chosen) if name is None else _whole(chosen[0]))


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else "; `dateline kinds` lists them"


def _list(chosen: "list[Kind]") -> Grid:
    table = Grid(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("kind", no_wrap=True, style="bold")
    table.add_column("group", no_wrap=True)
    table.add_column("definition", ratio=1, overflow="fold")
    table.add_column("triggers", justify="right")
    for kind in sorted(chosen, key=lambda kind: (kind.group, kind.name)):
        table.add_row(kind.name, kind.group, Text(one_line(kind.definition)), str(len(kind.triggers)))
    return table


def _whole(kind: "Kind") -> Grid:
    table = Grid.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, words in _rows(kind):
        table.add_row(Text(label), Text(one_line(words)))
    return table


def _rows(kind: "Kind") -> list[tuple[str, str]]:
    codes = {book: code for book, code in kind.crosswalk.model_dump().items() if code}
    rows = [
        ("kind", kind.name),
        ("label", kind.label),
        ("group", kind.group),
        ("definition", kind.definition),
    ]
    rows += [(role, words) for role, words in kind.roles.items()]
    rows += [(book.upper(), code) for book, code in codes.items()]
    rows += [
        (f"{form}s", ", ".join(" ".join(trigger.words) for trigger in kind.triggers if trigger.form == form))
        for form in ("verb", "noun", "phrase")
    ]
    rows += [("example", example.text) for example in kind.examples]
    return rows + [("not", example.text) for example in kind.counterexamples]
