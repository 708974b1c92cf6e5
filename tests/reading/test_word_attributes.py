import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.syntax import load_syntax
from dateline.reading.word_attributes import remember_attributes

# Words of the ruler's pairs, words whose part of speech hangs on their relation, white space.
WORDS = st.sampled_from(
    [
        *("There", "is", "was", "no", "one", "gon", "na", "got", "ta", "let", "'s", "ai", "n't", "y'", "all"),
        *("I", "you", "it", "do", "did", "had", "that", "which", "but", "rebels", "fled", "a", ",", ".", "\n\n"),
    ]
)


@pytest.fixture(scope="module")
def parsers():
    by_ruler, remembered = load_syntax(), load_syntax()
    remember_attributes(remembered)
    return by_ruler, remembered


def attributes(doc):
    return [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_, t.is_sent_start) for t in doc]


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_every_word_has_the_attributes_that_the_ruler_gives_it(parsers, text):
    by_ruler, remembered = parsers

    assert attributes(remembered(text)) == attributes(by_ruler(text))


def test_a_pair_of_words_is_told_from_its_words_alone(parsers):
    _, remembered = parsers

    assert [t.lemma_ for t in remembered("They are gon na flee.")][2:4] == ["go", "to"]


def test_the_ruler_itself_does_not_run(parsers):
    _, remembered = parsers

    assert "attribute_ruler" not in remembered.pipe_names
