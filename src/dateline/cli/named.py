"""Whom a name in an option means."""

from collections.abc import Sequence
from pathlib import Path


def known_actor(name: str | None, folders: Sequence[Path] | None) -> tuple[tuple[str, ...], bool]:
    """The entity of this name, if the register or the user's own `folders` know it; its name must then stand alone."""
    if name is None:
        return (), False
    from dateline.actors import load_register

    actor = load_register(folders or ()).find(name)
    return ((actor.entity.id,), True) if actor else ((), False)
