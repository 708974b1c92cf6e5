"""The one registry of the keys of the review queue, and the keys that a person would rather have."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import yaml
from platformdirs import user_config_path

from dateline.errors import InputError

KEYS_VARIABLE: Final = "DATELINE_KEYS"
_OURS: Final = Path(__file__).parent / "keys.yaml"


@dataclass(frozen=True)
class Key:
    """What is done, by which key, and what it is called; `key` is what a browser calls it."""

    action: str
    key: str
    label: str

    @property
    def shown(self) -> str:
        """The key as it is written for people."""
        return "space" if self.key == " " else self.key


def load_keys(own: Path | None = None) -> tuple[Key, ...]:
    """Our keys, with those of the file `own` in their place.

    InputError where that file names an action that there is not, or gives two actions one key.
    """
    keys = [Key(**entry) for entry in yaml.safe_load(_OURS.read_text(encoding="utf-8"))]
    wanted = _own_keys(own) if own is not None else {}
    if strange := set(wanted) - {key.action for key in keys}:
        known = ", ".join(key.action for key in keys)
        raise InputError(str(own), f"there is no action {min(strange)!r}; there are {known}")
    keys = [replace(key, key=wanted.get(key.action, key.key)) for key in keys]
    _refuse_double(keys, own)
    return tuple(keys)


def own_keys_file() -> Path | None:
    """The file with the user's keys: as DATELINE_KEYS says, else keys.yaml in the user's folder of settings."""
    if named := os.environ.get(KEYS_VARIABLE):
        return Path(named)
    usual = user_config_path("dateline") / "keys.yaml"
    return usual if usual.exists() else None


def as_json(keys: tuple[Key, ...]) -> str:
    """Action by key, for the script of the page."""
    return json.dumps({key.key: key.action for key in keys})


def _own_keys(file: Path) -> Mapping[str, str]:
    try:
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise InputError(str(file), f"cannot be read ({error}); write lines such as `accept: y`") from error
    if not isinstance(found, dict) or not all(isinstance(key, str) and key for key in found.values()):
        raise InputError(str(file), "write lines such as `accept: y`; put marks and numbers in quotes")
    return {str(action): " " if key == "space" else key for action, key in found.items()}


def _refuse_double(keys: list[Key], own: Path | None) -> None:
    by_key: dict[str, str] = {}
    for key in keys:
        if key.key in by_key:
            raise InputError(str(own), f"{key.shown!r} cannot be both {by_key[key.key]!r} and {key.action!r}")
        by_key[key.key] = key.action
