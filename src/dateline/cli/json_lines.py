"""Records as JSON Lines on standard output."""

import json
import re
import sys
from collections.abc import Iterable
from typing import Final

from pydantic import BaseModel

# Characters that JSON lets stand and a terminal may obey; inside JSON they can only be in strings.
_ORDERS: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def write_record(record: BaseModel) -> None:
    """One record on a line of its own."""
    write_line(record.model_dump_json(by_alias=True))


def write_records(records: Iterable[BaseModel]) -> int:
    """Each on a line of its own, as they come; how many there were."""
    printed = 0
    for record in records:
        write_record(record)
        printed += 1
    return printed


def write_value(value: object) -> None:
    """One JSON value on a line of its own."""
    write_line(json.dumps(value, ensure_ascii=False))


def write_line(line: str) -> None:
    """A line of JSON, with what a terminal might obey written as an escape; it means the same."""
    sys.stdout.write(_ORDERS.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n")
