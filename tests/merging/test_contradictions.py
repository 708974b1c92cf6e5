"""What keeps two occurrences apart, however alike they are told."""

import pytest

from dateline.merging import explain, merge
from tests.merging.made_told import HASAKAH, MANBIJ, report, told


def pact(text, published="2019-10-18"):
    word = "truce" if "truce" in text else "memorandum"
    return told(report(text, published), "agreement", word, at=MANBIJ)


PAUSE = "Guns to rest\n\nBoth armies signed a truce for Manbij that is to hold for 120 hours, a mediator said."


def test_agreements_that_are_to_last_for_different_times_are_two():
    other = pact("Pact signed\n\nBoth armies signed a memorandum on Manbij: fighters leave within 150 hours.")
    assert explain(pact(PAUSE), other).contradiction == "they are to last for different times"
    assert len(merge([pact(PAUSE), other])) == 2


def test_one_length_of_time_in_other_units_is_no_contradiction():
    same = pact("Manbij truce\n\nA five-day truce for Manbij was signed by both armies, a mediator said.")
    assert explain(pact(PAUSE), same).contradiction is None


def test_how_long_the_talks_took_is_not_how_long_the_agreement_lasts():
    same = pact("Manbij truce\n\nAfter four hours of talks both armies signed a truce for Manbij.")
    assert explain(pact(PAUSE), same).contradiction is None


STRIKE = report(
    "Convoy hit\n\nA jet hit a convoy of lorries near Manbij on Sunday; the air strike killed nine, medics said.",
    "2019-10-14",
)


def strike():
    return told(
        STRIKE, "airstrike", "air strike", at=MANBIJ, on=("Sunday", "2019-10-13"), killed=("nine", 9, 9), by="medics"
    )


def test_such_things_in_general_are_not_the_single_one():
    text = "Burns\n\nThe council accused the army of using phosphorus in air strikes on Manbij."
    general = told(report(text, "2019-10-18"), "airstrike", "air strikes", at=MANBIJ)
    assert explain(strike(), general).contradiction == "one tells of several without day or number, the other of one"
    assert len(merge([strike(), general])) == 2


def test_several_with_a_day_may_be_the_one_that_another_tells():
    text = "Manbij lorries burn\n\nAir strikes on a convoy of lorries near Manbij on Sunday killed nine."
    several = told(
        report(text, "2019-10-14"), "airstrike", "Air strikes", at=MANBIJ, on=("Sunday", "2019-10-13"),
        killed=("nine", 9, 9),
    )  # fmt: skip
    assert explain(strike(), several).contradiction is None


def test_what_names_neither_place_nor_day_nor_people_is_no_event_of_another_report():
    toll = told(report("Toll\n\nThe toll rose to nine.", "2019-10-14"), "killing", "toll", killed=("nine", 9, 9))
    assert explain(strike(), toll).contradiction == "one says neither where nor when, and names nobody"
    assert len(merge([strike(), toll])) == 2


def flight(text, words, number):
    """A claim that people fled a town."""
    return told(report(text, "2019-10-14"), "escape", "fled", at=MANBIJ, escaped=(words, number, number))


def test_numbers_of_another_order_are_of_another_occurrence():
    few = flight("Manbij camp\n\nTwenty men fled the camp of Manbij.", "Twenty", 20)
    many = flight("Manbij empties\n\nSome 130,000 fled Manbij.", "130,000", 130_000)
    assert explain(few, many).contradiction == "their numbers of escaped are of another order"


def test_numbers_of_one_order_are_a_disagreement_and_no_contradiction():
    one = flight("Manbij camp\n\nSome 100 men fled the camp of Manbij.", "100", 100)
    other = flight("Manbij camp opened\n\nSome 785 men fled the camp of Manbij.", "785", 785)
    assert explain(one, other).contradiction is None


@pytest.mark.parametrize("part", [1, 9])
def test_part_of_a_number_does_not_contradict_the_whole(part):
    text = "Nine die\n\nNine died in a raid on Manbij, one of them a child. The raid on Manbij killed nine."
    of = report(text, "2019-10-14")
    whole = told(of, "attack", "raid on Manbij, ", at=MANBIJ, killed=("Nine died", 9, 9))
    again = told(of, "attack", "raid on Manbij killed", at=MANBIJ, killed=("one", part, part))
    both = whole.claim.model_copy(update={"counts": (*whole.claim.counts, *again.claim.counts)})
    assert explain(type(whole)(both, of), again).contradiction is None


def test_what_a_report_tells_apart_no_other_report_makes_one():
    two = report(
        "Two raids\n\nRaiders killed four at Manbij on Sunday.\n\nRaiders also killed fifty at Manbij on Sunday.",
        "2019-10-14",
    )
    sunday = {"at": MANBIJ, "on": ("Sunday", "2019-10-13")}
    apart = [
        told(two, "attack", "killed four", killed=("four", 4, 4), **sunday),
        told(two, "attack", "killed fifty", killed=("fifty", 50, 50), **sunday),
    ]
    third = report("Raiders at Manbij\n\nRaiders killed people at Manbij on Sunday.", "2019-10-14")
    events = merge([*apart, told(third, "attack", "killed people", **sunday)])
    assert not any({one.claim.id for one in apart} <= set(event.claims) for event in events)


def test_two_reports_that_quote_one_source_have_no_name_in_common_by_that():
    by = "Zarqa Hospital"
    one = told(
        report(f"Night\n\nIn the night shells fell on Manbij, the {by} said.", "2019-10-14"),
        "shelling",
        "fell",
        at=MANBIJ,
        by=by,
    )
    other = told(
        report(f"Dawn\n\nIn the morning shells fell on Hasakah, the {by} said.", "2019-10-14"),
        "shelling",
        "fell",
        at=HASAKAH,
        by=by,
    )
    assert "names in common" not in {part.feature for part in explain(one, other).features}


# Nobody says when this was.
UNDATED = report("Graves near Manbij\n\nFive villagers were shot dead at Manbij, a relative said.", None)


@pytest.mark.parametrize(
    ("words", "low", "high", "against"),
    [
        ("nine", 9, 9, "no day is known, and no number of one can be the other's"),
        ("five", 5, 5, None),
        ("at least two", 2, None, None),
    ],
)
def test_what_has_no_day_is_not_what_was_told_with_other_numbers(words, low, high, against):
    shot = told(UNDATED, "killing", "shot dead", at=MANBIJ, killed=("Five", 5, 5))
    text = f"Bomb at Manbij\n\nA bomb killed {words} people at Manbij on Sunday."
    bomb = told(
        report(text, "2019-10-14"), "bombing", "bomb killed", at=MANBIJ, on=("Sunday", "2019-10-13"),
        killed=(words, low, high),
    )  # fmt: skip
    assert explain(shot, bomb).contradiction == against
