"""What waits for review: first what the machine would change, then events, then claims, unsure ones first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.records import Claim, Event

if TYPE_CHECKING:
    from dateline.store import Store, Suggestion


# Events and claims looked ahead at: more than anybody reviews at a sitting.
_AHEAD: Final = 500


class Waiting(NamedTuple):
    """Something to review, and the suggestion on it if there is one."""

    subject: Claim | Event
    suggestion: "Suggestion | None" = None


def queue(store: "Store") -> Iterator[Waiting]:
    """Everything that waits, as it is now."""
    from dateline.store import ClaimFilter, EventFilter

    for suggestion in list(store.suggestions()):
        subject = _subject(store, suggestion.subject)
        if subject is not None:
            yield Waiting(subject, suggestion)
    for event in list(store.events(EventFilter(states=("unreviewed",)), _AHEAD)):
        yield Waiting(event)
    claims = store.claims(ClaimFilter(states=("unreviewed",), limit=_AHEAD))
    for claim in sorted(claims, key=lambda one: (one.score, one.id)):
        yield Waiting(claim)


def _subject(store: "Store", subject: str) -> Claim | Event | None:
    from dateline.store import ClaimFilter

    if subject.startswith("c_"):
        return next(store.claims(ClaimFilter(ids=(subject,), rejected=True)), None)
    return store.event(subject)
