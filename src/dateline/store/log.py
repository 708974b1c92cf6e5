"""The log: every change in order, each entry bound by its hash to the one before.

An entry's hash is the SHA-256 of its own fields and of the hash before it, so that no entry can be changed, moved
or taken out without every later hash being wrong. The newest entry's number and hash are kept in `dateline_meta`
too, so that entries cannot be cut off at the end unnoticed.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Row, RowMapping, delete, insert, select

from dateline.store.folding import storable
from dateline.store.tables import log, meta

# What the first entry is bound to.
ROOT: Final = "0" * 64
HEAD: Final = "log_head"
_FETCHED: Final = 500


@dataclass
class Change:
    """What one step did: the hash of each row put, by id, and the ids of rows removed.

    `before` and `after` are what a person's change found and left, by id; null is not there.
    """

    put: dict[str, str] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None

    def __bool__(self) -> bool:
        return bool(self.put or self.removed)

    def join(self, other: "Change") -> None:
        """Take in what `other` did after this."""
        self.put |= other.put
        self.removed += other.removed

    def as_json(self) -> str:
        """The change as an entry's content."""
        content: dict[str, Any] = {"put": self.put, "removed": self.removed}
        if self.after is not None:
            content |= {"before": self.before, "after": self.after}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class LogEntry:
    """One change. `by` is a person, or the version of the reader; `undoes` is the number of the entry taken back."""

    number: int
    at: dt.datetime
    by: str
    action: str
    subject: str
    reason: str
    undoes: int | None


def digest(*parts: str | None) -> str:
    """The SHA-256, in hex, of some values in order; null is a value of its own."""
    whole = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode("ascii")).hexdigest()


def now() -> str:
    """The present moment in UTC, as it is stored."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def append(
    connection: Connection,
    change: Change,
    *,
    by: str,
    action: str,
    subject: str,
    reason: str = "",
    undoes: int | None = None,
) -> int:
    """Add an entry and return its number. The caller holds the write lock, so no other entry comes between."""
    number, previous = newest(connection)
    values: dict[str, Any] = {
        "number": number + 1,
        "at": now(),
        "by": storable(by),
        "action": action,
        "subject": subject,
        "reason": storable(reason),
        "content": change.as_json(),
        "undoes": undoes,
        "previous": previous,
    }
    hashed = entry_hash(values)
    connection.execute(insert(log).values(values | {"hash": hashed}))
    _set_head(connection, number + 1, hashed)
    return number + 1


def newest(connection: Connection) -> tuple[int, str]:
    """Number and hash of the newest entry; 0 and the root where there is none."""
    row = connection.execute(select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)).one_or_none()
    return (row.number, row.hash) if row else (0, ROOT)


def head(connection: Connection) -> str | None:
    """What `dateline_meta` says the newest entry is: its number and hash."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == HEAD))


def head_words(number: int, hashed: str) -> str:
    """Number and hash as `dateline_meta` keeps them."""
    return f"{number} {hashed}"


def entry_hash(values: Mapping[str, Any]) -> str:
    """The hash of an entry whose fields these are."""
    names = ("number", "at", "by", "action", "subject", "reason", "content", "undoes", "previous")
    return digest(*(None if values[name] is None else str(values[name]) for name in names))


def restore_entries(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write entries as they were in another database; their hashes tell whether they are."""
    last = None
    for row in rows:
        connection.execute(insert(log).values(dict(row)))
        last = row
    if last is not None:
        _set_head(connection, last["number"], last["hash"])


def raw_entries(connection: Connection) -> Iterator[RowMapping]:
    """Every entry in order, all its columns."""
    with connection.execution_options(yield_per=_FETCHED).execute(select(log).order_by(log.c.number)) as rows:
        yield from rows.mappings()


def entry_of(row: Row[Any]) -> LogEntry:
    """An entry as it is shown."""
    at = dt.datetime.fromisoformat(row.at)
    return LogEntry(row.number, at, row.by, row.action, row.subject, row.reason, row.undoes)


def select_entries(connection: Connection, subject: str | None = None) -> Iterator[LogEntry]:
    """The entries in order, all or those of one subject."""
    query = select(log).order_by(log.c.number)
    if subject is not None:
        query = query.where(log.c.subject == subject)
    with connection.execution_options(yield_per=_FETCHED).execute(query) as rows:
        yield from map(entry_of, rows)


def _set_head(connection: Connection, number: int, hashed: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == HEAD))
    connection.execute(insert(meta).values(key=HEAD, value=head_words(number, hashed)))
