import shutil

import pytest

from dateline.errors import ModelError
from dateline.reading.learned.encoder import WEIGHTS, Encoder
from dateline.reading.learned.labels import MODALITIES, ROLES

TEXT = "Gunmen abducted four teachers near Kafanchan. The army failed to retake the bridge."
SENTENCES = [(0, 45), (46, len(TEXT))]


@pytest.fixture(scope="module")
def answers():
    return Encoder()(TEXT, SENTENCES)


def at(word):
    return TEXT.index(word)


def test_a_word_that_tells_of_an_occurrence_is_given_its_kind(answers):
    told = answers.kinds(at("abducted"))
    assert answers.names[told[1:].argmax()] == "abduction"
    assert told[0] < 0.5


def test_a_word_that_tells_of_none_is_given_to_none(answers):
    assert answers.kinds(at("bridge"))[0] > 0.5


def test_probabilities_of_kinds_and_modalities_sum_to_one(answers):
    assert answers.kinds(at("Gunmen")).sum() == pytest.approx(1, abs=1e-4)
    assert answers.modalities(at("retake")).sum() == pytest.approx(1, abs=1e-4)


def test_who_did_it_is_likelier_the_actor_than_whom_it_befell(answers):
    actor = ROLES.index("actor")
    by = answers.roles(at("abducted"), at("Gunmen"))[actor]
    assert by > answers.roles(at("abducted"), at("teachers"))[actor]


def test_what_failed_is_likeliest_attempted(answers):
    assert MODALITIES[answers.modalities(at("retake")).argmax()] == "attempted"


def test_between_words_nothing_is_answered(answers):
    assert answers.kinds(at(" abducted")) is None
    assert answers.roles(at("abducted"), at(" abducted")) is None


def test_the_same_text_is_answered_the_same_in_another_run(answers):
    again = Encoder()(TEXT, SENTENCES)
    assert (again.kinds(at("abducted")) == answers.kinds(at("abducted"))).all()


def test_weights_that_were_touched_are_refused_by_name(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / "roles.npz").write_bytes(b"other")
    with pytest.raises(ModelError, match=r"roles\.npz"):
        Encoder(folder)


def test_weights_that_are_not_there_are_named(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / "encoder.onnx").unlink()
    with pytest.raises(ModelError, match=r"encoder\.onnx"):
        Encoder(folder)
