"""The commands do the same on either kind of database."""

import json
from pathlib import Path

import pytest
from command_run import Run

CAMP = "Camp loses detainees\n\nSome 40 people escaped from Ain Issa on Sunday, the camp office said.\n"

pytestmark = pytest.mark.usefixtures("fake_reader")


def test_reading_reviewing_exporting_and_verifying(run: Run, folder: Path, address: str) -> None:
    (folder / "camp.txt").write_text(CAMP)
    here = ("--db", address)
    report, claim = (json.loads(line) for line in run("read", "camp.txt", *here).out.splitlines())
    assert json.loads(run("claims", "--text", "escaped from ain", *here).out) == claim
    assert json.loads(run("events", *here).out)["claims"] == [claim["id"]]
    why = ("--by", "Ann", "--reason", "as it says")
    assert run("review", "accept", claim["id"], *why, *here).status == 0
    assert json.loads(run("export", "gold", *here).out)["doc"] == report["id"]
    assert run("verify", *here).status == 0
    assert run("export", "jsonl", "--out", "all.jsonl", *here).status == 0
    assert run("import", "all.jsonl", "--db", "copy.db").status == 0
    assert run("export", "jsonl", "--db", "copy.db").out == run("export", "jsonl", *here).out
