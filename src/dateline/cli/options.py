"""The options that more than one command has."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

DEFAULT_DATABASE: Final = "dateline.db"
DATABASE_VARIABLE: Final = "DATELINE_DB"


class ModalityChoice(StrEnum):
    """The modalities of a claim as choices; a test holds them to the records."""

    ACTUAL = "actual"
    ATTEMPTED = "attempted"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


Database = Annotated[
    str,
    typer.Option(
        "--db",
        envvar=DATABASE_VARIABLE,
        metavar="PATH",
        help="The database: a file or an SQLAlchemy URL.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print records as JSON Lines; this is also what is piped on.")]
Table = Annotated[bool, typer.Option("--table", help="Print for people to read, even when piped on.")]
KindFolders = Annotated[
    list[Path] | None,
    typer.Option(
        "--kinds", metavar="DIR", help="A folder with kinds of your own, one YAML file each; may be repeated."
    ),
]
ActorFolders = Annotated[
    list[Path] | None,
    typer.Option("--actors", metavar="DIR", help="A folder with actors of your own, in YAML files; may be repeated."),
]
Kinds = Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help="Only this kind; may be repeated.")]
ActorName = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only where somebody of this name acts or suffers.")
]
PlaceName = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="Only at, from, to or via a place of this name.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only what may lie on or after it; a day, month or year."),
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only what may lie on or before it.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="No more than this many.")]
Country = Annotated[
    list[str] | None,
    typer.Option(
        "--country", metavar="XX", help="A country that the report is about, by its two letters; may be repeated."
    ),
]
