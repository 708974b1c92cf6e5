"""What is given is read in the background, one after another, in the name of who gave it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.ingest import Taken
from dateline.intake import Failure, IntakeOptions
from dateline.reading.reader import Reading
from dateline.records import Report
from dateline.store import Store
from dateline.web.adding.given import fetched, pasted
from dateline.web.adding.jobs import Job
from dateline.web.adding.worker import Worker

OPTIONS = IntakeOptions()


class Session:
    """Stores reports and reads nothing in them; some it knows, some break it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.settled = 0

    def take_item(self, item: Report | Failure) -> Taken | Failure:
        if isinstance(item, Failure):
            return item
        if "breaks" in item.text:
            raise StoreError("the disk is full")
        if "bug" in item.text:
            raise KeyError("no such slot")
        known = self._store.report(item.id) is not None
        self._store.save(item, [], "reader 1")
        return Taken(item, [], known, item.language == "en")

    def settle(self) -> None:
        self.settled += 1

    def close(self) -> None:
        """Nothing is open."""


class Unreading:
    """A reader that finds nothing."""

    version = "reader 1"

    def reads(self, report: Report) -> bool:
        return True

    def judge(self, report: Report) -> Reading:
        return Reading([], [])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "desk.db")) as opened:
        yield opened


@pytest.fixture
def worker(store: Store) -> Iterator[Worker]:
    started = Worker(store, Session(store))  # type: ignore[arg-type]
    yield started
    started.stop()


def over(job: Job) -> Job:
    until = time.monotonic() + 20
    while not job.is_over:
        assert time.monotonic() < until, job
        time.sleep(0.01)
    return job


def text(words: str) -> str:
    return f"{words} at the bridge\n\nThe council said that the old bridge was closed in the morning."


def test_a_report_is_read_and_logged_with_who_gave_it(worker, store):
    job = over(worker.give("Ann", [pasted(text("Shots"), None, OPTIONS)]))
    assert (job.state, job.reports, job.failures) == ("done", 1, 0)
    assert job.outcomes[0].name == "Shots at the bridge"
    assert [(entry.by, entry.action) for entry in store.log(job.outcomes[0].report)][-1] == ("Ann", "add report")


def test_what_is_known_already_is_said_to_be(worker, store):
    over(worker.give("Ann", [pasted(text("Shots"), None, OPTIONS)]))
    job = over(worker.give("Ben", [pasted(text("Shots"), None, OPTIONS)]))
    assert job.outcomes[0].known
    assert "Ben" not in {entry.by for entry in store.log()}


def test_a_failure_has_its_reason_and_the_rest_is_read(worker):
    given = [*fetched("http://127.0.0.1:1/", OPTIONS), pasted(text("Shots"), None, OPTIONS)]
    job = over(worker.give("Ann", given))
    assert (job.state, job.reports, job.failures) == ("done", 1, 1)
    assert "not a public address" in (job.outcomes[0].reason or "")


@pytest.mark.parametrize(
    ("words", "fault"), [("This breaks", "the disk is full"), ("A bug", "KeyError: 'no such slot'")]
)
def test_a_job_that_breaks_off_says_why_and_the_next_is_read(worker, words, fault):
    broken = over(worker.give("Ann", [pasted(text(words), None, OPTIONS)]))
    assert (broken.state, broken.fault) == ("broken", fault)
    assert over(worker.give("Ann", [pasted(text("Shots"), None, OPTIONS)])).state == "done"


def test_the_newest_job_comes_first(worker):
    first = over(worker.give("Ann", [pasted(text("Shots"), None, OPTIONS)]))
    second = over(worker.give("Ann", [pasted(text("Shells"), None, OPTIONS)]))
    assert [job.id for job in worker.jobs.newest()] == [second.id, first.id]


def test_the_page_says_what_cannot_be_taken(client):
    answer = client.post("/add", data={"addresses": "file:///etc/passwd", "text": "kept"})
    assert answer.status_code == 400
    assert "is no http(s) address" in answer.text
    assert "kept" in answer.text


def test_the_page_asks_for_something(client):
    assert "nothing was given" in client.post("/add", data={}).text


def test_a_job_that_is_not_known_is_said_not_to_be(client):
    assert client.get("/add/jobs/0000").status_code == 404


def test_what_is_pasted_keeps_its_bytes_so_that_it_can_be_checked(client, monkeypatch):
    monkeypatch.setattr("dateline.ingest.session.Session._reader", Unreading())
    words = text("Raw")
    client.post("/add", data={"text": words})
    store: Store = client.app.state.store
    until = time.monotonic() + 20
    while not any(True for _ in store.reports()):
        assert time.monotonic() < until
        time.sleep(0.01)
    (entry,) = store.reports()
    assert store.raw(entry.report.id) == words.encode()


def test_a_fault_is_told_in_the_readers_language(client):
    answer = client.post("/add", data={}, headers={"accept-language": "fr"})
    assert "rien n’a été donné" in answer.text
