"""The few pieces of Markdown that the pages are made of."""

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by docs/generate.py from the code; edit that, not this. -->\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar within a cell is escaped."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str, language: str = "") -> str:
    """A fenced block."""
    return f"```{language}\n{text.strip()}\n```\n"
