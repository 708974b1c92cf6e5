"""The load bench asks all its questions of a small database too, within the time that it allows at any size."""

from pathlib import Path

import pytest
import yaml

from bench.desk_data import made_database, made_world
from bench.desk_load import FLOORS, measured, percentile
from dateline.store import Store

SIZE = 300


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path: Path = tmp_path_factory.mktemp("load") / "desk.db"
    made_database(path, SIZE)
    return Store.open(str(path), write=False)


def test_no_question_takes_longer_than_it_may_at_the_largest_size(store: Store) -> None:
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["desk_load"]
    answered = dict(measured(store, made_world(), rounds=2))
    slow = {
        name: times
        for name, times in answered.items()
        if percentile(times) > floors.get(name, floors["any"])["at_most"]
    }
    assert slow == {}
    assert len(answered) > 25


def test_the_time_within_which_most_answers_came() -> None:
    assert percentile([5.0] * 95 + [100.0] * 5) == 100.0
    assert percentile([5.0] * 96 + [100.0] * 4) == 5.0
