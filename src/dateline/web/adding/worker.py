"""The one thread that reads what is given, one job after another, so that pages stay quick while it does."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Final

from dateline.errors import DatelineError
from dateline.ingest import Session, Taken
from dateline.intake import Failure
from dateline.store import Store
from dateline.web.adding.given import Given, all_of
from dateline.web.adding.jobs import Job, Jobs, Outcome

ADDED: Final = "add report"


class Worker:
    """Reads jobs into a database. The reader is opened for the first of them, in some seconds, and kept."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store = store
        self._session = session
        self._thread = ThreadPoolExecutor(1, "reading")
        self._stopping = Event()
        self.jobs = Jobs()

    def give(self, by: str, given: Sequence[Given]) -> Job:
        """Let this be read, in the name of `by`, when its turn comes."""
        job = Job(by, given)
        self.jobs.put(job)
        self._thread.submit(self._read, job).add_done_callback(lambda done: _say_end(job, done))
        return job

    def stop(self) -> None:
        """Finish the report that is being read, begin no other, and let go of the database."""
        self._stopping.set()
        self._thread.shutdown(cancel_futures=True)
        self._session.close()

    def _read(self, job: Job) -> None:
        job.state = "reading"
        for item in all_of(job.given):
            if self._stopping.is_set():
                return
            result = self._session.take_item(item)
            self._log(job, result)
            job.outcomes.append(Outcome.of(result))
        self._session.settle()

    def _log(self, job: Job, result: Taken | Failure) -> None:
        if isinstance(result, Taken) and not result.known:
            self._store.note(job.by, ADDED, result.report.id, result.report.source)


def _say_end(job: Job, done: "Future[None]") -> None:
    error = None if done.cancelled() else done.exception()
    if error is not None:
        job.fault = str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
    job.state = "broken" if error else "done"
