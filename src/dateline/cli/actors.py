"""`dateline actors`: whom a name means, on a day and in a country, and who else bears it."""

import datetime as dt
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from dateline.cli.json_lines import write_value
from dateline.cli.options import ActorFolders, Country, Json, Table
from dateline.cli.terminal import one_line, page, prints_table, say

if TYPE_CHECKING:
    from dateline.actors import Actor, Name, Register

app = typer.Typer(no_args_is_help=True, help="Armed groups, forces, bodies and sources: the register of who is who.")


@app.command(epilog="Example: dateline actors find 'Kurdish forces' --on 2019-10-13 --country SY")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report writes it.")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="The report's day, YYYY-MM-DD.")] = None,
    country: Country = None,
    actor_folders: ActorFolders = None,
    as_json: Json = False,
    as_table: Table = False,
) -> None:
    """Show whom NAME means, and everyone else who bears it, with when and where.

    With --json a line is {"entity", "name", "from", "to", "countries", "part_of", "source_kind", "meant"}.
    """
    from dateline.actors import load_register

    for_people = prints_table(as_json, as_table)
    register = load_register(actor_folders or ())
    rows = _rows(register, name, _day(on), country or [])
    if not rows:
        say(f"no actor is called {name!r}{_near(register, name)}")
        raise typer.Exit(1)
    if for_people:
        page().print(_table(rows))
    else:
        for row in rows:
            write_value(row)


def _day(on: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(on) if on else None
    except ValueError as error:
        raise typer.BadParameter(f"{on!r} is no day; write it as 2019-10-13", param_hint="--on") from error


def _rows(register: "Register", name: str, on: dt.date | None, countries: list[str]) -> list[dict[str, object]]:
    """Everyone who bears the name, once for each time and place; first the one who is meant, by whatever name."""
    meant = register.find(name, on, countries)
    rows = [_row(held, actor, actor is meant) for held, actor in register.bearers(name)]
    if meant is not None and not any(row["meant"] for row in rows):
        rows.append(_row(None, meant, True))
    once = {str({**row, "name": None}): row for row in rows}
    return sorted(once.values(), key=lambda row: not row["meant"])


def _row(name: "Name | None", actor: "Actor", meant: bool) -> dict[str, object]:
    day = {"from": name and name.since, "to": name and name.until}
    scope = name.countries if name and name.countries else actor.countries
    return {
        "entity": actor.entity.model_dump(mode="json"),
        "name": name.text if name else actor.entity.name,
        **{which: when.isoformat() if when else None for which, when in day.items()},
        "countries": sorted(scope),
        "part_of": list(actor.part_of),
        "source_kind": actor.source_kind,
        "meant": meant,
    }


def _near(register: "Register", name: str) -> str:
    known = {text for text, _ in register.names()}
    near = get_close_matches(name, known, n=3, cutoff=0.75)
    return f"; did you mean {' or '.join(near)}?" if near else "; `--actors` adds actors of your own"


def _table(rows: list[dict[str, object]]) -> Grid:
    table = Grid(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for heading in ("", "actor", "kind", "when", "where", "part of"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        entity = row["entity"]
        assert isinstance(entity, dict)
        actor = Text(one_line(entity["name"]))
        actor.append(f"\n{entity['id']}", style="dim")
        when = f"{row['from'] or ''} to {row['to'] or ''}" if row["from"] or row["to"] else "always"
        where = ", ".join(map(str, row["countries"])) if isinstance(row["countries"], list) else ""
        parts = ", ".join(map(str, row["part_of"])) if isinstance(row["part_of"], list) else ""
        table.add_row("meant" if row["meant"] else "", actor, entity["kind"], when, where or "anywhere", parts)
    return table
