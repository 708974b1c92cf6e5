"""`dateline desk`: the events, reports and review queue in a browser."""

from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import say


def desk(
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="PORT", help="0 takes any that is free.")] = 8700,
    host: Annotated[
        str, typer.Option(metavar="HOST", help="The address to listen on; others than one's own need sign-in.")
    ] = "127.0.0.1",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only say the address.")] = False,
    tiles: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Street map tiles, https://host/{z}/{x}/{y}.png; without, nothing is fetched."
        ),
    ] = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Open the desk in a browser: read, check and map what the database holds. It needs no internet."""
    from dateline.web import Settings, serve

    settings = Settings(database=database, host=host, port=port, tiles=tiles)
    serve(settings, browser=not no_browser, say=say)
