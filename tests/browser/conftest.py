"""A desk that runs, and Debian's Chromium to look at it. One desk and one browser serve the whole session.

With DATELINE_SCREENSHOTS=1 the pictures of the documentation are written anew.
"""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import uvicorn
from looking import Open, Seen, opener, take_picture
from made_desk import fill, hostile
from playwright.sync_api import Browser, Page, sync_playwright
from running_desk import Desk, NothingKnown

from dateline.web import Settings, create_app

CHROMIUM = "/usr/bin/chromium"
# Whatever a page may ask for, no name leads anywhere but on this machine.
ONLY_LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium that can reach this machine only; tests are skipped where there is none."""
    if not shutil.which(CHROMIUM):
        pytest.skip(f"there is no {CHROMIUM}; install Debian's package chromium")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking", ONLY_LOOPBACK]
        with playwright.chromium.launch(executable_path=CHROMIUM, args=flags) as started:
            yield started


@pytest.fixture(scope="session")
def reached() -> Iterator[list[str]]:
    """The addresses beyond this machine that this process, the desk in it, has tried to reach."""
    tried: list[str] = []
    connect = socket.socket.connect

    def watched(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            tried.append(str(address))
            raise OSError(f"the network is blocked: {address}")
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", watched)
        yield tried


@contextmanager
def running(database: Path, known: object = None) -> Iterator[Desk]:
    """A desk on a free port, served from a thread of this process; `known` in the place of gazetteer and register."""
    app = create_app(Settings(database=str(database), port=0))
    app.state.known = known or app.state.known
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, access_log=False)
    server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield Desk(f"http://127.0.0.1:{listening.getsockname()[1]}", app.state.store)
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, reached: list[str]) -> Iterator[Desk]:
    """The desk that is looked at, and not much changed."""
    database = tmp_path_factory.mktemp("desk") / "desk.db"
    fill(database, [hostile()])
    with running(database, NothingKnown()) as started:
        yield started


@pytest.fixture
def own_desk(tmp_path: Path, reached: list[str]) -> Iterator[Desk]:
    """A desk for a test that changes much."""
    database = tmp_path / "desk.db"
    fill(database)
    with running(database) as started:
        yield started


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def open_page(browser: Browser, seen: Seen) -> Iterator[Open]:
    """Opens pages, each in a browser without a past."""
    with ExitStack() as stack:
        yield opener(browser, seen, stack)


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Takes a picture of a page for the documentation, where that is asked for."""
    return take_picture
