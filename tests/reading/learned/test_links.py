"""Links between pieces are probabilities by likeness and distance."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.learned.labels import REACH, ROLE_WIDTH
from dateline.reading.learned.links import linked, sigmoid

NOWHERE = np.zeros((1, 2 * REACH + 1), np.float32)


def keys(pieces):
    return np.zeros((pieces, ROLE_WIDTH), np.float32)


def test_pieces_that_answer_alike_are_told_apart_by_their_distance_alone():
    near = NOWHERE.copy()
    near[0, REACH + 1] = 4.0
    found = linked(keys(1)[0], keys(3), near, np.zeros(1, np.float32), 1)
    assert found[:, 0].tolist() == [0.5, 0.5, float(sigmoid(np.float32(4.0)))]


def test_a_key_that_is_like_the_query_is_likelier():
    query, other = np.ones(ROLE_WIDTH, np.float32), keys(2)
    other[1] = 1.0
    found = linked(query, other, NOWHERE, np.zeros(1, np.float32), 0)
    assert found[1, 0] > found[0, 0] == 0.5


@given(st.integers(1, 120), st.integers(0, 119))
def test_however_far_apart_each_piece_gets_a_probability(pieces, asking):
    found = linked(keys(1)[0], keys(pieces), NOWHERE, np.zeros(1, np.float32), min(asking, pieces - 1))
    assert found.shape == (pieces, 1)
    assert ((found >= 0) & (found <= 1)).all()
