"""What the hand-written pages promise holds."""

import re
import tomllib
from pathlib import Path

import pytest

from dateline.cli.entry import FAILED, INTERRUPTED, PIPE_CLOSED
from dateline.cli.tally import ALL_READ, NOTHING_READ, SOME_FAILED
from dateline.kinds import load_catalogue

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page):
    targets = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_readme_begins_with_the_demo_and_the_tests():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line.split("#")[0].strip() for line in lines[1:3]] == ["make demo", "make test"]


def test_the_kind_of_the_guide_is_one_that_can_be_loaded(blocks, tmp_path):
    (tmp_path / "water_cut.yaml").write_text(blocks("docs/how-to/add-a-kind.md", "yaml")[0], encoding="utf-8")
    kind = load_catalogue([tmp_path]).kinds["water_cut"]
    assert {trigger.words for trigger in kind.triggers} == {
        ("cut",),
        ("shut",),
        ("outage",),
        ("water", "cut"),
    }


def test_every_direct_dependency_is_explained_and_no_other():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=\[ ;]", requirement)[0] for requirement in project["dependencies"]}
    rows = re.findall(r"^\| ([a-z0-9-]+) \|", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.M)
    assert set(rows) - {"package", "---"} == named


def test_every_exit_code_of_the_program_is_explained():
    page = (ROOT / "docs/reference/exit-codes.md").read_text(encoding="utf-8")
    wrong_use = 2
    statuses = {ALL_READ, NOTHING_READ, SOME_FAILED, wrong_use, FAILED, INTERRUPTED, PIPE_CLOSED}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.M)} == statuses


def test_the_readme_names_every_command():
    reference = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"^## `dateline (\w+)`", reference, re.M))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert commands == set(re.findall(r"^\| `dateline (\w+)", readme, re.M))
