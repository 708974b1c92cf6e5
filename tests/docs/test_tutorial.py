"""What the tutorial and the guides tell a reader to type works as it is written."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.intake import read_sources
from dateline.reading import open_reader

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
ENVIRONMENT.pop("DATELINE_DB", None)


@pytest.fixture(scope="module")
def answers(blocks, tmp_path_factory):
    """Each command of the tutorial, run in order beside the examples, with what it printed."""
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "examples", folder / "examples")
    lines = [line for block in blocks("docs/tutorial/first-report.md", "sh") for line in block.splitlines()]
    return {line: _run(line, folder) for line in lines}


def _run(line, folder, **variables):
    return subprocess.run(
        line,
        check=False,
        shell=True,
        cwd=folder,
        env={**ENVIRONMENT, **variables},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_every_command_of_the_tutorial_succeeds_and_prints_records(answers):
    assert len(answers) >= 4
    for line, answer in answers.items():
        assert answer.returncode == 0, (line, answer.stderr)
        assert all(json.loads(record)["record"] in {"report", "claim"} for record in answer.stdout.splitlines())
        assert answer.stdout, line


def test_the_search_of_the_tutorial_finds_both_figures_for_tell_abyad(answers):
    found = [json.loads(line) for line in list(answers.values())[-1].stdout.splitlines()]
    killed = {count["low"] for claim in found for count in claim["counts"] if count["what"] == "killed"}
    assert {13, 14} <= killed


def test_the_sample_of_the_readme_is_what_the_program_prints(blocks, tmp_path):
    command, expected = blocks("README.md", "sh")[1], blocks("README.md", "text")[0]
    lines = _run(command, tmp_path, COLUMNS="96").stdout.strip().splitlines()
    assert [line.rstrip() for line in lines] == expected.splitlines(), "paste what it prints into README.md"


def test_the_explained_sentence_is_read_as_it_is_explained(tmp_path):
    page = (ROOT / "docs/explanation/how-a-claim-is-read.md").read_text(encoding="utf-8")
    sentence = re.search(r"^> (.*)$", page, re.M).group(1)
    (tmp_path / "sentence.txt").write_text(f"Qamishli, two days on\n\n{sentence}\n", encoding="utf-8")
    [report] = read_sources([str(tmp_path / "sentence.txt")])
    claims = open_reader().read(report)
    read = {claim.trigger.text: (claim.kind, claim.modality) for claim in claims}
    assert read == {"recapture": ("arrest", "attempted"), "escaped": ("escape", "actual")}
    assert {claim.attribution[0].source.text for claim in claims} == {"Local sources"}
    assert {claim.time.earliest for claim in claims} == {None}


def test_the_program_of_the_library_guide_runs_as_it_stands(blocks):
    program = blocks("docs/how-to/use-as-a-library.md", "python")[0]
    answer = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr
    assert any(line.startswith("bombing ") for line in answer.stdout.splitlines())


def test_the_row_of_the_json_lines_guide_is_read(blocks, tmp_path):
    (tmp_path / "rows.jsonl").write_text(blocks("docs/how-to/read-many-reports.md", "json")[0], encoding="utf-8")
    [report] = read_sources([str(tmp_path / "rows.jsonl")])
    assert (report.source, report.published.basis) == ("wire-17", "given")
