"""The marked sentences of our own: large enough, and true to their text and the register."""

import pytest

from bench.own_sets import held_out, rows
from dateline.actors import load_register


@pytest.fixture(scope="module")
def register():
    return load_register()


def marks(name):
    return [(row, mark) for row in rows(name) for mark in row["marks"]]


@pytest.mark.parametrize("name", ["places", "actors"])
def test_every_mark_is_the_text_at_its_characters(name):
    assert all(row["text"][mark["start"] : mark["end"]] == mark["text"] for row, mark in marks(name))


@pytest.mark.parametrize("name", ["places", "actors"])
def test_about_half_of_each_set_is_held_out(name):
    out = [held_out(row) for row in rows(name)]
    assert 0.4 < sum(out) / len(out) < 0.6


def test_places_have_the_promised_breadth():
    placed = [(row["id"], mark) for row, mark in marks("places") if mark["place"]]
    assert len({sentence for sentence, _ in placed}) >= 400
    assert len({mark["text"] for _, mark in placed}) >= 300
    assert len({mark["place"]["country"] for _, mark in placed}) >= 15
    assert any(mark["place"] is None for _, mark in marks("places"))


def test_actors_have_the_promised_breadth(register):
    expected = [mark["actor"] for _, mark in marks("actors")]
    assert len(expected) >= 600
    named = {actor for value in expected if value for actor in (value if isinstance(value, list) else [value])}
    assert named <= set(register.actors)
    assert None in expected


def test_whose_part_somebody_is_is_in_the_register_too(register):
    names = {actor.entity.name for actor in register.actors.values()}
    assert {part for actor in register.actors.values() for part in actor.part_of} <= names
