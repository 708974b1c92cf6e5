"""The progress bar: only for more than one report, only where somebody watches, and away while others print."""

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

import dateline.cli.progress as progress
from dateline.cli.progress import progress_over


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Standard error as a terminal, with what it was sent."""
    shown = io.StringIO()
    monkeypatch.setattr(progress, "shows_progress", lambda: True)
    monkeypatch.setattr(progress, "messages", lambda: Console(file=shown, force_terminal=True, width=80))
    return shown


def run_over(number: int | None) -> None:
    def count(_sources: Sequence[str]) -> int | None:
        return number

    with progress_over(["in"], count) as bar:
        for _ in range(number or 2):
            with bar.aside():
                pass
            bar.step()


def test_two_reports_have_a_bar(watched: io.StringIO) -> None:
    run_over(2)
    assert "reading" in watched.getvalue()
    assert "0/2" in watched.getvalue()


def test_reports_of_unknown_number_are_counted(watched: io.StringIO) -> None:
    run_over(None)
    assert "0/?" in watched.getvalue()


def test_one_report_has_none(watched: io.StringIO) -> None:
    run_over(1)
    assert watched.getvalue() == ""


def test_where_nobody_watches_there_is_none_and_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "shows_progress", lambda: False)

    def never(_sources: Sequence[str]) -> int:
        raise AssertionError("counted")

    with progress_over(["in", "out"], never) as bar:
        bar.step()
