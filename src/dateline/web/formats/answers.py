"""A list as an answer in the form that its address ends in."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from starlette.responses import StreamingResponse

from dateline.web.formats.items import Item


class Form(StrEnum):
    """The forms of a list, as the ends of an address."""

    JSON = "json"
    CSV = "csv"
    GEOJSON = "geojson"


_TYPES: Final = {
    Form.JSON: "application/json",
    Form.CSV: "text/csv; charset=utf-8",
    Form.GEOJSON: "application/geo+json",
}
# A spreadsheet takes a cell that begins with one of these for something to calculate.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_TOGETHER: Final = 200


def answer(form: Form, name: str, items: Iterable[Item]) -> StreamingResponse:
    """The items as a file called `name`, sent as they come."""
    writers = {Form.JSON: _json, Form.CSV: _csv, Form.GEOJSON: _geojson}
    headers = {"content-disposition": f'inline; filename="{name}.{form}"'}
    return StreamingResponse(_together(writers[form](name, items)), media_type=_TYPES[form], headers=headers)


def _json(name: str, items: Iterable[Item]) -> Iterator[str]:
    yield f'{{"{name}":['
    yield from _joined(json.dumps(item.record, ensure_ascii=False) for item in items)
    yield "]}\n"


def _geojson(_name: str, items: Iterable[Item]) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    yield from _joined(json.dumps(_feature(item), ensure_ascii=False) for item in items)
    yield "]}\n"


def _feature(item: Item) -> dict[str, Any]:
    return {"type": "Feature", "geometry": item.geometry, "properties": item.row}


def _csv(_name: str, items: Iterable[Item]) -> Iterator[str]:
    rows = iter(items)
    first = next(rows, None)
    if first is None:
        return
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(first.row)
    for item in chain((first,), rows):
        writer.writerow(map(_cell, item.row.values()))
        yield lines.getvalue()
        lines.seek(0)
        lines.truncate()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _joined(parts: Iterable[str]) -> Iterator[str]:
    between = ""
    for part in parts:
        yield between + part
        between = ","


def _together(parts: Iterable[str]) -> Iterator[str]:
    """The parts, many at a time: each that is sent by itself costs a packet."""
    held: list[str] = []
    for part in parts:
        held.append(part)
        if len(held) == _TOGETHER:
            yield "".join(held)
            held.clear()
    yield "".join(held)
