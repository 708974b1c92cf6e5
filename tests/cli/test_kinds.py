"""`dateline kinds`: ours and the user's own."""

import json
from pathlib import Path

import pytest
from command_run import Run

KIND = """\
kind: well_digging
label: well digging
group: aid
definition: A well is dug so that people have water.
roles:
  actor: who digs it
crosswalk: {plover: null, acled: null, cameo: null}
triggers:
  verbs:
    - {lemma: dig, needs: {object: well}}
  nouns: [well digging]
examples:
  - {text: Engineers dug a well behind the school., triggers: [dug]}
"""


@pytest.fixture
def own_kinds(folder: Path) -> Path:
    (folder / "own").mkdir()
    (folder / "own" / "well_digging.yaml").write_text(KIND)
    return folder / "own"


def test_kinds_of_the_users_own_are_listed_with_ours(run: Run, own_kinds: Path) -> None:
    ours = {json.loads(line)["kind"] for line in run("kinds").out.splitlines()}
    both = {json.loads(line)["kind"] for line in run("kinds", "--kinds", own_kinds).out.splitlines()}
    assert both - ours == {"well_digging"}
    assert "escape" in ours


def test_a_table_tells_what_a_kind_is_and_how_many_triggers_it_has(run: Run, own_kinds: Path) -> None:
    out = run("kinds", "--table", "--kinds", own_kinds).out
    row = next(line for line in out.splitlines() if line.strip().startswith("well_digging"))
    assert "A well is dug so that people have water" in row
    assert row.split()[-1] == "2"


def test_one_kind_is_shown_whole(run: Run, own_kinds: Path) -> None:
    out = run("kinds", "well_digging", "--table", "--kinds", own_kinds).out
    for words in ("who digs it", "dig", "well digging", "Engineers dug a well"):
        assert words in out


def test_a_kind_that_is_not_there_brings_those_of_like_name(run: Run) -> None:
    result = run("kinds", "escap")
    assert result.status == 2
    assert "escape" in result.err


def test_a_wrong_file_is_refused_with_file_line_and_reason(run: Run, own_kinds: Path) -> None:
    (own_kinds / "well_digging.yaml").write_text(KIND.replace("group: aid", "group: water"))
    result = run("kinds", "--kinds", own_kinds)
    assert result.status == 1
    assert "well_digging.yaml:3: " in result.err


def test_a_folder_that_is_not_there_is_refused(run: Run) -> None:
    result = run("kinds", "--kinds", "nowhere")
    assert result.status == 1
    assert result.err.startswith("dateline: nowhere")
