"""The desk as a running server, and the browser that is shown it."""

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from dateline.errors import InputError
from dateline.web.app import create_app
from dateline.web.settings import Settings
from dateline.web.warming import warm_up


class _Announcing(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._say_started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._say_started()


def serve(settings: Settings, *, browser: bool, say: Callable[[str], None]) -> None:
    """Serve the desk until it is interrupted; InputError where its address is taken or not of this machine."""
    app = create_app(settings)
    warm_up(app)
    listening = _listen(settings)
    address = _address(settings, listening)

    def started() -> None:
        say(f"the desk is at {address} (stop it with Ctrl-C)")
        if browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, lifespan="on")
    _Announcing(config, started).run([listening])


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Only of a socket that says it is TCP does asyncio send small packets at once; else each answer waits 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        reason = f"cannot be listened on ({error.strerror}); name another with --host or --port"
        raise InputError(f"{settings.host}:{settings.port}", reason) from error
    return listening


def _address(settings: Settings, listening: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    shown = "127.0.0.1" if host == "0.0.0.0" else host
    return f"http://{shown}:{listening.getsockname()[1]}/"
