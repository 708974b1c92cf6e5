"""Every text of the desk is there in every language, with the same gaps to fill."""

import re

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

from dateline.web.locale import LANGUAGES, translations_into
from dateline.web.locale.catalogues import catalogue_of
from dateline.web.locale.messages import template

GAP = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")
TRANSLATED = sorted(LANGUAGES.keys() - {"en"})


def messages(language: str) -> list[Message]:
    with catalogue_of(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (str(value),)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_holds_the_texts_of_the_desk_and_no_others(language):
    wanted = {texts(message.id) for message in template() if message.id}
    assert {texts(message.id) for message in messages(language)} == wanted, "run: make messages"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_untranslated(language):
    bare = [message.id for message in messages(language) if message.fuzzy or not all(texts(message.string))]
    assert bare == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_gaps_of_its_text(language):
    def gaps(text: str) -> set[str]:
        return set(GAP.findall(text))

    for message in messages(language):
        one, *many = texts(message.id)
        first, *others = texts(message.string)
        assert gaps(first) in [gaps(text) for text in (one, *many)], message.id
        assert all(gaps(text) == gaps(many[0]) for text in others), message.id


def test_a_language_without_a_catalogue_is_left_in_english():
    assert translations_into("tlh").gettext("Events") == "Events"


@pytest.mark.parametrize("path", ["/events", "/reports", "/review", "/add", "/users"])
def test_a_page_comes_in_the_language_that_is_asked_for(client, path):
    page = client.get(path, headers={"accept-language": "fr-CA"}).text
    assert '<html lang="fr"' in page
    assert "Aller au contenu" in page
    assert "Skip to the content" not in page


def test_a_language_once_chosen_stays(client):
    client.post("/language", data={"language": "fr", "back": "/review"})
    assert '<html lang="fr"' in client.get("/review").text
