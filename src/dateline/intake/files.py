"""Files and directories of them. In a directory only files with an ending that tells of text are read.

Hidden files and folders, and links to folders, are passed over. A file that is named is always tried.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.errors import InputError
from dateline.intake.documents import Origin, read_document
from dateline.intake.failure import Failure
from dateline.intake.options import IntakeOptions
from dateline.intake.sniffing import FORM_OF_ENDING, form_of_name
from dateline.records import Report

# Counting the rows of a larger file would take longer than a progress bar is worth.
_MOST_BYTES_COUNTED = 200_000_000


def read_path(path: Path, options: IntakeOptions) -> Iterator[Report | Failure]:
    """The reports of a file, or of the files below a directory in the order of their paths.

    Raises InputError or OSError where the file or directory itself cannot be read.
    """
    if not path.is_dir():
        yield from _read_file(path, options)
        return
    unread: list[Failure] = []
    found = files_below(path, lambda error: unread.append(_failure(error)))
    if not found and not unread:
        endings = ", ".join(FORM_OF_ENDING)
        raise InputError(str(path), f"holds no file that can be read; the endings read are {endings}")
    yield from unread
    for file in found:
        yield from _file_or_failure(file, options)


def files_below(directory: Path, failed: Callable[[OSError], None] = lambda _: None) -> list[Path]:
    """The files below a directory that are read, sorted; `failed` hears of folders that cannot be."""
    found: list[Path] = []
    for folder, folders, names in os.walk(directory, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visible = (Path(folder, name) for name in names if not name.startswith("."))
        found += [file for file in visible if form_of_name(file.name) and file.is_file()]
    return sorted(found)


def count_path(path: Path) -> int | None:
    """How many reports or failures a file or directory will give; None where counting would take long."""
    counts = [_count_file(file) for file in (files_below(path) if path.is_dir() else [path])]
    known = [count for count in counts if count is not None]
    return max(1, sum(known)) if len(known) == len(counts) else None


def _count_file(file: Path) -> int | None:
    if form_of_name(file.name) != "rows" or not file.is_file():
        return 1
    if file.stat().st_size > _MOST_BYTES_COUNTED:
        return None
    with file.open("rb") as rows:
        return sum(bool(row.strip()) for row in rows)


def _file_or_failure(file: Path, options: IntakeOptions) -> Iterator[Report | Failure]:
    try:
        yield from _read_file(file, options)
    except InputError as error:
        yield Failure.of(error)
    except OSError as error:
        yield _failure(error)


def _read_file(file: Path, options: IntakeOptions) -> Iterator[Report | Failure]:
    with file.open("rb") as stream:
        yield from read_document(stream, Origin(str(file), form_of_name(file.name)), options)


def _failure(error: OSError) -> Failure:
    return Failure(str(error.filename), cannot_be_read(error))


def cannot_be_read(error: OSError) -> str:
    """Why a file cannot be read, in words."""
    return f"cannot be read: {(error.strerror or str(error)).lower()}; check the name and its permissions"
