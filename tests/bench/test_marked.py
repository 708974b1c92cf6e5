import json
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.marked import checked, main, read_folder
from bench.marked_short_forms import Words, count, days, nearest, only, place, words
from dateline.errors import InputError

TEXT = "Rebels shelled Taiz. Soldiers near Taiz said rebels had not shelled the port of Aden; Gen. Ali denied it."
SHELLED = "shelled@2, kind: shelling, modality: negated"


def folder(tmp_path: Path, claims: str, text: str = TEXT) -> Path:
    (tmp_path / "one.yaml").write_text(
        dedent(f"""\
        - id: taiz-1
          published: 2024-03-02
          publisher: Coast Radio
          text: |-
            {text}
          claims:
        """)
        + "".join(f"    - {{trigger: {line}}}\n" for line in claims.splitlines()),
        encoding="utf-8",
    )
    return tmp_path


def claim(tmp_path: Path, line: str) -> dict:
    (row,) = read_folder(folder(tmp_path, line))
    return row["claims"][0]


def test_every_span_quotes_the_text(tmp_path):
    read = claim(tmp_path, SHELLED + ", actors: [rebels], places: [Aden = Aden YE 12.78 45.04], by: [Soldiers = army]")
    for span in [read["trigger"], *read["actors"], *read["places"], *read["attribution"]]:
        assert TEXT[span["start"] : span["end"]] == span["text"]


def test_a_dispatch_keeps_its_id_day_and_publisher(tmp_path):
    (row,) = read_folder(folder(tmp_path, SHELLED))
    assert (row["doc"], row["published"], row["source"]) == ("taiz-1", "2024-03-02", "Coast Radio")


def test_modality_and_certainty_are_plain_where_nothing_is_said(tmp_path):
    read = claim(tmp_path, "shelled@1, kind: shelling")
    assert (read["modality"], read["certainty"]) == ("actual", "certain")


def test_claims_of_one_event_are_joined_and_others_stand_alone(tmp_path):
    lines = "shelled@1, kind: shelling, event: 1\ndenied, kind: accusation\nshelled@2, kind: shelling, event: 1"
    (row,) = read_folder(folder(tmp_path, lines))
    assert row["events"] == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("bombed, kind: shelling", "'bombed' does not occur"),
        ("shelled, kind: shelling", "'shelled' is ambiguous"),
        ("shelled@3, kind: shelling", "'shelled' does not occur 3 times"),
        ("denied, kind: denial", "'denial' is not a kind"),
        ("denied, kind: accusation, actors: [Marib]", "'Marib' does not occur"),
        ("denied, kind: accusation, counts: [dead 3]", "'dead 3' is not WHAT"),
        ("denied, kind: accusation, time: 2024-02-30", "day is out of range"),
        ("denied, kind: accusation, modality: perhaps", "'perhaps'"),
        ("denied, kind: accusation, actor: [Ali]", "actor"),
    ],
)
def test_a_value_that_breaks_the_rules_is_named_with_its_file_and_dispatch(tmp_path, line, value):
    with pytest.raises(InputError, match=r"one.yaml, dispatch taiz-1") as refused:
        claim(tmp_path, line)
    assert value in str(refused.value)


def test_an_id_that_stands_twice_is_refused(tmp_path):
    file = folder(tmp_path, SHELLED) / "one.yaml"
    (tmp_path / "two.yaml").write_text(file.read_text())
    with pytest.raises(InputError, match=r"two.yaml, dispatch taiz-1: the id stands in one.yaml already"):
        list(read_folder(tmp_path))


def test_words_are_sought_whole():
    assert only("The raiders fled before the raid.", Words(text="raid")).start == 28


def test_the_occurrence_nearest_to_the_trigger_in_its_sentence_is_meant():
    trigger = only(TEXT, words("shelled@1"))
    assert nearest(TEXT, words("Taiz"), trigger).start == TEXT.index("Taiz")


def test_a_span_from_an_earlier_sentence_is_the_nearest_before():
    text = "Guards ran. Guards hid. They wept. Guards slept."
    assert nearest(text, words("Guards"), only(text, words("wept"))).start == 12


def test_several_spans_that_stand_only_later_are_ambiguous():
    text = "They wept. Guards hid. Guards slept."
    with pytest.raises(ValueError, match="ambiguous"):
        nearest(text, words("Guards"), only(text, words("wept")))


def test_a_title_does_not_end_a_sentence():
    text = "Ali fell. Gen. Ali was hit. Ali wept."
    assert nearest(text, words("Ali"), only(text, words("hit"))).start == 15


def test_a_place_has_role_relation_country_and_point():
    read = place("Old Town@2 = Sanaa destination near YE 15.35 44.21")
    assert read.model_dump() == {
        "text": "Old Town", "nth": 2, "name": "Sanaa", "role": "destination", "relation": "near", "country": "YE",
        "at": (15.35, 44.21),
    }  # fmt: skip


def test_a_place_of_several_words_may_hold_a_relation_word():
    assert place("camp near Dohuk").text == "camp near Dohuk"


@pytest.mark.parametrize(
    ("form", "ends"),
    [("killed 12", (12, 12)), ("killed 12..", (12, None)), ("killed ..30", (None, 30)), ("killed ..", (None, None))],
)
def test_a_count_may_be_open_at_either_end(form, ends):
    assert (count(form)["low"], count(form)["high"]) == ends


def test_a_running_total_is_told_as_such():
    assert count("killed 9 of miners cumulative") == {
        "what": "killed", "low": 9, "high": 9, "of": "miners", "cumulative": True,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["killed", "killed 9..3", "killed many"])
def test_a_count_without_ends_in_order_is_refused(form):
    with pytest.raises(ValueError, match=r"LOW..HIGH"):
        count(form)


def test_days_are_inclusive_and_in_order():
    assert days("2024-03-01..2024-03-05") == {"earliest": "2024-03-01", "latest": "2024-03-05"}
    with pytest.raises(ValueError, match="ends before"):
        days("2024-03-05..2024-03-01")


@given(st.lists(st.sampled_from(["raid", "Homs", "raiders", "fled"]), min_size=1), st.integers(1, 4))
def test_a_picked_occurrence_is_where_the_text_has_it(tokens, nth):
    text = " ".join(tokens)
    if tokens.count("raid") >= nth:
        span = only(text, Words(text="raid", nth=nth))
        assert span.quotes(text)
        assert text[: span.start].split().count("raid") == nth - 1
    else:
        with pytest.raises(ValueError, match="does not occur"):
            only(text, Words(text="raid", nth=nth))


def test_gold_lines_are_written(tmp_path):
    out = tmp_path / "gold.jsonl"
    assert main(["--jsonl", str(folder(tmp_path, SHELLED)), str(out)]) == 0
    assert [json.loads(line)["doc"] for line in out.read_text().splitlines()] == ["taiz-1"]


def test_a_refused_folder_ends_with_the_reason(tmp_path, capsys):
    assert main(["--jsonl", str(folder(tmp_path, "bombed, kind: bombing")), str(tmp_path / "out")]) == 1
    assert "bombed" in capsys.readouterr().err


def test_a_fault_does_not_hide_the_next(tmp_path):
    (tmp_path / "a.yaml").write_text("- {id: a-1}\n- {id: a-2}\n")
    (tmp_path / "b.yaml").write_text("no list")
    faults = list(checked(folder(tmp_path, SHELLED)))
    assert [isinstance(row, InputError) for row in faults] == [True, True, True, False]
