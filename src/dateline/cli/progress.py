"""The progress bar: on standard error, only where somebody watches it and more than one report is to come."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from dateline.cli.terminal import messages, shows_progress


class Progress:
    """A bar that steps once a report and gives way to what is printed."""

    def __init__(self, bar: Bar | None = None, task: TaskID | None = None) -> None:
        self._bar = bar
        self._task = task

    def step(self) -> None:
        """One report more is done."""
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """While printing: the bar is away."""
        if self._bar is None:
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()


@contextmanager
def progress_over(sources: Sequence[str], count: Callable[[Sequence[str]], int | None]) -> Iterator[Progress]:
    """The progress over the reports of `sources`, of which `count` tells the number where that is known."""
    total = count(sources) if shows_progress() else 1
    if total is not None and total < 2:
        yield Progress()
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=messages(), transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        yield Progress(bar, bar.add_task("reading", total=total))
