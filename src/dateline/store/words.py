"""Full-text search of what claims say, with one meaning on SQLite (FTS5) and PostgreSQL (tsvector).

The words of a sentence are folded before either database sees them, and PostgreSQL is given the finished vector
and not the text, so that its own splitting of words, which depends on its locale, has no part in it. What is asked
for is a row of words as it stands, of which the last may go on: "tall ta" finds "near Tall Tamr".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

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
        order = sorted(sentences.items(), key=lambda pair: claim_key(pair[0]))
        rows = [{"row": claim_key(claim), "claim": claim, "words": fold_name(said)} for claim, said in order]
    else:
        statement = text("INSERT INTO claim_words (claim, words) VALUES (:claim, CAST(:words AS tsvector))")
        rows = [{"claim": claim, "words": vector([fold_name(said)])} for claim, said in sentences.items()]
    connection.execute(statement, rows)


def drop_words(connection: Connection, ids: Iterable[str]) -> None:
    """Take claims out of the search; on PostgreSQL their rows go with the claims."""
    if connection.dialect.name == "sqlite" and (rows := [{"row": claim_key(claim)} for claim in ids]):
        connection.execute(text("DELETE FROM claim_words WHERE rowid = :row"), rows)


def holds_words(dialect: str, claim: ColumnElement[str], asked: str) -> ColumnElement[bool]:
    """The condition that the sentence of `claim` holds the words `asked` in a row."""
    words = fold_name(asked).split()
    if not words:
        return false()
    return claim.in_(select(claim_words.c.claim).where(found_words(dialect, _searched(dialect), words)))


def keys_holding(connection: Connection, asked: str) -> Iterator[int]:
    """The ids of the claims whose sentence holds the words `asked` in a row, as numbers (see `claim_key`)."""
    words = fold_name(asked).split()
    if not words:
        return
    # On SQLite the number is the row's own: the index alone answers, however many rows there are.
    dialect = connection.dialect.name
    of_sqlite = dialect == "sqlite"
    wanted = column("rowid") if of_sqlite else claim_words.c.claim
    query = select(wanted).select_from(claim_words).where(found_words(dialect, _searched(dialect), words))
    found = connection.execute(query).scalars()
    yield from found if of_sqlite else map(claim_key, found)


def claim_key(claim: str) -> int:
    """The 64 bits of the id of a claim, as a signed number: its row on SQLite, to delete it without a search."""
    return int(claim.removeprefix("c_"), 16) - _HALF


def found_words(dialect: str, searched: ColumnElement[Any], words: Sequence[str]) -> ColumnElement[bool]:
    """The condition that folded `words` stand in a row in what is `searched`; the last of them may go on."""
    if dialect == "sqlite":
        return searched.op("MATCH")(literal(f'"{" ".join(words)}"*'))
    return searched.op("@@")(cast(literal(_query(words)), TSQUERY))


def vector(folded: Iterable[str]) -> str:
    """Folded texts as a tsvector is written, with a place between one and the next that no word has."""
    placed: list[str] = []
    begin = 1
    for said in folded:
        words = [word for word in said.split() if len(word.encode()) < _LONGEST]
        placed += [f"'{word}':{min(place, _LAST_POSITION)}" for place, word in enumerate(words, begin)]
        begin += len(words) + 1
    return " ".join(placed)


def _searched(dialect: str) -> ColumnElement[Any]:
    return column("claim_words") if dialect == "sqlite" else claim_words.c.words


def _query(words: Sequence[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    quoted[-1] += ":*"
    return " <-> ".join(quoted)
