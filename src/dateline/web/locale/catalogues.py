"""Translated words: one gettext catalogue a language, kept as text and compiled when first asked for."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER: Final = Path(__file__).parents[1] / "translations"
# The desk's own words are English; each other language has a catalogue.
LANGUAGES: Final = {"en": "English", "fr": "Français"}


def catalogue_of(language: str) -> Path:
    """The file of a language's catalogue."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


@cache
def translations_into(language: str) -> NullTranslations:
    """The words in this language; English ones, as they are written, where there is no catalogue of it."""
    file = catalogue_of(language)
    if language not in LANGUAGES or not file.exists():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as catalogue:
        write_mo(compiled, read_po(catalogue, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
