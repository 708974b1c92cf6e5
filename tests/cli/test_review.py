"""`dateline review`: the queue with single keys, and each step by name. `dateline verify`, `export`, `import`."""

import json
from pathlib import Path

import pytest
from command_run import Run
from told_records import all_told, feared, make_report, moved, shelling

from dateline.store import ClaimFilter, EventFilter, Store

BY = ("--by", "Ann", "--reason", "checked")


@pytest.fixture(autouse=True)
def database(folder: Path) -> Path:
    with Store.open("dateline.db") as store:
        store.save(make_report(), all_told(), "reader 1")
    return folder / "dateline.db"


def states() -> dict[str, str]:
    with Store.open("dateline.db", write=False) as store:
        lines = [line for line in store.lines() if line["record"] == "review" and "claim" in line]
        return {line["claim"]: line["review"]["state"] for line in lines}


def test_a_step_by_name_is_done_and_says_how_to_take_it_back(run: Run) -> None:
    result = run("review", "accept", shelling().id, *BY)
    assert (result.status, result.out) == (0, "")
    assert states() == {shelling().id: "accepted"}
    command = result.err.partition("`dateline ")[2].partition(" --reason")[0].split()
    assert run(*command, *BY).status == 0
    assert states() == {}


def test_fields_are_edited_by_name(run: Run) -> None:
    assert run("review", "edit", feared().id, "--set", "modality=hypothetical", *BY).status == 0
    assert json.loads(run("show", "--json", feared().id).out)["modality"] == "hypothetical"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("mood=bad", "write field=value"),
        ("modality", "write field=value"),
        ("modality=maybe", "modality: input should"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_changes_nothing(run: Run, change: str, reason: str) -> None:
    result = run("review", "edit", feared().id, "--set", change, *BY)
    assert result.status == 1
    assert reason in result.err
    assert states() == {}


def test_a_claim_is_added_by_its_kind_and_words(run: Run) -> None:
    result = run("review", "add", make_report().id, "--kind", "statement", "--trigger", "quoted", *BY)
    assert result.status == 0
    claim = json.loads(run("claims", "--kind", "statement").out)
    assert (claim["trigger"]["text"], claim["score"]) == ("quoted", 1.0)
    assert claim["sentence"]["text"].startswith("At least 22")


def test_events_are_merged_and_split_by_name(run: Run) -> None:
    events = [json.loads(line) for line in run("events").out.splitlines()]
    assert run("review", "merge", *(event["id"] for event in events), *BY).status == 0
    (event,) = (json.loads(line) for line in run("events").out.splitlines())
    assert run("review", "split", event["id"], moved().id, *BY).status == 0
    assert len(run("events").out.splitlines()) == 2


def test_a_step_needs_a_reason(run: Run) -> None:
    result = run("review", "accept", shelling().id)
    assert result.status == 2
    assert "--reason" in result.err


def test_the_log_tells_who_did_what_and_why(run: Run) -> None:
    run("review", "reject", moved().id, "--by", "Ann", "--reason", "no column there")
    assert f"reject {moved().id} by Ann: no column there" in run("review", "log").out


def test_single_keys_work_through_the_queue(run: Run) -> None:
    result = run("review", "--by", "Ann", stdin=b"a" + b"right\n" + b"rwrong\n" + b" q")
    assert result.status == 0
    assert "2 steps taken" in result.err
    with Store.open("dateline.db", write=False) as store:
        reviews = [event.review for event in store.events(EventFilter(rejected=True))]
    assert sorted((one.state, one.note) for one in reviews if one.state != "unreviewed") == [
        ("accepted", "right"),
        ("rejected", "wrong"),
    ]


def test_a_key_that_cannot_be_done_here_says_why_and_asks_again(run: Run) -> None:
    result = run("review", "--by", "Ann", stdin=b"tq")
    assert "the machine suggests nothing here" in result.err
    assert states() == {}


def test_the_question_mark_lists_the_keys(run: Run) -> None:
    out = run("review", "--by", "Ann", stdin=b"?q").out
    assert "accept" in out
    assert "undo the last step" in out


def test_the_last_step_is_undone_with_a_key(run: Run) -> None:
    run("review", "--by", "Ann", stdin=b"aright\nunot right\nq")
    with Store.open("dateline.db", write=False) as store:
        assert {event.review.state for event in store.events()} == {"unreviewed"}


def test_the_end_of_the_input_ends_it(run: Run) -> None:
    assert run("review", "--by", "Ann", stdin=b"").status == 0


def test_verify_says_that_all_is_as_stored(run: Run) -> None:
    result = run("verify")
    assert (result.status, result.err) == (0, "")
    assert "all as stored" in result.out


def test_verify_says_what_is_wrong_where(run: Run) -> None:
    with Store.open("dateline.db") as store, store._writing() as connection:
        connection.exec_driver_sql("UPDATE claims SET kind = 'airstrike' WHERE kind = 'shelling'")
    result = run("verify")
    assert result.status == 1
    assert f"{shelling().id}: has 'airstrike' as its kind" in result.err


def test_an_export_is_imported_to_the_same_again(run: Run, folder: Path) -> None:
    run("review", "accept", shelling().id, *BY)
    assert run("export", "jsonl", "--out", "backup.jsonl").status == 0
    assert run("import", "backup.jsonl", "--db", "copy.db").status == 0
    assert run("verify", "--db", "copy.db").status == 0
    assert run("export", "jsonl", "--db", "copy.db").out == run("export", "jsonl").out
    assert sorted(path.name for path in folder.glob("backup*")) == ["backup.jsonl"]


def test_gold_is_what_was_reviewed(run: Run) -> None:
    assert run("export", "gold").out == ""
    run("review", "accept", shelling().id, *BY)
    line = json.loads(run("export", "gold").out)
    assert [claim["kind"] for claim in line["claims"]] == ["shelling"]


def test_a_file_that_is_no_export_is_a_message(run: Run, folder: Path) -> None:
    (folder / "notes.txt").write_text("Notes.\n")
    result = run("import", "notes.txt", "--db", "copy.db")
    assert (result.status, result.out) == (1, "")
    assert "notes.txt:1: is no JSON" in result.err
    missing = run("import", "nowhere.jsonl", "--db", "copy.db")
    assert (missing.status, "nowhere.jsonl: No such file" in missing.err) == (1, True)


def test_a_rejected_claim_is_not_listed(run: Run) -> None:
    run("review", "reject", moved().id, *BY)
    assert moved().id not in run("claims").out
    with Store.open("dateline.db", write=False) as store:
        assert moved().id in {claim.id for claim in store.claims(ClaimFilter(rejected=True))}
