import pytest


def numbers(claim):
    return {(count.what, count.low, count.high) for count in claim.counts}


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 men", 12, 12),
        ("twelve men", 12, 12),
        ("twenty-five men", 25, 25),
        ("three hundred men", 300, 300),
        ("1,200 men", 1200, 1200),
        ("at least 12 men", 12, None),
        ("more than 30 men", 30, None),
        ("up to 30 men", None, 30),
        ("around 40 men", 40, 40),
        ("dozens of men", 24, 99),
        ("scores of men", 40, 99),
        ("hundreds of men", 200, 999),
        ("thousands of men", 2000, 9999),
        ("several men", 3, 9),
        ("numerous men", None, None),
        ("a man", 1, 1),
    ],
)
def test_a_number_has_these_ends(one, words, low, high):
    assert numbers(one(f"Police arrested {words} in the town.", "arrest")) == {("detained", low, high)}


def test_the_words_that_open_an_end_are_in_the_span(one):
    count = one("Police arrested at least 12 men.", "arrest").counts[0]

    assert (count.span.text, count.of) == ("at least 12", "men")


def test_killed_and_wounded_are_told_apart(one):
    claim = one("The airstrike killed nine people and wounded 20 others.", "airstrike")

    assert numbers(claim) == {("killed", 9, 9), ("wounded", 20, 20)}


def test_a_number_of_vehicles_is_no_count_of_people(one):
    assert one("Police seized 12 trucks and arrested the drivers.", "arrest").counts == ()


def test_nobody_killed_is_a_count_of_none(one):
    assert ("killed", 0, 0) in numbers(one("The bombing killed no people.", "bombing"))


def test_two_numbers_of_people_held_are_two_counts(one):
    claim = one("The camp is home to around 12,000 prisoners and 80,000 relatives.", "detention")

    assert numbers(claim) == {("held", 12000, 12000), ("held", 80000, 80000)}


def test_a_toll_since_some_day_is_cumulative(one):
    claim = one("More than 200 people have been killed in the province since March.", "killing")

    assert [count.cumulative for count in claim.counts] == [True]
