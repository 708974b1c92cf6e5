import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.weighing.decisions import Decision, decisions, likeliest, log_odds


def test_a_feature_without_a_weight_counts_for_nothing():
    decision = Decision(bias=0.0, weights={"rule": 1.0}, threshold=0.5)
    assert decision.probability({"rule": 1.0, "moon": 9.0}) == decision.probability({"rule": 1.0})


def test_a_yes_needs_the_threshold():
    decision = Decision(bias=0.0, weights={"rule": 1.0}, threshold=0.7)
    assert not decision.yes({"rule": 0.5})
    assert decision.yes({"rule": 2.0})


@given(probability=st.floats(0, 1))
def test_odds_stay_within_bounds_even_for_the_certain_and_the_impossible(probability):
    assert -8 <= log_odds(probability) <= 8


def test_of_a_choice_the_encoder_decides_where_it_is_sure():
    weights = {"encoder": 1.0, "rule": 1.0, "plain": 0.5}
    assert likeliest(weights, np.array([0.01, 0.98, 0.01], np.float32), by_rule=0) == 1


def test_of_a_choice_the_rule_decides_where_the_encoder_is_not():
    weights = {"encoder": 1.0, "rule": 1.0, "plain": 0.5}
    assert likeliest(weights, np.array([0.4, 0.35, 0.25], np.float32), by_rule=2) == 2


@pytest.mark.parametrize("name", ["actor", "recipient", "source", "count"])
def test_what_rules_and_encoder_both_say_is_likelier_than_what_one_says(name):
    decision = decisions()[name]
    both = decision.probability({"rule": 1.0, "encoder": 2.0})
    assert both > decision.probability({"rule": 1.0, "encoder": -2.0})
    assert both > decision.probability({"encoder": 2.0})
