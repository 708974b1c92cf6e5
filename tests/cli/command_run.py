"""What running the command gives."""

from collections.abc import Callable
from typing import NamedTuple


class Result(NamedTuple):
    """Exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]
