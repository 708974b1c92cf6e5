"""The command `dateline`: its commands, and the one place where errors become messages and exit codes."""

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from dateline import DatelineError, __version__
from dateline.cli import actors, desk_users, gazetteer
from dateline.cli.claims import claims
from dateline.cli.desk import desk
from dateline.cli.event import event
from dateline.cli.events import events
from dateline.cli.export import export
from dateline.cli.import_ import import_
from dateline.cli.kinds import kinds
from dateline.cli.places import places
from dateline.cli.read import read
from dateline.cli.reports import reports
from dateline.cli.review import app as review
from dateline.cli.show import show
from dateline.cli.terminal import say
from dateline.cli.verify import verify
from dateline.cli.why import why

FAILED: Final = 1
INTERRUPTED: Final = 130
# What a shell reports of a program whose output was closed: 128 and the number of SIGPIPE.
PIPE_CLOSED: Final = 141


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            if sys.stdout:
                sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_output()
            raise typer.Exit(PIPE_CLOSED) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except DatelineError as error:
            say(str(error))
            raise typer.Exit(FAILED) from error
        except OSError as error:
            _let_go_of_output()
            say(f"{error.filename or 'output'}: {error.strerror or error}")
            raise typer.Exit(FAILED) from error
        return result


def _let_go_of_output() -> None:
    """Point standard output at nothing, so that Python does not try to write the rest of it when it ends."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, AttributeError):
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)


app = typer.Typer(
    cls=_Commands,
    name="dateline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    epilog="Example: dateline read examples/ && dateline claims --place 'Ain Issa'",
)
app.command(epilog="Example: dateline read report.html notes/ feed.jsonl")(read)
app.command(epilog="Example: dateline claims --kind escape --since 2019-10-13 --until 2019-10")(claims)
app.command(epilog="Example: dateline events --status contested --since 2019-10")(events)
app.command(epilog="Example: dateline event e_51c7e9a0")(event)
app.command(epilog="Example: dateline why c_3f2a91d2 c_90b1c44e")(why)
app.command(epilog="Example: dateline reports")(reports)
app.command(epilog="Example: dateline show c_3f2a91d2")(show)
app.command(epilog="Example: dateline kinds escape")(kinds)
app.command(epilog="Example: dateline places report.html notes/ --json")(places)
app.add_typer(actors.app, name="actors", epilog="Example: dateline actors find 'Jabhat al-Nusra' --on 2018-02-20")
app.add_typer(gazetteer.app, name="gazetteer", epilog="Example: dateline gazetteer find 'Ain Issa'")


app.add_typer(review, name="review", epilog="Example: dateline review --by 'Ann Lee'")
app.command(epilog="Example: dateline desk --db dateline.db")(desk)
app.add_typer(desk_users.app, name="desk-users", epilog="Example: dateline desk-users add 'Ann Lee' --role reviewer")
app.command(epilog="Example: dateline verify")(verify)
app.command(epilog="Example: dateline export jsonl --out backup.jsonl")(export)
app.command("import", epilog="Example: dateline import backup.jsonl --db restored.db")(import_)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _dateline(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Read reports on armed conflict and write claims: who did what to whom, where, when and who says so.

    Exit status: 0 all was read, 1 nothing could be read or stored, 2 wrong use, 3 some inputs failed.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _write_any_character()
    _keep_logs_quiet()
    try:
        typer.main.get_command(app).main(args=arguments, prog_name="dateline")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _write_any_character() -> None:
    """Records piped on are UTF-8 whatever the locale; on a terminal, what it cannot show is replaced."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(encoding="utf-8", errors="replace")


def _keep_logs_quiet() -> None:
    """What libraries log goes nowhere, unless somebody has said where; it is no message to the user."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
