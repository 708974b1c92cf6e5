"""Too many wrong passwords for one name make the next try wait."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

# Wrong tries of one name within this many seconds, after which it must wait until the oldest is past.
TRIES: Final = 5
SECONDS: Final = 300.0
_NAMES: Final = 10_000


class Throttle:
    """Counts wrong tries by name, of the newest names only."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def seconds_to_wait(self, name: str) -> float:
        """How long until this name may be tried; 0 is now."""
        with self._lock:
            tries = self._recent(name)
        return max(0.0, tries[-TRIES] + SECONDS - self._clock()) if len(tries) >= TRIES else 0.0

    def was_wrong(self, name: str) -> None:
        """Count a wrong try."""
        with self._lock:
            self._wrong[name] = [*self._recent(name), self._clock()]
            self._wrong.move_to_end(name)
            while len(self._wrong) > _NAMES:
                self._wrong.popitem(last=False)

    def was_right(self, name: str) -> None:
        """Forget the wrong tries of a name."""
        with self._lock:
            self._wrong.pop(name, None)

    def _recent(self, name: str) -> list[float]:
        since = self._clock() - SECONDS
        return [moment for moment in self._wrong.get(name, []) if moment > since]
