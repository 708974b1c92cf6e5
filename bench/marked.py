"""Our own marked dispatches: `python -m bench.marked` checks them, `--jsonl FOLDER OUT` writes them in the gold form.

A folder holds YAML files, each a list of dispatches with their claims in short forms (marked_short_forms.py).
`training/marked` is to train on, `bench/marked` is the public benchmark and never trained on.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bench.marked_gold import Dispatch, Gold, gold
from dateline.errors import InputError
from dateline.kinds import load_catalogue

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "training" / "marked", ROOT / "bench" / "marked")


def read_folder(folder: Path) -> Iterator[Gold]:
    """The folder's dispatches in the gold form; InputError names file, dispatch and value that break the rules."""
    for read in checked(folder):
        if isinstance(read, InputError):
            raise read
        yield read


def checked(folder: Path) -> Iterator[Gold | InputError]:
    """Every dispatch of the folder in the gold form, or what is wrong with it, or with its file."""
    kinds = frozenset(load_catalogue().kinds)
    seen: dict[str, Path] = {}
    for file in sorted(folder.glob("*.yaml")):
        try:
            content = rows(file)
        except InputError as error:
            yield error
            continue
        for number, row in enumerate(content, 1):
            where = f"{file.name}, dispatch {row.get('id', number) if isinstance(row, dict) else number}"
            try:
                dispatch = Dispatch.model_validate(row)
                if dispatch.id in seen:
                    raise ValueError(f"the id stands in {seen[dispatch.id].name} already; give it another")
                yield gold(dispatch, kinds)
            except ValueError as error:
                yield InputError(where, reason(error))
            else:
                seen[dispatch.id] = file


def reason(error: ValueError) -> str:
    """What is wrong, in one line."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']} (got {first['input']!r})"


def rows(file: Path) -> list[Any]:
    """The file's dispatches, every scalar a string."""
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise InputError(file.name, f"is not YAML: {error}") from error
    if not isinstance(content, list):
        raise InputError(file.name, "is not a list of dispatches")
    return content


def table(name: str, dispatches: list[Gold]) -> str:
    """How many dispatches and claims there are, and how many claims of each kind, modality, certainty and count."""
    claims = [claim for row in dispatches for claim in row["claims"]]
    lines = [f"{name}: {len(dispatches)} dispatches, {len(claims)} claims"]
    for field in ("kind", "modality", "certainty"):
        lines.append(f"  {field}: {listed(Counter(claim[field] for claim in claims))}")
    whats = Counter(told["what"] for claim in claims for told in claim["counts"])
    return "\n".join([*lines, f"  counts: {listed(whats)}"])


def listed(numbers: Counter[str]) -> str:
    """The values, most frequent first."""
    return ", ".join(f"{value} {number}" for value, number in numbers.most_common())


def main(arguments: list[str] | None = None) -> int:
    """Check both folders and print what they hold, or write one as gold lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsonl", nargs=2, type=Path, metavar=("FOLDER", "OUT"), help="write FOLDER as gold lines")
    options = parser.parse_args(arguments)
    if options.jsonl:
        return write(*options.jsonl)
    return max(check(folder) for folder in FOLDERS)


def check(folder: Path) -> int:
    """Print what the folder holds, and everything that breaks the rules."""
    read = list(checked(folder))
    faults = [row for row in read if isinstance(row, InputError)]
    for fault in faults:
        print(fault, file=sys.stderr)
    print(table(str(folder.relative_to(ROOT)), [row for row in read if not isinstance(row, InputError)]))
    return 1 if faults else 0


def write(folder: Path, out: Path) -> int:
    """Write the folder as gold lines; nothing is written where a dispatch breaks the rules."""
    try:
        lines = [json.dumps(row) + "\n" for row in read_folder(folder)]
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    out.write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
