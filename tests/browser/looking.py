"""Pages opened in a browser without a past, and what happened while they were looked at."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

Open = Callable[..., Page]
IMAGES = Path(__file__).parents[2] / "docs" / "images"
# Small enough that no picture is over 200 kB.
PICTURE: ViewportSize = {"width": 1160, "height": 720}
SCREENSHOTS_VARIABLE = "DATELINE_SCREENSHOTS"


class Seen:
    """What happened in a browser while a test looked at pages."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        """Note every request, every error of a script, and every complaint on the console."""
        context.on("request", self._request)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        context.on("dialog", lambda dialog: (self.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    @property
    def outbound(self) -> list[str]:
        """The requests that were not for this machine."""
        own = ("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:", "about:")
        return [address for address in self.requests if not address.startswith(own)]

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)


def opener(browser: Browser, seen: Seen, stack: ExitStack) -> Open:
    """A function that opens an address, in a `width` and `locale` as asked; closed with the stack."""

    def opened(address: str, *, dark: bool = False, width: int = 1280, locale: str = "en-GB") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            locale=locale,
            reduced_motion="reduce",
        )
        stack.callback(context.close)
        context.set_default_timeout(30_000)
        seen.watch(context)
        page = context.new_page()
        page.goto(address)
        return page

    return opened


def take_picture(page: Page, name: str) -> None:
    """Write a picture of the page into the documentation, where the environment asks for that."""
    if os.environ.get(SCREENSHOTS_VARIABLE):
        IMAGES.mkdir(exist_ok=True)
        page.set_viewport_size(PICTURE)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")
