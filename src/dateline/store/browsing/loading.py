"""The columns brought up to what the database now holds: the first time whole, then only what has changed."""

import json
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import numpy as np
from sqlalchemy import Connection, select

from dateline.store.browsing.columns import Columns, columns_of
from dateline.store.browsing.terms import Term, Terms
from dateline.store.items import is_event
from dateline.store.log import newest
from dateline.store.summaries.packing import Packed
from dateline.store.summaries.summary import event_key
from dateline.store.tables import event_summaries, log, terms

# With more changes than these, all is loaded anew.
_FEW: Final = 2_000
_FETCHED: Final = 20_000
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Loaded:
    """Columns and terms as of the log entry of this number and hash, up to the summary `last` and the stamp `stamp`."""

    entry: tuple[int, str]
    columns: Columns
    terms: Terms
    last: int
    stamp: int
    _answers: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, question: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer to a question on all events, found once; what is loaded after a change finds it anew."""
        if question not in self._answers:
            self._answers[question] = find()
        found: Answer = self._answers[question]
        return found


def brought_up(connection: Connection, before: Loaded | None) -> Loaded:
    """What is loaded, as it is now."""
    entry = newest(connection)
    if before is not None and before.entry == entry:
        return before
    if before is None or not _leads_on(connection, before, entry[0]):
        before = Loaded(entry, columns_of((), ((), (), (), ()), Terms()), Terms(), 0, -1)
        changed = set[int]()
    else:
        changed = _changed(connection, before.entry[0])
    return _with_changes(connection, before, entry, changed)


def _with_changes(connection: Connection, before: Loaded, entry: tuple[int, str], changed: set[int]) -> Loaded:
    known = before.terms
    stamp = known.learn(_new_terms(connection, before.stamp))
    more = _columns(connection, before.last, known)
    gone = np.fromiter(changed | set(more["key"].tolist()), dtype=np.int64) if len(before.columns) else ()
    columns = before.columns.kept(~np.isin(before.columns["key"], gone)) if len(gone) else before.columns
    last = int(more.number[-1]) if len(more) else before.last
    return Loaded(entry, columns.with_more(more), known, last, max(stamp, before.stamp))


def _leads_on(connection: Connection, before: Loaded, number: int) -> bool:
    """Whether the log is the one of before with a few entries more."""
    known = connection.scalar(select(log.c.hash).where(log.c.number == before.entry[0]))
    return before.entry[0] > 0 and known == before.entry[1] and number - before.entry[0] <= _FEW


def _changed(connection: Connection, since: int) -> set[int]:
    """The keys of the events that were written or removed after this log entry."""
    found: set[str] = set()
    for content in connection.scalars(select(log.c.content).where(log.c.number > since)):
        change = json.loads(content)
        found.update(filter(is_event, (*change["put"], *change["removed"])))
    return set(map(event_key, found))


def _new_terms(connection: Connection, stamp: int) -> Iterator[Term]:
    columns = (terms.c.code, terms.c.sort, terms.c.id, terms.c.record, terms.c.stamp)
    for row in connection.execute(select(*columns).where(terms.c.stamp > stamp).order_by(terms.c.stamp)):
        yield Term(*row)


def _columns(connection: Connection, last: int, known: Terms) -> Columns:
    """The columns of the summaries after this number."""
    parts: list[list[Any]] = [[] for _ in ("number", *Packed._fields)]
    query = select(*(event_summaries.c[name] for name in ("number", *Packed._fields)))
    query = query.where(event_summaries.c.number > last).order_by(event_summaries.c.number)
    with connection.execution_options(yield_per=_FETCHED).execute(query) as rows:
        for some in rows.partitions():
            for part, values in zip(parts, zip(*some, strict=True), strict=True):
                part.extend(values)
    return columns_of(parts[0], parts[1:], known)
