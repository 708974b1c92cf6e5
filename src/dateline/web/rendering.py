"""Pages from templates.

Whoever comes before a page on its way may set on `request.state`: `locale` (a babel.Locale; else English),
`translations` (gettext), `user` (a name, None on one's own machine) and `roles` (a set of names).
Templates write words as `_("...")`, values as `say.…` (see `wording.Words`), and text of others as `…|visible`.
"""

from gettext import NullTranslations
from pathlib import Path
from typing import Any, Final

from babel import Locale
from fastapi import FastAPI, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.responses import HTMLResponse

from dateline.web.locale.catalogues import LANGUAGES
from dateline.web.static_files import static_address
from dateline.web.wording import Words, sentence, summary, visible

_FOLDER: Final = Path(__file__).parent / "templates"
_PLAIN: Final = NullTranslations()
_ENGLISH: Final = Locale("en")


def set_up_templates(app: FastAPI) -> None:
    """Give the app its templates; everything that is put into one is escaped unless it is markup of our own."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        _gettext, _ngettext, newstyle=True, pgettext=_pgettext, npgettext=_npgettext
    )
    environment.filters["visible"] = visible
    environment.globals["static"] = static_address
    environment.globals["languages"] = LANGUAGES
    environment.globals["sentence"] = sentence
    environment.globals["summary"] = summary
    app.state.templates = environment


def render(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The answer that is this template with these values; `request` and its locale stand in it too."""
    return HTMLResponse(render_words(request, template, **values), status, headers={"vary": "hx-request"})


def render_words(request: Request, template: str, **values: Any) -> Markup:
    """The template as words, for a part of a page."""
    environment: Environment = request.app.state.templates
    state = request.state
    given = {
        "request": request,
        "settings": request.app.state.settings,
        "locale": locale_of(request),
        "translations": translations_of(request),
        "say": words_of(request),
        "user": getattr(state, "user", None),
        "roles": getattr(state, "roles", frozenset()),
        "signs_in": request.app.state.signs_in,
        "part_only": is_part(request),
    }
    return Markup(environment.get_template(template).render(given | values))


def is_part(request: Request) -> bool:
    """Whether htmx asks for the part of a page that has changed."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"


def locale_of(request: Request) -> Locale:
    """The reader's locale."""
    locale: Locale = getattr(request.state, "locale", _ENGLISH)
    return locale


def translations_of(request: Request) -> NullTranslations:
    """The words of the reader's language."""
    translations: NullTranslations = getattr(request.state, "translations", _PLAIN)
    return translations


def words_of(request: Request) -> Words:
    """The words for values in the reader's language."""
    return Words(locale_of(request), translations_of(request))


def _of(context: Context) -> NullTranslations:
    translations: NullTranslations = context.get("translations", _PLAIN)
    return translations


@pass_context
def _gettext(context: Context, message: str) -> str:
    return _of(context).gettext(message)


@pass_context
def _ngettext(context: Context, one: str, many: str, number: int) -> str:
    return _of(context).ngettext(one, many, number)


@pass_context
def _pgettext(context: Context, sense: str, message: str) -> str:
    return _of(context).pgettext(sense, message)


@pass_context
def _npgettext(context: Context, sense: str, one: str, many: str, number: int) -> str:
    return _of(context).npgettext(sense, one, many, number)
