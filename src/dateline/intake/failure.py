"""What takes the place of a report where an input could not be read."""

from dataclasses import dataclass

from dateline.errors import InputError


@dataclass(frozen=True)
class Failure:
    """An input that gave no report: `source` as given (a row as `file:line`), `reason` with what to do."""

    source: str
    reason: str

    @classmethod
    def of(cls, error: InputError) -> "Failure":
        """The failure that an error raised on the way stands for."""
        return cls(error.source, error.reason)
