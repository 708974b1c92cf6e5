"""Every error that Dateline raises on purpose, as one tree; each message names the input and what to do."""


class DatelineError(Exception):
    """The root: catch this to catch them all."""


class InputError(DatelineError):
    """A source that cannot be read: a missing file, a broken row, a refused address.

    `source` is the input as it was given (a row of a file as `file:line`), `reason` says what is wrong
    and what to do.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class KindsError(DatelineError):
    """A data file of ours or of the user's (a kind, an actor register) that breaks its rules: `file:line: reason`."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class ModelError(DatelineError):
    """The English syntax model is missing, or its files are not the ones known by their SHA-256."""


class StoreError(DatelineError):
    """The database cannot be opened, read or written."""
