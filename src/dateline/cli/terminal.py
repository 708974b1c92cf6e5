"""The terminal: where output goes, how wide it is, and that nothing in a report can give it orders."""

import os
import re
import sys
from typing import Final, NoReturn, TextIO

import typer
from rich.console import Console

# The width of a page when nobody says how wide the reader's is.
_PIPED_WIDTH: Final = 140

# C0 and C1 control characters, delete, marks that turn the direction of writing, halves of surrogate pairs.
_DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ORDERS: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTIONS}\ud800-\udfff]")
_BLANKS: Final = re.compile("[\t\r\x0b\x0c\x85\u2028\u2029]")


class _PageConsole(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the entry point, which knows the exit status."""
        raise BrokenPipeError


def printable(text: str) -> str:
    """`text`, of the same length, without characters that a terminal would obey instead of showing."""
    return _ORDERS.sub("\ufffd", _BLANKS.sub(" ", text))


def one_line(text: str) -> str:
    """`text` as it can stand in a line: printable, with single spaces."""
    return " ".join(printable(text).split())


def page() -> Console:
    """A console on standard output that prints what it is given and no mark-up."""
    return _console(sys.stdout)


def _console(file: TextIO) -> Console:
    return _PageConsole(file=file, width=_width(), highlight=False, markup=False, emoji=False)


def _width() -> int | None:
    if os.environ.get("COLUMNS") or any(map(_is_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        return None
    return _PIPED_WIDTH


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def prints_table(as_json: bool, as_table: bool) -> bool:
    """Whether to print for a person: as asked, else where standard output is a terminal."""
    if as_json and as_table:
        raise typer.BadParameter("--json and --table exclude each other")
    return as_table or (not as_json and _is_terminal(sys.stdout))


def messages() -> Console:
    """A console on standard error."""
    return _console(sys.stderr)


def shows_progress() -> bool:
    """Whether somebody is watching standard error."""
    return _is_terminal(sys.stderr)


def say(message: str) -> None:
    """Tell the user something that is not a result."""
    typer.echo(f"dateline: {printable(message)}", err=True)
