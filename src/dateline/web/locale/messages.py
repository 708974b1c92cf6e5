"""Every text of the desk that a translator has to put into words, gathered from code, templates and data files.

Run as a program, it brings the catalogues up to date: new texts come in untranslated, old ones go.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from dateline.web.locale.catalogues import LANGUAGES, catalogue_of
from dateline.web.reviewing.keys import load_keys
from dateline.web.wording.kind_phrases import messages as kind_messages

_WEB: Final = Path(__file__).parents[1]
_METHODS: Final = [("**.py", "python"), ("templates/**.html", "jinja2")]
# The third value given to `reason_of` is a text too.
_KEYWORDS: Final[Mapping[str, Any]] = {**DEFAULT_KEYWORDS, "reason_of": (3,)}
_WIDTH: Final = 110
_HEADER: Final = "# The desk in {language}. Bring it up to date with: make messages"


def template() -> Catalog:
    """All texts, untranslated; those of data files are not tied to a place."""
    catalogue = Catalog(project="Dateline", charset="utf-8")
    for file, _line, text, _comments, context in _of_sources():
        catalogue.add(text, locations=[(f"src/dateline/web/{file}", 0)], context=context)
    for text in (*kind_messages(), *(key.label for key in load_keys())):
        catalogue.add(text)
    return catalogue


def update_catalogues() -> None:
    """Write the catalogue of each language anew with what is translated in it already."""
    texts = template()
    for language in LANGUAGES.keys() - {"en"}:
        file = catalogue_of(language)
        catalogue = Catalog(locale=language)
        if file.exists():
            with file.open("rb") as there:
                catalogue = read_po(there, locale=language)
        catalogue.update(texts, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.project, catalogue.version, catalogue.fuzzy = "Dateline", "1", False
        catalogue.header_comment = _HEADER.format(language=LANGUAGES[language])
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as written:
            write_po(written, catalogue, width=_WIDTH, no_location=True, sort_output=True, omit_header=False)


def _of_sources() -> Iterator[tuple[Any, ...]]:
    yield from extract_from_dir(_WEB, method_map=_METHODS, keywords=_KEYWORDS)


if __name__ == "__main__":
    update_catalogues()
