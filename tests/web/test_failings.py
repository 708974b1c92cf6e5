"""What went wrong is told in the reader's language where the desk itself says it."""

from gettext import NullTranslations

import pytest

from dateline.errors import InputError
from dateline.web.locale import translations_into
from dateline.web.wording.failings import told


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/events/e_0000000000000000", "il n’y a pas de tel événement"),
        ("/places/nowhere", "aucun événement ne nomme de lieu de cet identifiant"),
        ("/events?since=yesterday", "écrivez un jour sous la forme AAAA-MM-JJ"),
    ],
)
def test_a_page_that_cannot_be_shown_says_why_in_french(client, address, words):
    assert words in client.get(address, headers={"accept-language": "fr"}).text


def test_what_the_desk_does_not_say_itself_stays_as_it_is():
    error = InputError("a.txt", "is empty")
    assert told(error, translations_into("fr")) == "a.txt: is empty"


def test_the_input_is_named_as_it_was_given():
    error = InputError("12x", "write a number in digits, or leave the field empty")
    assert told(error, translations_into("fr")).startswith("12x: écrivez un nombre")
    assert told(error, NullTranslations()) == str(error)
