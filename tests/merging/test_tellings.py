"""What one report tells of one occurrence, and what is its outcome."""

import pytest

from dateline.merging import explain, merge
from dateline.records import ClaimPlace
from tests.merging.made_told import MANBIJ, report, span, told

BLAST = report(
    "Blast in Manbij\n\nA bomb exploded at the bus station of Manbij on Monday and killed seven. More than 40 were "
    "hurt. The clinic has put the toll at nine.",
    "2019-10-15",
)


def bomb():
    return told(
        BLAST, "bombing", "exploded", at=MANBIJ, on=("Monday", "2019-10-14"), killed=("seven", 7, 7), by="clinic"
    )


def toll():
    return told(BLAST, "killing", "toll", killed=("nine", 9, 9))


def test_the_toll_told_afterwards_is_of_the_blast_that_was_told_last():
    hurt = told(BLAST, "killing", "hurt")
    (event,) = merge([bomb(), hurt, toll()])
    (killed,) = event.counts
    assert (event.kind, killed.low, killed.high) == ("bombing", 7, 9)


def test_an_outcome_with_a_day_of_its_own_is_not_tied_to_what_was_told_last():
    text = BLAST.text + " A farmer was shot dead on Friday."
    shot = told(report(text, "2019-10-15"), "killing", "shot dead", on=("Friday", "2019-10-11"))
    other = told(shot.report, "bombing", "exploded", at=MANBIJ, on=("Monday", "2019-10-14"))
    assert len(merge([other, shot])) == 2


def test_the_explanation_of_an_outcome_has_the_threshold_that_it_was_judged_by():
    among = [bomb(), toll()]
    assert explain(*among, among).threshold < explain(bomb(), told(BLAST, "bombing", "Blast"), among).threshold


def test_where_a_claim_stands_among_those_of_its_family_is_part_of_the_explanation():
    headline = told(BLAST, "bombing", "Blast", at=MANBIJ)
    features = {part.feature for part in explain(headline, bomb(), [headline, bomb(), toll()]).features}
    assert "headline and next" in features


@pytest.mark.parametrize(
    ("where", "feature"), [("a depot", "place on one side"), ("Qalat Nasr", "other place by name")]
)
def test_a_place_without_a_name_is_no_other_place_than_one_with_a_name(where, feature):
    text = f"Blasts in Manbij\n\nThree bombs exploded in Manbij. Two of them went off at {where}."
    of = report(text, "2019-10-15")
    lead = told(of, "bombing", "exploded", at=MANBIJ)
    there = ClaimPlace(role="location", span=span(text, where))
    again = told(of, "bombing", "went off", places=(there,))
    assert feature in {part.feature for part in explain(lead, again).features}
