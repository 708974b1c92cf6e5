"""How long something is to last, read from its words."""

import pytest

from dateline.merging.durations import durations


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("a halt for 120 hours", {120}),
        ("a five-day pause", {120}),
        ("They leave within 150 hours.", {150}),
        ("a truce of two weeks", {336}),
        ("It lasts one month.", {720}),
    ],
)
def test_a_length_of_time_is_told_in_hours(text, hours):
    assert durations(text) == hours


@pytest.mark.parametrize("text", ["after four hours of talks", "two days earlier", "on day three", "24 soldiers"])
def test_what_is_no_length_of_what_is_agreed_is_none(text):
    assert durations(text) == frozenset()
