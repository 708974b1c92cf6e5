"""Whether summaries are what follows from the events that are stored."""

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection, select

from dateline.records import Event
from dateline.store.folding import storable
from dateline.store.summaries.keeping import claims_of
from dateline.store.summaries.packing import packed
from dateline.store.summaries.summary import summary_of
from dateline.store.tables import event_summaries, terms

# The code of what has none.
_MISSING = -2


class StoredTerms:
    """The codes of kinds, actors and places, as they are stored."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(select(terms.c.sort, terms.c.id, terms.c.code))
        self._codes: dict[tuple[str, str], int] = {(row.sort, row.id): row.code for row in rows}

    def code_of(self, sort: str, name: str, _record: BaseModel | None) -> int:
        """The code of a term that an event names."""
        return self._codes.get((sort, storable(name)), _MISSING)


def is_summarized(connection: Connection, event: Event, known: StoredTerms) -> bool:
    """Whether the summary of an event is what follows from it and its claims, as far as these can be read."""
    try:
        told = claims_of(connection, event.id)
    except ValidationError:
        return True  # the check of the claim tells
    wanted = packed(summary_of(event, told), known.code_of)
    query = select(*(event_summaries.c[name] for name in wanted._fields)).where(event_summaries.c.event == event.id)
    row = connection.execute(query).one_or_none()
    return row is not None and tuple(map(bytes, row)) == wanted
