"""A desk in a process of its own, asked over HTTP as a browser asks it. Needs Linux: its work is read from /proc."""

import gzip
import http.client
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

# What a page loads at once; the map's library comes later and is not counted.
_LINKED: Final = re.compile(r"""<(?:script|link|use)\b[^>]*?\b(?:src|href)="([^"#]+\.(?:js|mjs|css|svg)[^"#]*)""")
_IMPORTED: Final = re.compile(r"""^import\b[^"';]*["']([./][^"']+)["']""", re.MULTILINE)
_PATIENCE: Final = 120.0


class Answer(NamedTuple):
    """Milliseconds that passed, those that the server's processor worked, the bytes sent, and the page."""

    passed: float
    worked: float
    sent: int
    body: bytes


class Desk:
    """The desk on one database, from start to stop; `started` are the seconds until it answers."""

    def __init__(self, database: Path) -> None:
        self._port = _free_port()
        command = [sys.executable, "-m", "dateline", "desk", "--no-browser", "--db", str(database)]
        begun = time.perf_counter()
        self._process = subprocess.Popen(
            [*command, "--port", str(self._port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait()
        self.started = time.perf_counter() - begun
        self._line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)

    def ask(self, address: str, *, part: bool = False) -> Answer:
        """The answer at this address, or the `part` of the page that htmx asks for.

        A place or an actor that few events would name may not be there; any other failure is one of the bench.
        """
        headers = {"Accept-Encoding": "gzip"} | ({"HX-Request": "true"} if part else {})
        worked, passed = self._worked(), time.perf_counter()
        self._line.request("GET", address, headers=headers)
        response = self._line.getresponse()
        body = response.read()
        passed = time.perf_counter() - passed
        worked = self._worked() - worked
        if response.status not in (http.client.OK, http.client.NOT_FOUND):
            raise RuntimeError(f"{address}: {response.status}")
        whole = gzip.decompress(body) if response.headers["Content-Encoding"] == "gzip" else body
        return Answer(passed * 1e3, worked / 1e6, len(body), whole)

    def weight(self, address: str) -> int:
        """The bytes sent for a page and all that it loads, without the library of the map."""
        seen, waiting, sent = set[str](), [address], 0
        while waiting:
            one = waiting.pop()
            if one in seen or "maplibre" in one:
                continue
            seen.add(one)
            answer = self.ask(one)
            sent += answer.sent
            text = answer.body.decode()
            found = _LINKED.findall(text) if one == address else _IMPORTED.findall(text) if "js" in one else ()
            waiting += [_absolute(one, link) for link in found]
        return sent

    def memory(self, line: str = "VmRSS") -> int:
        """Bytes that the server holds now, or held at most (VmHWM)."""
        said = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(re.findall(rf"^{line}:\s+(\d+) kB", said, re.MULTILINE)[0]) * 1024

    def _worked(self) -> int:
        """Nanoseconds on a processor, of all threads."""
        tasks = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text(encoding="ascii").split()[0]) for task in tasks)

    def _wait(self) -> None:
        until = time.perf_counter() + _PATIENCE
        while self._process.poll() is None and time.perf_counter() < until:
            try:
                socket.create_connection(("127.0.0.1", self._port)).close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        raise RuntimeError("the desk did not start")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.close()
        self._process.terminate()
        self._process.wait()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _absolute(page: str, link: str) -> str:
    if link.startswith("/"):
        return link
    folder = page.rpartition("/")[0]
    while link.startswith("../"):
        folder, link = folder.rpartition("/")[0], link.removeprefix("../")
    return f"{folder}/{link.removeprefix('./')}"
