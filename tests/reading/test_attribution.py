import pytest


def said(claim):
    return [(a.source.text, a.kind) for a in claim.attribution]


def test_the_report_that_speaks_in_its_own_voice_has_no_attribution(one):
    assert said(one("Police arrested two men.", "arrest")) == []


def test_a_source_before_what_it_says(one):
    claim = one("Local sources said that police had arrested two men.", "arrest")

    assert said(claim) == [("Local sources", "anonymous")]
    assert claim.attribution[0].cue.text == "said"


def test_a_source_behind_what_it_says(one):
    assert said(one("Police arrested two men, a witness said.", "arrest")) == [("witness", "witness")]


def test_according_to(one):
    assert said(one("Police arrested two men, according to the interior ministry.", "arrest")) == [
        ("interior ministry", "official")
    ]


def test_the_one_who_knows_comes_before_the_one_who_passes_it_on(one):
    claim = one("Police arrested two men, according to a lawyer quoted by a newspaper.", "arrest")

    assert [source for source, _ in said(claim)] == ["lawyer", "newspaper"]


def test_a_quotation_that_goes_on_keeps_its_speaker(read):
    claims = read('"Rebels shelled the market," the governor said. "They kidnapped two guards."')

    assert {(claim.kind, said(claim)[0][0]) for claim in claims} == {
        ("shelling", "governor"),
        ("abduction", "governor"),
    }


def test_who_demands_is_actor_and_not_source(one):
    claim = one("The governor demanded the release of the hostages.", "demand")

    assert said(claim) == []


def test_a_known_monitor_is_named(one):
    claim = one("The Syrian Observatory for Human Rights said rebels shelled Azaz.", "shelling")

    assert claim.attribution[0].entity.name == "Syrian Observatory for Human Rights"


def test_a_dateline_is_no_source(one):
    claim = one("QAMISHLI, 13 October 2019 - Local sources said police arrested two men.", "arrest")

    assert said(claim) == [("Local sources", "anonymous")]


@pytest.mark.parametrize("town", ["Manbij", "Tadmor"])
def test_a_headline_that_ends_with_who_says_it_has_a_source(one, town):
    text = f"Car bomb at {town} market kills 11, Turkey says\n\nOne car bomb went off in {town} on Friday."
    assert said(one(text, "bombing", "Car bomb")) == [("Turkey", "official")]
