"""Who says what, and what is taken to have happened, as the branch answers."""

import pytest

from dateline.reading.learned.encoder import Encoder
from dateline.reading.learned.labels import JUDGES

TEXT = "The rebels shelled the port, a harbour official said. Nobody was hurt there. The mayor did not resign."
SENTENCES = [(0, 53), (54, 76), (77, len(TEXT))]


@pytest.fixture(scope="module")
def voices():
    answers = Encoder()(TEXT, SENTENCES)
    assert answers.voices is not None
    return answers.voices


def at(word):
    return TEXT.index(word)


def test_the_one_who_says_so_is_likelier_the_source_than_the_one_who_did_it(voices):
    said = voices.voice(at("shelled"), at("official"))
    assert said.likely > 0.5
    assert said.likely > voices.voice(at("shelled"), at("rebels")).likely


def test_a_source_comes_with_the_word_that_tells_of_it(voices):
    assert voices.voice(at("shelled"), at("official")).cue == at("said")


def test_what_did_happen_is_taken_to_have_happened_and_what_did_not_is_not(voices):
    assert (voices.factuality(at("shelled")) > 0).all()
    assert (voices.factuality(at("shelled")) > voices.factuality(at("resign"))).all()
    assert voices.factuality(at("resign"))[JUDGES.index("uw")] < 0


def test_between_words_nothing_is_answered(voices):
    assert voices.factuality(at(" shelled")) is None
    assert voices.voice(at("shelled"), at(" official")) is None
