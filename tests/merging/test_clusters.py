"""Average link, on scores alone."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.merging.clusters import best_and_mean, best_two, cluster


def never(one: int, other: int) -> bool:
    return False


def test_the_likeliest_pair_is_joined_first_and_then_speaks_as_one():
    scores = {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.1}
    assert cluster(3, scores, 0.5, never) == [[0, 1], [2]]


def test_a_pair_without_a_score_counts_as_unlike():
    assert cluster(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5, never) == [[0, 1], [2]]


def test_a_contradiction_keeps_whole_groups_apart():
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.8}
    assert cluster(3, scores, 0.5, lambda one, other: (one, other) == (0, 2)) == [[0, 1], [2]]


def test_by_its_two_likeliest_pairs_a_member_need_not_be_like_all():
    scores = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.1, (1, 3): 0.6, (2, 3): 0.7}
    assert cluster(4, scores, 0.6, never, best_two) == [[0, 1, 2, 3]]
    assert cluster(4, scores, 0.6, never) == [[0, 1, 2], [3]]


def test_by_the_likeliest_pair_and_the_mean_a_brief_mention_joins_and_a_stray_likeness_does_not():
    near = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.5}
    assert cluster(3, near, 0.7, never, best_and_mean) == [[0, 1, 2]]
    far = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.0}
    assert cluster(3, far, 0.7, never, best_and_mean) == [[0, 1], [2]]


pairs = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), st.floats(0, 1)
)


@given(pairs, st.floats(0.05, 0.95))
def test_every_index_is_in_one_group_and_groups_are_alike_on_average(scores, threshold):
    groups = cluster(7, scores, threshold, never)
    assert sorted(index for group in groups for index in group) == list(range(7))
    for group in groups:
        if len(group) == 2:
            assert scores.get((group[0], group[1]), 0) >= threshold
