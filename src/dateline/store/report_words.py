"""Full-text search of what reports are called, as `words` has it of claims: title, publisher and source.

A row of words lies in one of the three and does not reach into the next. On SQLite the row is that of the report's
number; on PostgreSQL the three follow each other with a place between them that no word has.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, column, false, select, table, text

from dateline.store.folding import fold_name
from dateline.store.tables import reports
from dateline.store.words import found_words, vector

report_words: Final = table("report_words", column("rowid"), column("report"), column("words"))


class Named(NamedTuple):
    """The number of a report and what it is called."""

    number: int
    title: str | None
    publisher: str | None
    source: str | None


def put_report_words(connection: Connection, named: Iterable[Named]) -> None:
    """Write what these reports are called; they have no words yet."""
    if connection.dialect.name == "sqlite":
        statement = text("INSERT INTO report_words (rowid, title, publisher, source) VALUES (:number, :t, :p, :s)")
        rows = [{"number": one.number} | dict(zip("tps", _folded(one), strict=True)) for one in named]
    else:
        statement = text("INSERT INTO report_words (report, words) VALUES (:number, CAST(:words AS tsvector))")
        rows = [{"number": one.number, "words": vector(_folded(one))} for one in named]
    if rows:
        connection.execute(statement, rows)


def renew_report_words(connection: Connection, report: str) -> None:
    """Write what the report of this id is called, in the place of what it was."""
    query = select(*(reports.c[name] for name in Named._fields)).where(reports.c.id == report)
    named = Named(*connection.execute(query).one())
    key = "rowid" if connection.dialect.name == "sqlite" else "report"
    connection.execute(text(f"DELETE FROM report_words WHERE {key} = :number"), {"number": named.number})
    put_report_words(connection, [named])


def is_named(dialect: str, asked: str) -> ColumnElement[bool]:
    """The condition that a report is called by the words `asked` in a row, of which the last may go on."""
    words = fold_name(asked).split()
    if not words:
        return false()
    key = report_words.c.rowid if dialect == "sqlite" else report_words.c.report
    searched = column("report_words") if dialect == "sqlite" else report_words.c.words
    return reports.c.number.in_(select(key).select_from(report_words).where(found_words(dialect, searched, words)))


def _folded(named: Named) -> list[str]:
    return [fold_name(said or "") for said in (named.title, named.publisher, named.source)]
