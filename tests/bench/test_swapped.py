"""Actors' names swapped, and what is then compared."""

from hypothesis import given
from hypothesis import strategies as st

from bench.swapped import moved, with_swaps

TEXT = "Taliban fighters shelled Kabul; the Taliban denied it."
SWAPS = [(0, 7, "Boko Haram"), (36, 43, "FARC")]


def test_every_name_is_put_in_its_place():
    assert with_swaps(TEXT, SWAPS) == "Boko Haram fighters shelled Kabul; the FARC denied it."


@given(st.integers(min_value=0, max_value=len(TEXT) - 1))
def test_a_character_outside_the_names_is_found_again(at):
    if not any(start <= at < end for start, end, _ in SWAPS):
        assert with_swaps(TEXT, SWAPS)[moved(at, SWAPS)] == TEXT[at]
