"""What a run of `dateline read` came to: counted, told in a line, and as an exit status."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dateline.cli.wording import number_of
from dateline.ingest import Taken
from dateline.records import Claim

if TYPE_CHECKING:
    from dateline.intake import Failure

ALL_READ: Final = 0
NOTHING_READ: Final = 1
SOME_FAILED: Final = 3


@dataclass
class Tally:
    """Reports read now, known from before, not yet read (by language); their claims; inputs that failed."""

    read: int = 0
    known: int = 0
    claims: int = 0
    failed: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    example: Claim | None = None

    def add(self, taken: "Taken | Failure") -> None:
        """Count one report, or one input that failed."""
        if not isinstance(taken, Taken):
            self.failed += 1
            return
        if not taken.read:
            self.unread[taken.report.language] += 1
        elif taken.known:
            self.known += 1
        else:
            self.read += 1
        self.claims += len(taken.claims)
        self.example = self.example or next(iter(taken.claims), None)

    @property
    def is_empty(self) -> bool:
        """Whether the sources held nothing, not even something that failed."""
        return self.status == NOTHING_READ and not self.failed

    @property
    def status(self) -> int:
        """The exit status."""
        if not self.read + self.known + self.unread.total():
            return NOTHING_READ
        return SOME_FAILED if self.failed else ALL_READ

    def __str__(self) -> str:
        parts = [f"{number_of(self.read, 'report')} read"]
        if self.known:
            parts.append(f"{self.known:,} already known")
        parts.append(number_of(self.claims, "claim"))
        if self.unread:
            parts.append(f"{self.unread.total():,} not yet read ({', '.join(sorted(self.unread))})")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts)
