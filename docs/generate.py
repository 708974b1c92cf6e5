"""Write the reference pages from the code: `python docs/generate.py`; with `--check`, only compare."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from reference_pages import command_line, examples, kinds, records

DOCS = Path(__file__).parent
Pages = Mapping[str, str]
SOURCES: tuple[Callable[[], Pages], ...] = (records.pages, kinds.pages, command_line.pages, examples.pages)


def pages() -> dict[str, str]:
    """Every generated page: its path below `docs/`, and its text."""
    return {path: text for source in SOURCES for path, text in source().items()}


def stale() -> list[str]:
    """The pages that do not say what the code says."""
    return [path for path, text in pages().items() if not _same(DOCS / path, text)]


def _same(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def write() -> None:
    """Bring every generated page up to date."""
    for path, text in pages().items():
        file = DOCS / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def main() -> int:
    """Write the pages, or with `--check` name those that are out of date and return 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is out of date")
    if not parser.parse_args().check:
        write()
        return 0
    old = stale()
    for path in old:
        sys.stderr.write(f"docs/{path} is out of date; run: python docs/generate.py\n")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
