"""`dateline review` on a terminal: one key is enough, and the terminal is left as it was."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from told_records import all_told, make_report

from dateline.store import EventFilter, Store

pty = pytest.importorskip("pty", reason="needs pseudo-terminals")
termios = pytest.importorskip("termios", reason="needs pseudo-terminals")
WAIT = 20.0


class Terminal:
    """The command on a terminal of its own; what it shows is read until some words come."""

    def __init__(self, *arguments: str) -> None:
        self.reader, self.writer = pty.openpty()
        self.before = termios.tcgetattr(self.writer)
        self.shown = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dateline", *arguments],
            stdin=self.writer,
            stdout=self.writer,
            stderr=self.writer,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        )

    def await_words(self, words: str) -> None:
        end = time.monotonic() + WAIT
        while words not in self.shown.replace("\r\n", "\n"):
            ready, _, _ = select.select([self.reader], [], [], max(0.0, end - time.monotonic()))
            assert ready, self.shown
            self.shown += os.read(self.reader, 65536).decode()

    def type(self, keys: str) -> None:
        self.shown = ""
        os.write(self.reader, keys.encode())

    def close(self) -> int:
        status = self.process.wait(timeout=WAIT)
        os.close(self.reader)
        os.close(self.writer)
        return status


def test_one_key_decides_without_return_and_the_reason_is_a_line(folder: Path) -> None:
    with Store.open("dateline.db") as store:
        store.save(make_report(), all_told(), "reader 1")
    terminal = Terminal("review", "--by", "Ann")
    terminal.await_words("key (? lists them)")
    terminal.type("a")
    terminal.await_words("why?")
    terminal.type("as it says\n")
    terminal.await_words("key (? lists them)")
    terminal.type("q")
    terminal.await_words("1 step taken")
    assert termios.tcgetattr(terminal.writer) == terminal.before
    assert terminal.close() == 0
    with Store.open("dateline.db", write=False) as store:
        (event,) = store.events(EventFilter(states=("accepted",)))
    assert (event.review.by, event.review.note) == ("Ann", "as it says")
