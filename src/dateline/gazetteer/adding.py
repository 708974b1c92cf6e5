"""Dumps of GeoNames that the user has added: kept in the cache beside the gazetteer file, and merged into it.

A place that the gazetteer has already stays as it is there, for its names and radius were looked after; a dump adds
the places that it lacks.
"""

import contextlib
import gzip
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from dateline.errors import InputError
from dateline.gazetteer import build, making
from dateline.gazetteer.dump import Row, entry_of, read_dump, read_lines
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.index import COLUMNS, FORM_SEPARATOR
from dateline.gazetteer.making import Progress
from dateline.gazetteer.never_places import never_places
from dateline.gazetteer.outlines import Outline, Provinces
from dateline.gazetteer.transliteration import romanisation, skeleton

_FOLDER: Final = "added"
_MARK: Final = "added "
_GZIP_END: Final = 8


class Added(NamedTuple):
    """What adding a dump has brought: places in it, and those of them that were new."""

    places: int
    new: int


def add_dump(file: Path, cache: Path | None = None, progress: Progress | None = None) -> Added:
    """Check the dump, keep it in the cache, and merge it into the gazetteer, now and whenever that is built anew.

    `cache` and `progress` are as for `open_gazetteer`. InputError names file, line and reason where the dump is
    not as GeoNames writes it; nothing is changed then.
    """
    home = cache or making.cache_folder()
    kept, places = _keep(file, home)
    return Added(places, _merged(merge_added(home, progress)).get(kept.name, (0, ""))[0])


def merge_added(cache: Path | None = None, progress: Progress | None = None) -> Path:
    """The gazetteer file, whole, with the dumps that the user has added: merged where they are not in it already."""
    home, tell = cache or making.cache_folder(), progress or _silent
    file = making.whole_file(home, tell)
    kept = {dump.name: dump for dump in sorted((home / _FOLDER).glob("*.txt.gz"))}
    if not kept and not (home / _FOLDER).is_dir():
        return file
    merged = {name: state for name, (_, state) in _merged(file).items()}
    states = {name: _state(dump) for name, dump in kept.items()}
    if any(states.get(name) != state for name, state in merged.items()):
        file.unlink()
        merged, file = {}, making.whole_file(home, tell)
    missing = [dump for name, dump in kept.items() if name not in merged]
    if missing:
        tell("Merging your own places into the gazetteer")
        _merge(file, missing)
    return file


def _silent(message: str) -> None:
    """Tells nobody."""


def _keep(file: Path, home: Path) -> tuple[Path, int]:
    """A packed copy of the dump in the cache, with how many places it has; whole, or not at all."""
    folder = home / _FOLDER
    places = 0
    part = _part_in(folder)
    try:
        with gzip.open(part, "wt", encoding="utf-8", newline="\n") as to:
            for line, _ in read_dump(file):
                to.write(line + "\n")
                places += 1
        kept = folder / f"{file.stem}.txt.gz"
        part.replace(kept)
    finally:
        part.unlink(missing_ok=True)
    return kept, places


def _part_in(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    except OSError as error:
        reason = f"cannot keep places there: {error.strerror}; set DATELINE_CACHE to another folder"
        raise InputError(str(folder), reason) from error
    os.close(handle)
    return Path(name)


def _state(kept: Path) -> str:
    """What changes when the dump does: the checksum and length that gzip writes behind the data."""
    with kept.open("rb") as packed:
        packed.seek(-_GZIP_END, os.SEEK_END)
        return packed.read().hex()


def _merged(file: Path) -> dict[str, tuple[int, str]]:
    """The dumps that are in a gazetteer file: how many places came of each, and its state then."""
    with contextlib.closing(sqlite3.connect(file)) as opened:
        rows = opened.execute("SELECT key, value FROM about WHERE key LIKE ? || '%'", (_MARK,)).fetchall()
    told = {key.removeprefix(_MARK): value.split() for key, value in rows}
    return {name: (int(new), state) for name, (new, state) in told.items()}


def _merge(file: Path, kept: Iterable[Path]) -> None:
    """Add the places to a copy of the file, which then takes its place: whoever reads the old one is not disturbed."""
    part = _part_in(file.parent)
    try:
        shutil.copyfile(file, part)
        with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as to:
            to.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
            for dump in kept:
                new = _insert(to, dump)
                to.execute("INSERT INTO about VALUES (?, ?)", (_MARK + dump.name, f"{new} {_state(dump)}"))
            to.execute("COMMIT")
        # Its time of change tells whether a file is as it was built; so is this one, but for what was added.
        shutil.copystat(file, part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _insert(to: sqlite3.Connection, dump: Path) -> int:
    """Add the places of one dump that are not there; how many."""
    known = {place for (place,) in to.execute("SELECT id FROM places")}
    (first,) = to.execute("SELECT coalesce(max(row), -1) + 1 FROM places").fetchone()
    number = first
    for entry in _entries(to, dump):
        if entry.id in known:
            continue
        known.add(entry.id)
        _write(to, entry, number)
        number += 1
    return int(number - first)


def _write(to: sqlite3.Connection, entry: Entry, number: int) -> None:
    (row,) = build._rows([entry])
    forms: dict[str, list[str]] = {}
    for key, name in build._readable(sorted(entry.names), never_places()):
        forms.setdefault(key, []).append(name)
    names = ((key, number, FORM_SEPARATOR.join(written)) for key, written in forms.items() if key)
    sounds = {skeleton(key) for key in forms} - {""} if entry.country in romanisation().countries else set()
    to.execute(f"INSERT INTO places VALUES ({', '.join('?' * COLUMNS)})", (number, *row[1:]))
    to.executemany("INSERT INTO names VALUES (?, ?, 0, ?)", names)
    to.executemany("INSERT INTO skeletons VALUES (?, ?)", ((sound, number) for sound in sorted(sounds)))


def _entries(to: sqlite3.Connection, dump: Path) -> Iterator[Entry]:
    """The places of a dump, with the names of the areas that they lie in."""
    areas = _areas(dump)
    better = dict(to.execute("SELECT id, name FROM places WHERE precision IN ('admin1', 'admin2')"))
    provinces = _provinces(to)
    for row in _rows(dump):
        admin1 = _area(areas, better, (row.country, row.admin1))
        entry = entry_of(row, admin1, _area(areas, better, (row.country, row.admin1, row.admin2)))
        if entry is not None:
            build.locate(entry, provinces)
            yield entry


def _provinces(to: sqlite3.Connection) -> Provinces:
    """The outlined provinces of a gazetteer file: where those lie for which a dump tells no area by name."""
    asked = "SELECT country, name, rings FROM outlines JOIN places ON place = id WHERE precision = 'admin1'"
    return Provinces((country, name, Outline(json.loads(rings))) for country, name, rings in to.execute(asked))


Areas = Mapping[tuple[str, ...], Row]


def _areas(dump: Path) -> Areas:
    """The first- and second-level areas of a dump by their codes."""
    found: dict[tuple[str, ...], Row] = {}
    for row in _rows(dump):
        if row.feature == "A.ADM1":
            found[row.country, row.admin1] = row
        elif row.feature == "A.ADM2":
            found[row.country, row.admin1, row.admin2] = row
    return found


def _area(areas: Areas, better: Mapping[str, str], code: tuple[str, ...]) -> str | None:
    """The name of an area: as the gazetteer has it, else as the dump does."""
    row = areas.get(code)
    return better.get(f"geonames:{row.id}", row.name) if row else None


def _rows(dump: Path) -> Iterator[Row]:
    with gzip.open(dump, "rb") as lines:
        yield from (row for _, row in read_lines(dump, lines))
