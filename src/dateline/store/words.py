"""Full-text search of what claims say, with one meaning on SQLite (FTS5) and PostgreSQL (tsvector).

The words of a sentence are folded before either database sees them, and PostgreSQL is given the finished vector
and not the text, so that its own splitting of words, which depends on its locale, has no part in it. What is asked
for is a row of words as it stands, of which the last may go on: "tall ta" finds "near Tall Tamr".
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, cast, column, false, literal, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from dateline.store.folding import fold_name

claim_words: Final = table("claim_words", column("claim"), column("words"))

_HALF: Final = 2**63
# PostgreSQL keeps no position above this, and none of a word longer than that.
_LAST_POSITION: Final = 16_383
_LONGEST: Final = 500


def put_words(connection: Connection, sentences: Mapping[str, str]) -> None:
    """Write the words of claims, given by id; those ids have none yet."""
    if not sentences:
        return
    if connection.dialect.name == "sqlite":
        statement = text("INSERT INTO claim_words (rowid, claim, words) VALUES (:row, :claim, :words)")
        # FTS5 gathers a transaction's rows in memory as long as their numbers rise.
        order = sorted(sentences.items(), key=lambda pair: _row(pair[0]))
        rows = [{"row": _row(claim), "claim": claim, "words": fold_name(said)} for claim, said in order]
    else:
        statement = text("INSERT INTO claim_words (claim, words) VALUES (:claim, CAST(:words AS tsvector))")
        rows = [{"claim": claim, "words": _vector(said)} for claim, said in sentences.items()]
    connection.execute(statement, rows)


def drop_words(connection: Connection, ids: Iterable[str]) -> None:
    """Take claims out of the search; on PostgreSQL their rows go with the claims."""
    if connection.dialect.name == "sqlite" and (rows := [{"row": _row(claim)} for claim in ids]):
        connection.execute(text("DELETE FROM claim_words WHERE rowid = :row"), rows)


def holds_words(dialect: str, claim: ColumnElement[str], asked: str) -> ColumnElement[bool]:
    """The condition that the sentence of `claim` holds the words `asked` in a row."""
    words = fold_name(asked).split()
    if not words:
        return false()
    found = select(claim_words.c.claim)
    if dialect == "sqlite":
        match = literal(f'"{" ".join(words)}"*')
        return claim.in_(found.where(column("claim_words").op("MATCH")(match)))
    return claim.in_(found.where(claim_words.c.words.op("@@")(cast(literal(_query(words)), TSQUERY))))


def _row(claim: str) -> int:
    """The row number of a claim: its 64 bits as a signed number, so that it can be deleted without a search."""
    return int(claim.removeprefix("c_"), 16) - _HALF


def _vector(said: str) -> str:
    words = [word for word in fold_name(said).split() if len(word.encode()) < _LONGEST]
    return " ".join(f"'{word}':{min(place, _LAST_POSITION)}" for place, word in enumerate(words, 1))


def _query(words: Sequence[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    quoted[-1] += ":*"
    return " <-> ".join(quoted)
