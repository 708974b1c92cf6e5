import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.intake import Failure, IntakeOptions, read_sources
from dateline.records import Report

READ_AT = dt.datetime(2020, 1, 15, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def options() -> IntakeOptions:
    return IntakeOptions(clock=lambda: READ_AT)


@pytest.fixture
def read_file(tmp_path: Path, options: IntakeOptions) -> Callable[[str, str | bytes], list[Report | Failure]]:
    """Writes a file of the given name and content and reads it."""

    def read(name: str, content: str | bytes) -> list[Report | Failure]:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read_sources([str(file)], options=options))

    return read


@pytest.fixture
def read_report(
    read_file: Callable[[str, str | bytes], list[Report | Failure]],
) -> Callable[[str, str | bytes], Report]:
    """Writes a file and reads the one report in it."""

    def read(name: str, content: str | bytes) -> Report:
        (report,) = read_file(name, content)
        assert isinstance(report, Report), report
        return report

    return read


@pytest.fixture
def read_failure(
    read_file: Callable[[str, str | bytes], list[Report | Failure]],
) -> Callable[[str, str | bytes], Failure]:
    """Writes a file and reads the one failure that it gives."""

    def read(name: str, content: str | bytes) -> Failure:
        (failure,) = read_file(name, content)
        assert isinstance(failure, Failure), failure
        return failure

    return read
