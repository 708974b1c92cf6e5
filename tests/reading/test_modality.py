import pytest


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("Rebels attacked the base.", "attack", "actual"),
        ("Rebels tried to attack the base.", "attack", "attempted"),
        ("Rebels failed to take the airport of Abyad.", "territory_gain", "attempted"),
        ("The army foiled an attack on the base.", "attack", "attempted"),
        ("Rebels did not attack the base.", "attack", "negated"),
        ("The army denied that it had attacked the base.", "attack", "negated"),
        ("Nobody was killed in the village.", "killing", "negated"),
        ("No shots were fired.", "attack", "negated"),
        ("The army will attack the base.", "attack", "future"),
        ("Rebels threatened to attack the base.", "attack", "future"),
        ("It is feared that rebels want to attack the camp.", "attack", "future"),
        ("Rebels plan to attack the base.", "attack", "future"),
        ("Troops were sent to retake Manbij.", "territory_gain", "future"),
        ("If rebels attack the base, the road will be shut.", "attack", "hypothetical"),
        ("It is not clear whether rebels attacked the base.", "attack", "hypothetical"),
        ("The council called for a withdrawal of the troops.", "withdrawal", "hypothetical"),
        ("The mayor urged the army to withdraw from the town.", "withdrawal", "hypothetical"),
        ("Rebels managed to capture Manbij.", "territory_gain", "actual"),
        ("The army forced villagers to flee their homes.", "displacement", "actual"),
    ],
)
def test_modality(one, text, kind, modality):
    assert one(text, kind).modality == modality


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Rebels attacked the base.", "certain"),
        ("A witness said rebels attacked the base.", "certain"),
        ("Rebels reportedly attacked the base.", "probable"),
        ("Rebels are believed to have attacked the base.", "probable"),
        ("Rebels allegedly attacked the base.", "possible"),
        ("Rebels may have attacked the base.", "possible"),
    ],
)
def test_certainty(one, text, certainty):
    assert one(text, "attack").certainty == certainty


def test_what_may_have_happened_is_past_and_what_may_happen_is_not(one):
    assert one("Rebels may have attacked the base.", "attack").modality == "actual"
    assert one("Rebels may attack the base.", "attack").modality == "future"


def test_the_words_it_was_read_from_are_kept(one):
    claim = one("It is feared that rebels want to attack the camp.", "attack")

    assert [cue.text for cue in claim.cues] == ["feared", "want"]


@pytest.mark.xfail(reason="the encoder takes an attack that is not commented on for a mere possibility")
def test_a_negation_elsewhere_in_the_sentence_does_not_reach_the_trigger(one):
    assert one("The governor did not comment on the attack.", "attack").modality == "actual"
