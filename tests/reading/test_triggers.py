import pytest


def kinds(claims):
    return [claim.kind for claim in claims]


def test_captured_people_are_an_arrest_and_a_captured_place_is_ground_gained(read):
    assert kinds(read("Soldiers captured two militants at the farm.")) == ["arrest"]
    assert kinds(read("Soldiers captured Manbij on Friday.")) == ["territory_gain"]


def test_deaths_told_with_their_cause_are_no_claim_of_their_own(read):
    assert kinds(read("An airstrike on the market killed nine people.")) == ["airstrike"]


def test_deaths_without_a_cause_in_their_sentence_are_a_killing(read):
    assert kinds(read("Nine people were killed in Taiz.")) == ["killing"]


def test_a_participle_before_its_noun_is_no_claim(read):
    assert kinds(read("The besieged town was quiet.")) == []


@pytest.mark.parametrize(
    ("look_alike", "kind"),
    [
        ("He lost his battle with cancer.", "battle"),
        ("The striker suffered a heart attack.", "attack"),
        ("The court ordered the release of the documents.", "release"),
    ],
)
def test_a_look_alike_yields_no_claim_of_the_kind_it_looks_like(read, look_alike, kind):
    assert kind not in kinds(read(look_alike))


def test_a_light_verb_leaves_the_noun_as_the_trigger(one):
    assert one("Fighters launched an attack on the army post.", "attack").trigger.text == "attack"


def test_the_score_is_the_measured_share_of_right_readings(one):
    assert 0.3 <= one("Police arrested two men.", "arrest").score <= 1


def test_a_heap_of_words_is_no_sentence_and_costs_no_time(read):
    assert read("rebels attacked " * 4_000) == []
