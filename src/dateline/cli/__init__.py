"""The command line: one module a command, and how records are printed. Nothing is read or decided here."""

from dateline.cli.entry import main

__all__ = ["main"]
