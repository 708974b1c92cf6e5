"""The command run in this process, in a folder of its own, with a reader that needs no model."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_run import Result, Run
from fake_reading import open_fake_reader

from dateline.cli.entry import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with nothing of the user's environment that changes what is printed."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATELINE_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(argument) for argument in arguments])
        return Result(status, *capsys.readouterr())

    return run_command


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for the reading part, which then is not even imported."""
    monkeypatch.setitem(sys.modules, "dateline.reading", SimpleNamespace(open_reader=open_fake_reader))
