"""The examples, read for real: every page of them answers."""

from pathlib import Path

import pytest

from dateline.ingest import Session
from dateline.intake import read_sources
from tests.web.desk_client import asked

EXAMPLES = Path(__file__).parents[3] / "examples"
READ = ["ain-issa-escape-northern-wire.html", "ain-issa-escape-euphrates-monitor.html", "hol-unrest-scrape.txt"]


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    database = tmp_path_factory.mktemp("examples") / "examples.db"
    with Session(str(database), (), lambda _: None, ()) as session:
        for report in read_sources([str(EXAMPLES / name) for name in READ]):
            session.take(report)
    with asked(database) as client:
        yield client


def test_every_page_of_the_examples_answers(examples):
    for name in ("events", "reports", "places", "actors"):
        for record in examples.get(f"/{name}.json").json()[name]:
            assert examples.get(f"/{name}/{record['id']}").status_code == 200, record["id"]


def test_two_papers_on_one_escape_are_one_event_told_by_two_origins(examples):
    found = examples.get("/events.json?kind=escape&origins=2").json()["events"]
    page = examples.get(f"/events/{found[0]['id']}").text
    assert "2 reports, 2 origins" in page
    assert "Northern Wire" in page
    assert "Euphrates Monitor" in page
    assert "Origin 2" in page
