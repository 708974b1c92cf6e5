"""The gazetteer as users have it: the file of this version, with the places that they have added."""

from pathlib import Path

from dateline.gazetteer.adding import merge_added
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.index import Index
from dateline.gazetteer.making import Progress


def open_gazetteer(cache: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """The gazetteer; its file is built on first use, in some 30 seconds, and again when stale or damaged.

    What the user has added is merged into it then. `cache` is the folder to keep it in: by default `DATELINE_CACHE`,
    else the user's cache folder. `progress` is told what is being done where that takes long.
    """
    return Gazetteer(Index(merge_added(cache, progress).absolute()))
