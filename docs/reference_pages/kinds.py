"""`reference/kinds.md`, from the catalogue of kinds."""

from itertools import groupby

from dateline.kinds import Kind, load_catalogue

from .markdown import GENERATED, table

INTRODUCTION = """# Kinds of event

Each kind is one YAML file; see [how to add your own](../how-to/add-a-kind.md). The last three columns
name the nearest code of [PLOVER, ACLED and CAMEO](../explanation/where-the-kinds-come-from.md), a dash
where the codebook has none.
"""


def pages() -> dict[str, str]:
    """The kinds page: a table for each group."""
    kinds = sorted(load_catalogue().kinds.values(), key=lambda kind: (kind.group, kind.name))
    groups = groupby(kinds, key=lambda kind: kind.group)
    return {"reference/kinds.md": GENERATED + INTRODUCTION + "".join(_group(name, list(of)) for name, of in groups)}


def _group(name: str, kinds: list[Kind]) -> str:
    rows = [[f"`{kind.name}`", kind.definition, *_codes(kind)] for kind in kinds]
    return f"\n## {name.capitalize()}\n\n{table(['kind', 'what it is', 'PLOVER', 'ACLED', 'CAMEO'], rows)}"


def _codes(kind: Kind) -> list[str]:
    crosswalk = kind.crosswalk
    return [code or "-" for code in (crosswalk.plover, crosswalk.acled, crosswalk.cameo)]
