"""Whom a name in an option means, and which report the beginning of an id."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.records import Claim

if TYPE_CHECKING:
    from dateline.store import Store


def known_actor(name: str | None, folders: Sequence[Path] | None) -> tuple[tuple[str, ...], bool]:
    """The entity of this name, if the register or the user's own `folders` know it; its name must then stand alone."""
    if name is None:
        return (), False
    from dateline.actors import load_register

    actor = load_register(folders or ()).find(name)
    return ((actor.entity.id,), True) if actor else ((), False)


def report_id(store: "Store", given: str) -> str:
    """The report of this id or beginning of one; of a claim, the report that it is of."""
    found = store.find(given)
    return found.report if isinstance(found, Claim) else found.report.id
