"""A small server on this machine that answers as each test needs it."""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = (
    "<html><head><meta name='date' content='2019-10-12'></head><body><h1>Trucks move north</h1>"
    "<p>A column of trucks left the barracks before dawn and took the road to the north, drivers said.</p>"
)
ROWS = '{"text": "Shells fell."}\n{"text": 7}\n'


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.strip("/").partition("/")[0] or "page"
        getattr(self, f"_{name}", self._missing)()

    def _send(self, body: bytes, content_type: str | None = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        if content_type is not None:
            self.send_header("Content-Type", content_type)
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _page(self) -> None:
        self._send(PAGE.encode())

    def _host(self) -> None:
        self._send(f"Asked of {self.headers['Host']}.".encode(), "text/plain")

    def _czech(self) -> None:
        self._send("Město padlo, řekl úředník včera večer.".encode("cp1250"), "text/plain; charset=windows-1250")

    def _rows(self) -> None:
        self._send(ROWS.encode(), "application/x-ndjson")

    def _rss(self) -> None:
        items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in ("/page", "/missing", "/page"))
        self._send(f"<?xml version='1.0'?><rss><channel><link>/</link>{items}</channel></rss>".encode(), "text/xml")

    def _atom(self) -> None:
        links = "<link rel='replies' href='/missing'/><link href='page'/>"
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry>{links}</entry></feed>"
        self._send(feed.encode(), "application/atom+xml")

    def _emptyfeed(self) -> None:
        self._send(b"<rss><channel><title>Nothing new</title></channel></rss>", "application/rss+xml")

    def _untyped(self) -> None:
        self._send(PAGE.encode(), None)

    def _zipped(self) -> None:
        self._send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._send(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")

    def _brokenzip(self) -> None:
        self._send(b"no gzip at all", Content_Encoding="gzip")

    def _picture(self) -> None:
        self._send(b"\x89PNG", "image/png")

    def _large(self) -> None:
        self._send(b"x" * 200_000, "text/plain")

    def _moved(self) -> None:
        self._redirect("/page/moved")

    def _circle(self) -> None:
        self._redirect("/circle")

    def _inwards(self) -> None:
        self._redirect("http://10.0.0.1/secret")

    def _tofile(self) -> None:
        self._redirect("file:///etc/passwd")

    def _missing(self) -> None:
        self.send_error(404)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self._slowly(b"word " * 200)

    def _slowhead(self) -> None:
        self._slowly(b"HTTP/1.0 200 OK\r\nX-Padding: " + b"x" * 200)

    def _slowly(self, data: bytes) -> None:
        for at in range(len(data)):
            try:
                self.wfile.write(data[at : at + 1])
            except OSError:
                return
            time.sleep(0.02)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a running server, stopped afterwards."""
    with _Server(("127.0.0.1", 0), _Answers) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
