"""One connection to a checked address, cut when its time is up; what is asked over it is not its matter."""

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Url

from dateline.intake.addresses import Address
from dateline.intake.options import FetchRules

_PORTS = {"http": 80, "https": 443}
# A socket takes no timeout of nought or less.
_SHORTEST = 0.001


class Deadline:
    """The end of the time that a source may take, redirects included."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until then, never less than a socket can wait."""
        return max(self._end - time.monotonic(), _SHORTEST)

    def passed(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._end


def checked_address(host: str, rules: FetchRules) -> Address | None:
    """The address to connect to, or None where the host has one that the rules do not permit.

    The very address that was checked is connected to: a second answer of the name service changes nothing.
    Raises OSError where the host has no address.
    """
    addresses = rules.look_up(host.strip("[]"))
    return addresses[0] if all(rules.permits(address) for address in addresses) else None


@contextmanager
def connected(url: Url, address: Address, deadline: Deadline) -> Iterator[HTTPConnection]:
    """A connection to an address for a URL; however slow the other side, it ends in time."""
    connection = _connection(url, address, deadline.left())
    try:
        connection.connect()
        watch = Timer(deadline.left(), _cut, [connection.sock])
        watch.daemon = True
        watch.start()
        try:
            yield connection
        finally:
            watch.cancel()
    finally:
        connection.close()


def _connection(url: Url, address: Address, seconds: float) -> HTTPConnection:
    port = url.port or _PORTS[url.scheme or "http"]
    if url.scheme == "https":
        return HTTPSConnection(
            str(address),
            port,
            timeout=seconds,
            server_hostname=url.host,
            ssl_context=ssl.create_default_context(),
        )
    return HTTPConnection(str(address), port, timeout=seconds)


def _cut(open_socket: socket.socket) -> None:
    try:
        # The plain shutdown: that of an SSL socket would take its state away from under the reading thread.
        socket.socket.shutdown(open_socket, socket.SHUT_RDWR)
    except OSError:
        return
