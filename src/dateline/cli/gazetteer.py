"""`dateline gazetteer`: which places a name may mean and why, and places of the user's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from dateline.cli.json_lines import write_value
from dateline.cli.options import Country, Json, Table
from dateline.cli.terminal import one_line, page, prints_table, say

if TYPE_CHECKING:
    from dateline.gazetteer import Candidate

_ORIGINS = {
    "outline": "its outline",
    "settlements": "the towns in it",
    "people": "its people",
    "kind": "its kind",
    "stated": "what we stated",
}

app = typer.Typer(no_args_is_help=True, help="Places: what a name may mean, and places of your own.")


@app.command(epilog="Example: dateline gazetteer find 'Ain Issa'")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report writes it.")],
    country: Country = None,
    as_json: Json = False,
    as_table: Table = False,
) -> None:
    """Show the places that NAME may mean, best first: how each matched, its people, its share of the whole.

    The shares leave room for a place that the gazetteer does not have, so they need not add up to 1.

    With --json a line is {"place", "tier", "population", "share", "radius_from"}; the last says what the radius follows
    from: the outline of the area, the settlements in it, a settlement's people, the kind of place, or a stated number.
    """
    from dateline.gazetteer import open_gazetteer
    from dateline.gazetteer.adding import merge_added
    from dateline.gazetteer.ranking import Others, shares

    for_people = prints_table(as_json, as_table)
    merge_added(progress=say)
    about = dict.fromkeys(country or (), 1.0)
    with open_gazetteer(progress=say) as gazetteer:
        found = gazetteer.candidates(name, about)
    ranked = sorted(zip(shares(found, about, Others(())), found, strict=True), key=lambda pair: -pair[0])
    if not ranked:
        say(f"no place is called {name!r}; `dateline gazetteer add FILE` adds places of GeoNames")
        raise typer.Exit(1)
    if for_people:
        page().print(_table(ranked))
    else:
        for share, candidate in ranked:
            write_value(_line(share, candidate))


@app.command(epilog="Example: dateline gazetteer add SY.zip")
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A dump of GeoNames: SY.zip, allCountries.zip, or a table in text.")
    ],
) -> None:
    """Add the places of a dump of GeoNames to yours; they are kept when Dateline is renewed.

    Dumps are at https://download.geonames.org/export/dump/. A place that is there already stays as it is.
    """
    from dateline.gazetteer.adding import add_dump
    from dateline.gazetteer.dump import ATTRIBUTION

    added = add_dump(file, progress=say)
    say(f"{file}: {added.places:,} places, {added.new:,} of them new")
    say(ATTRIBUTION)


def _line(share: float, candidate: "Candidate") -> dict[str, object]:
    place = candidate.place.model_copy(update={"score": round(share, 4)})
    told: dict[str, object] = {"tier": candidate.tier, "population": candidate.population, "share": round(share, 4)}
    told["radius_from"] = candidate.radius_from
    return {"place": place.model_dump(mode="json"), **told}


def _table(ranked: "list[tuple[float, Candidate]]") -> Grid:
    table = Grid(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("share", justify="right")
    for heading in ("place", "in", "match"):
        table.add_column(heading, overflow="fold")
    table.add_column("people", justify="right")
    table.add_column("point", no_wrap=True)
    for share, candidate in ranked:
        place = candidate.place
        name = Text(one_line(place.name))
        name.append(f"\n{place.id} {place.feature}", style="dim")
        inside = ", ".join(filter(None, (place.admin2, place.admin1, place.country)))
        point = f"{place.latitude:.3f}, {place.longitude:.3f} ± {place.radius_km:g} km"
        point += f"\nby {_ORIGINS[candidate.radius_from]}"
        people = f"{candidate.population:,}" if candidate.population else "-"
        table.add_row(f"{share:.3f}", name, Text(one_line(inside)), candidate.tier, people, point)
    return table
