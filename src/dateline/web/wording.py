"""Values as words for a reader, in the reader's language and with no more certainty than the records have."""

from collections.abc import Callable
from typing import Any, Final

FILTERS: Final[dict[str, Callable[..., Any]]] = {}
