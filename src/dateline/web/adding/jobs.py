"""How far the reading of what somebody gave has come: what the page shows of it."""

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, Literal

from dateline.ingest import Taken
from dateline.intake import Failure
from dateline.web.adding.given import Given

State = Literal["waiting", "reading", "done", "broken"]
# Jobs remembered, the newest ones; what they read is in the database.
_KEPT: Final = 100


@dataclass(frozen=True)
class Outcome:
    """What became of one input: a report with the number of its claims, or the reason why there is none."""

    name: str
    report: str | None = None
    claims: int = 0
    known: bool = False
    language: str | None = None
    reason: str | None = None

    @classmethod
    def of(cls, result: Taken | Failure) -> "Outcome":
        """The outcome of one item; `language` is told where it could not be read for that."""
        if isinstance(result, Failure):
            return cls(result.source, reason=result.reason)
        report = result.report
        name = report.title or report.text.partition("\n")[0]
        language = None if result.read else report.language
        return cls(name, report.id, len(result.claims), result.known, language)


@dataclass
class Job:
    """Things given at once by one person, and what has become of them so far."""

    by: str
    given: Sequence[Given]
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    state: State = "waiting"
    outcomes: list[Outcome] = field(default_factory=list)
    fault: str | None = None

    @property
    def name(self) -> str:
        """What it is called: its first part, of which there may be more."""
        return self.given[0].name

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("done", "broken")

    @property
    def reports(self) -> int:
        """Reports that were read or known."""
        return sum(outcome.report is not None for outcome in self.outcomes)

    @property
    def claims(self) -> int:
        """Claims in them."""
        return sum(outcome.claims for outcome in self.outcomes)

    @property
    def failures(self) -> int:
        """Inputs that gave no report."""
        return sum(outcome.reason is not None for outcome in self.outcomes)


class Jobs:
    """The newest jobs by id; safe to use from several threads."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def put(self, job: Job) -> None:
        """Remember a job; the oldest that is over is forgotten where there are too many."""
        with self._lock:
            self._jobs[job.id] = job
            over = [one.id for one in self._jobs.values() if one.is_over]
            for old in over[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[old]

    def get(self, job: str) -> Job | None:
        """The job of this id."""
        with self._lock:
            return self._jobs.get(job)

    def newest(self) -> list[Job]:
        """All that are remembered, the newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))
