"""The reader's language and formats, and the catalogues of translated words. No page and no record is made here."""

from dateline.web.locale.catalogues import LANGUAGES, translations_into
from dateline.web.locale.choosing import LANGUAGE_COOKIE, ReadersLocale, locale_for
from dateline.web.locale.pages import router

__all__ = ["LANGUAGES", "LANGUAGE_COOKIE", "ReadersLocale", "locale_for", "router", "translations_into"]
