"""`dateline claims --rejected`: what the reader took for no claim."""

import json
from pathlib import Path

import pytest
from command_run import Run

from dateline.cli.rejected import REASONS
from dateline.records import Rejected

RACE = "Riders on the ring road\n\nTwo young men raced their mopeds through Manbij. Ten men escaped from Raqqa.\n"
BOATS = "Boats on the lake\n\nTen crews raced near Tabqa. Nobody was hurt, and the winner got a goat.\n"


@pytest.fixture
def read(fake_reader: None, run: Run, folder: Path) -> None:
    for name, text in (("race.txt", RACE), ("boats.txt", BOATS)):
        (folder / name).write_text(text)
        run("read", "--json", name)


def rejected(run: Run, *given: str) -> list[Rejected]:
    return [
        Rejected.model_validate_json(line) for line in run("claims", "--rejected", "--json", *given).out.splitlines()
    ]


@pytest.mark.usefixtures("read")
def test_each_is_a_record_in_a_line(run: Run) -> None:
    assert [one.sentence.text[:10] for one in rejected(run)] == ["Two young ", "Ten crews "]
    assert json.loads(run("claims", "--rejected").out.splitlines()[0])["record"] == "rejected"


@pytest.mark.usefixtures("read")
def test_a_person_reads_which_kind_which_word_why_and_how_likely(run: Run) -> None:
    told = run("claims", "--rejected", "--table").out
    assert "Riders on the ring road" in told
    assert "escape “raced”" in told
    assert "probably nothing is told there (20% likely)" in told
    assert "“Two young men raced their mopeds through Manbij.”" in told
    assert "Ten men escaped" not in told


@pytest.mark.usefixtures("read")
def test_it_is_asked_for_by_kind_words_report_and_number(run: Run) -> None:
    first, second = rejected(run)
    assert rejected(run, "--text", "mopeds through") == [first]
    assert rejected(run, "--report", second.report[:9]) == [second]
    assert rejected(run, "--limit", "1") == [first]
    assert rejected(run, "--kind", "shelling") == []
    assert "nothing that was rejected" in run("claims", "--rejected", "--kind", "shelling").err


@pytest.mark.usefixtures("read")
def test_claims_are_asked_for_by_report_too(run: Run) -> None:
    first, second = rejected(run)
    assert '"escaped"' in run("claims", "--json", "--report", first.report).out
    assert run("claims", "--json", "--report", second.report).out == ""


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    "option", [("--actor", "men"), ("--place", "Raqqa"), ("--since", "2019"), ("--modality", "future")]
)
def test_what_was_not_read_there_cannot_be_asked_of_it(run: Run, option: tuple[str, str]) -> None:
    result = run("claims", "--rejected", *option)
    assert result.status == 2
    assert f"{option[0]} cannot be asked" in " ".join(result.err.split())


def test_every_reason_has_words() -> None:
    reasons = Rejected.model_json_schema()["properties"]["reason"]["enum"]
    assert set(REASONS) == set(reasons)
