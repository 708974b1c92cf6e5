"""Which language and which formats a reader gets: as chosen on the page, else as the browser asks for."""

from collections.abc import Iterator
from http.cookies import CookieError, SimpleCookie
from typing import Final

from babel import Locale, UnknownLocaleError
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.web.locale.catalogues import LANGUAGES, translations_into

LANGUAGE_COOKIE: Final = "dateline_language"
_MOST_ASKED: Final = 10


def locale_for(asked: str, chosen: str | None = None) -> Locale:
    """The locale for the value of an Accept-Language header, or of the `chosen` language, with the asker's country."""
    wanted = [locale for locale in _asked(asked) if locale.language in LANGUAGES]
    if chosen in LANGUAGES:
        return next((locale for locale in wanted if locale.language == chosen), Locale(chosen))
    return wanted[0] if wanted else Locale("en")


class ReadersLocale:
    """Gives every request its `locale` and `translations`; `fixed` is a language that all readers get."""

    def __init__(self, app: ASGIApp, fixed: str | None = None) -> None:
        self._app = app
        self._fixed = fixed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its locale."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            locale = locale_for(headers.get("accept-language", ""), self._fixed or _cookie(headers))
            state = scope.setdefault("state", {})
            state["locale"] = locale
            state["translations"] = translations_into(locale.language)
        await self._app(scope, receive, send)


def _asked(header: str) -> Iterator[Locale]:
    """The locales of an Accept-Language header, those of most weight first; what cannot be read is left out."""
    weighed = [_weighed(part) for part in header.split(",")[:_MOST_ASKED]]
    for tag, weight in sorted(weighed, key=lambda pair: -pair[1]):
        try:
            if weight > 0:
                yield Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue


def _weighed(part: str) -> tuple[str, float]:
    tag, _, weight = part.partition(";")
    try:
        return tag.strip(), float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return tag.strip(), 0


def _cookie(headers: Headers) -> str | None:
    try:
        kept = SimpleCookie(headers.get("cookie", "")).get(LANGUAGE_COOKIE)
    except CookieError:
        return None
    return kept.value if kept else None
