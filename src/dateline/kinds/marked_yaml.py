"""YAML that remembers the line on which each value stands, so that an error can name it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from dateline.errors import KindsError

Model = TypeVar("Model", bound=BaseModel)
Path_ = tuple[str | int, ...]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe, by the C parser where PyYAML has it; "on", "no" and "yes" are words, as in YAML 1.2."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_model(file: Path, model: type[Model]) -> Model:
    """The file's content as `model`; KindsError with file, line and reason where it does not fit."""
    node, data = _compose(file)
    lines = dict(_lines(node, ()))
    try:
        return model.model_validate(data)
    except ValidationError as error:
        # A misspelt field is told rather than the one that is missing for it.
        first = min(error.errors(), key=lambda found: found["type"] == "missing")
        where = ".".join(str(part) for part in first["loc"])
        raise KindsError(str(file), _line_of(first["loc"], lines), f"{where}: {first['msg']}") from error


def _compose(file: Path) -> tuple[yaml.Node, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise KindsError(str(file), 1, "not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise KindsError(str(file), 1, f"cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise KindsError(str(file), mark.line + 1 if mark else 1, f"not valid YAML: {_problem(error)}") from error
    if node is None:
        raise KindsError(str(file), 1, "the file is empty")
    return node, data


def _problem(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error)


def _lines(node: yaml.Node, path: Path_) -> Iterator[tuple[Path_, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key.start_mark.line + 1
            yield from ((p, n) for p, n in _lines(value, (*path, key.value)) if p != (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*path, index))


def _line_of(location: Sequence[str | int], lines: dict[Path_, int]) -> int:
    """The line of the deepest part of `location` that the file has."""
    path = tuple(location)
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)
