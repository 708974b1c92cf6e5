"""The command with every real part behind it: from files to stored claims, and back out of the database."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_run import Run
from test_kinds import KIND

from dateline.kinds import load_catalogue
from dateline.records import Claim, Report

PAGE = """\
<!doctype html><html lang="en"><head><title>Detainees flee camp | Jazira Observer</title>
<meta property="article:published_time" content="2019-10-14T08:00:00+03:00"></head>
<body><nav><a href="#main">Skip to main content</a></nav><article><h1>Detainees flee camp</h1>
<p>At least 40 Daesh fighters escaped from a camp near Ain Issa on Sunday, a local council said.</p>
<p>Residents feared that the group may attack the prison in Hasakah. The Syrian Democratic Forces denied that
they had withdrawn from Manbij.</p></article><p><a href="#top">Back to top</a></p></body></html>
"""
NOTE = (
    "Convoy leaves\n\nTurkish forces shelled a village near Tell Tamer on 2 November 2019, killing three civilians.\n"
)
WELL = "Water for the school\n\nEngineers dug a well behind the school on Monday, and the pupils watched them do it.\n"


@pytest.fixture
def sources(folder: Path) -> Path:
    (folder / "in").mkdir()
    (folder / "in" / "page.html").write_text(PAGE)
    (folder / "in" / "note.txt").write_text(NOTE)
    row = {"id": "row-7", "text": WELL, "published": "2019-11-05"}
    (folder / "in" / "rows.jsonl").write_text(json.dumps(row) + "\n")
    return folder / "in"


def told(out: str) -> list[Claim]:
    return [Claim.model_validate_json(line) for line in out.splitlines() if '"record":"claim"' in line]


def test_reports_become_claims_that_quote_them_and_are_found_again(run: Run, sources: Path) -> None:
    result = run("read", "--json", sources)
    assert result.status == 0
    rows = [json.loads(line) for line in result.out.splitlines()]
    reports = {row["id"]: Report.model_validate(row) for row in rows if row["record"] == "report"}
    claims = told(result.out)
    assert {Path(report.source).name for report in reports.values()} == {"note.txt", "page.html", "row-7"}
    assert all(span.quotes(reports[claim.report].text) for claim in claims for span in claim.spans())
    assert {claim.kind for claim in claims} <= set(load_catalogue().kinds)
    assert {"escape", "shelling"} <= {claim.kind for claim in claims}
    assert "Skip to main content" not in result.out
    assert {claim.id for claim in told(run("claims").out)} == {claim.id for claim in claims}

    assert run("read", "--json", sources).out == result.out

    for options in (["--actor", "ISIL"], ["--place", "Ain Issa"], ["--since", "2019-10-13", "--until", "2019-10-13"]):
        assert "escape" in {claim.kind for claim in told(run("claims", *options).out)}, options
    assert {claim.modality for claim in told(run("claims", "--modality", "future").out)} == {"future"}

    escape = next(claim for claim in claims if claim.trigger.text == "escaped")
    assert "[trigger: escaped]" in " ".join(run("show", escape.id).out.split())


def test_a_kind_of_the_users_own_is_read(run: Run, sources: Path, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own" / "well_digging.yaml").write_text(KIND)
    claims = told(run("read", "--json", "--kinds", "own", sources / "rows.jsonl").out)
    assert "well_digging" in {claim.kind for claim in claims}
    assert "well_digging" not in {claim.kind for claim in told(run("read", "--json", sources / "rows.jsonl").out)}


@pytest.mark.usefixtures("folder")
def test_finding_an_actor_loads_nothing_that_only_reading_needs(run: Run, sources: Path) -> None:
    run("read", "--json", sources / "page.html")
    code = (
        "import sys; from dateline.cli.entry import main; main(['claims', '--actor', 'ISIL']);"
        "print(sorted({'spacy', 'trafilatura', 'numpy'} & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert (result.stderr, bool(result.stdout)) == ("[]\n", True)
