"""`dateline export`: the whole database as JSON Lines, or what people corrected as gold."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.json_lines import write_line
from dateline.cli.options import DEFAULT_DATABASE, Database


class Form(StrEnum):
    """What can be exported."""

    JSONL = "jsonl"
    GOLD = "gold"


def export(
    form: Annotated[
        Form,
        typer.Argument(metavar="FORM", help="jsonl: everything, lossless. gold: the claims that people reviewed."),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="gold: only reports of which every claim was reviewed.")
    ] = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Write every report, claim and event with its history, or corrections to train on, as JSON Lines.

    What jsonl writes, `dateline import` reads back to an equal database.
    """
    from dateline.exports import export_lines, gold_lines
    from dateline.store import Store

    with Store.open(database, write=False) as store:
        lines = export_lines(store) if form is Form.JSONL else gold_lines(store, complete=complete)
        if out is None:
            for line in lines:
                write_line(line)
        else:
            _write_whole(out, lines)


def _write_whole(out: Path, lines: Iterable[str]) -> None:
    """Write the file beside its place and move it there at the end, so that it is never there in part."""
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
