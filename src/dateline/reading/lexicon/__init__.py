"""Word lists of the reading components, and how they are opened. Kinds and their triggers live in `dateline.kinds`."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator

from dateline.kinds.marked_yaml import read_model

Model = TypeVar("Model", bound=BaseModel)


def _split(value: object) -> object:
    return frozenset(value.split()) if isinstance(value, str) else value


# Words in a YAML text, with blanks between them.
WordSet = Annotated[frozenset[str], BeforeValidator(_split)]


def read_lexicon(name: str, model: type[Model]) -> Model:
    """The word list `name`.yaml as `model`."""
    return read_model(Path(str(files("dateline.reading.lexicon"))) / f"{name}.yaml", model)
