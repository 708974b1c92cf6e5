"""The whole database as JSON Lines, and back.

First a line of its own says what this is; then each report, claim and event is a line as records.md has them, and
what goes with it and is no part of the record stands in lines of the kinds `reading` (who read a report), `review`
(what a person made of a claim or event, and the machine's own beside it), `suggestion` and `log`.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from dateline.errors import InputError, StoreError
from dateline.store import Store
from dateline.store.tables import SCHEMA_VERSION
from dateline.store.transfer import ORDER, Line

HEADING: Final = "export"


def export_lines(store: Store) -> Iterator[str]:
    """The database, as it is at one moment, a line at a time."""
    yield _line({"record": HEADING, "program": "dateline", "schema": SCHEMA_VERSION})
    for line in store.lines():
        yield _line(line)


def import_lines(store: Store, lines: Iterable[str], source: str) -> dict[str, int]:
    """Fill an empty `store` with what was exported: all of it or nothing. How many lines of each kind there were.

    InputError names the line that is none of an export, StoreError tells what is wrong with the database.
    """
    return store.fill(_parsed(lines, source))


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parsed(lines: Iterable[str], source: str) -> Iterator[Line]:
    heading = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        value = _value(line, where)
        if heading:
            _check_heading(value, where)
            heading = False
        elif value["record"] not in ORDER:
            raise InputError(where, f"a line of kind {value['record']!r} is none of an export; nothing was imported")
        else:
            yield Line(where, value)
    if heading:
        raise InputError(source, "there is nothing in it; `dateline export jsonl` writes what can be imported")


def _value(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise InputError(where, f"is no JSON ({error}); nothing was imported") from error
    if not isinstance(value, dict) or not isinstance(value.get("record"), str):
        raise InputError(where, "is no record; nothing was imported")
    return value


def _check_heading(value: dict[str, Any], where: str) -> None:
    if value["record"] != HEADING:
        raise InputError(where, "is not the first line of an export; `dateline read` reads reports from JSON Lines")
    if not isinstance(value.get("schema"), int) or value["schema"] > SCHEMA_VERSION:
        raise StoreError(
            f"{where}: was exported by a newer Dateline (schema {value.get('schema')}, this one knows "
            f"{SCHEMA_VERSION}); upgrade Dateline"
        )
