"""What is made of the answers of the heads that only benches ask."""

import numpy as np
import pytest

from bench.heads import by_word, runs
from bench.roles import alike
from dateline.reading.learned.windows import Window

TEXT = "gunmen shelled a bridge"
WINDOW = Window(
    ids=(101, 1, 2, 3, 4, 5, 102),
    spans=((0, 0), (0, 3), (3, 6), (7, 14), (15, 16), (17, 23), (0, 0)),
    context=(True, False, False, False, False, False, True),
)


def odds(*likely: float) -> np.ndarray:
    return np.array(likely, dtype=np.float32)


def test_a_word_is_as_likely_as_its_likeliest_piece():
    assert by_word(TEXT, WINDOW, odds(0.0, 0.25, 0.75, 0.5, 0.0, 0.0, 0.0)).tolist() == [0, 0.75, 0.75, 0.5, 0, 0, 0]


def test_nothing_is_told_of_what_is_read_along_only():
    assert by_word(TEXT, WINDOW, odds(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)).tolist() == [0] * 7


@pytest.mark.parametrize(("gap", "found"), [(0, [(1, 2), (3, 4), (6, 7)]), (1, [(1, 4), (6, 7)]), (2, [(1, 7)])])
def test_short_gaps_in_a_run_are_filled(gap, found):
    assert list(runs(odds(0, 0.5, 0, 0.5, 0, 0, 0.5), 0.5, gap)) == found


def test_nothing_likely_makes_no_run():
    assert list(runs(odds(0.1, 0.2), 0.5)) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("national river front", "nrf", True),
        ("mayor ruiz", "carlos ruiz", True),
        ("two buses", "buses", True),
        ("bridge", "town hall", False),
    ],
)
def test_names_of_one_entity_are_told_by_head_part_or_initials(one, other, same):
    assert alike(one, other) is same
