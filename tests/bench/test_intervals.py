"""Intervals of figures by drawing reports anew."""

from bench.intervals import figures, intervals

MARK = {
    "kind": "escape",
    "trigger": {"text": "fled", "start": 0, "end": 4},
    "actors": [],
    "recipients": [],
    "places": [],
    "counts": [],
    "attribution": [],
    "modality": "actual",
    "certainty": "certain",
}


def test_where_all_reports_read_alike_there_is_nothing_to_doubt():
    assert intervals([([MARK], [])] * 4, times=40)["trigger"] == (0.0, 0.0)


def test_the_figure_lies_between_its_bounds():
    read = [([MARK], []), ([], []), ([], [])]
    low, high = intervals(read, times=200)["trigger"]
    assert low <= figures(read)["trigger"] <= high
    assert low < high


def test_the_same_reports_give_the_same_bounds():
    read = [([MARK], []), ([], [])]
    assert intervals(read, times=40) == intervals(read, times=40)
