"""`reference/records.md` and the JSON Schema files, from the record models."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from dateline.records import Claim, Event, Rejected, Report

from .markdown import GENERATED, table

RECORDS: tuple[type[BaseModel], ...] = (Report, Claim, Event, Rejected)

INTRODUCTION = """# Records

Three records are read, written and stored: a **report** is one published text, a **claim** is one
statement in it that something happened, did not happen, was tried or may happen, and an **event** is
the one occurrence that one or more claims speak of. Beside them, a **rejected** candidate is what the reader
took for no claim; those with a score of at least 0.1 are stored. JSON Schema: [report](schema/report.json),
[claim](schema/claim.json), [event](schema/event.json), [rejected](schema/rejected.json).

Offsets are Unicode code points into the report's `text`, end exclusive: `text[start:end]` is always the
span's `text`.
"""


def schema(record: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a record as it is written."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record.model_json_schema(mode="serialization"),
    }


def pages() -> dict[str, str]:
    """The records page and one schema file a record."""
    files = {f"reference/schema/{record.__name__.lower()}.json": _json(schema(record)) for record in RECORDS}
    return {"reference/records.md": GENERATED + INTRODUCTION + "".join(_sections()), **files}


@cache
def meanings() -> dict[str, dict[str, str]]:
    """What each field means, by record and field."""
    file = Path(__file__).with_name("meanings.yaml")
    loaded: dict[str, dict[str, str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _sections() -> Iterator[str]:
    definitions: dict[str, dict[str, Any]] = {}
    for record in RECORDS:
        whole = schema(record)
        definitions |= whole.pop("$defs", {})
        yield _section(record.__name__, whole)
    yield from (_section(name, definitions[name]) for name in sorted(definitions))


def _section(name: str, definition: dict[str, Any]) -> str:
    fields = definition.get("properties", {})
    rows = [[f"`{field}`", _type(spec), meanings()[name][field]] for field, spec in fields.items()]
    text = " ".join(str(definition.get("description", "")).split())
    return f"\n## {name}\n\n{text}\n\n{table(['field', 'type', 'meaning'], rows)}"


def _type(spec: dict[str, Any]) -> str:
    if "$ref" in spec:
        name = spec["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    for several in ("anyOf", "oneOf"):
        if several in spec:
            return " or ".join(_type(option) for option in spec[several])
    if "allOf" in spec:
        return _type(spec["allOf"][0])
    return _simple(spec)


def _simple(spec: dict[str, Any]) -> str:
    if "const" in spec:
        return f"`{json.dumps(spec['const'])}`"
    if "enum" in spec:
        return ", ".join(f"`{value}`" for value in spec["enum"])
    if spec.get("type") == "array":
        return f"list of {_type(spec['items'])}"
    return str(spec.get("format") or spec.get("type", "any"))
