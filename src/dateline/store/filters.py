"""Which claims are asked for, and the same question as conditions on the tables."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Column, ColumnElement, Table, or_, select

from dateline.store.folding import fenced, fold_name
from dateline.store.tables import claim_actors, claim_places, claims, event_claims
from dateline.store.words import holds_words


@dataclass(frozen=True)
class ClaimFilter:
    """Conditions that a claim must all meet; one left out lets every claim through.

    `actor` and `place` are looked for at the start of a word, in the words of the text and in the canonical
    name, without regard to case, accents and punctuation: "kurd" finds "Kurdish-led forces". `entities` and
    `locations` are ids that will do as well. Where `whole_words` is set, the last word must not go on: "IS"
    does not find "Israel". `since` and `until` are days, both included; a claim without a known day is never
    between them. `text` is words of the sentence in a row, of which the last may go on. What a person rejected is
    left out, unless `rejected` asks for it too.
    """

    report: str | None = None
    kinds: tuple[str, ...] = ()
    actor: str | None = None
    entities: tuple[str, ...] = ()
    place: str | None = None
    locations: tuple[str, ...] = ()
    whole_words: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    modalities: tuple[str, ...] = ()
    text: str | None = None
    event: str | None = None
    ids: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    rejected: bool = False
    limit: int | None = None


ALL_CLAIMS: Final = ClaimFilter()


def conditions(asked: ClaimFilter, dialect: str) -> Iterator[ColumnElement[bool]]:
    """The conditions on `claims` that `asked` comes to on this kind of database."""
    if asked.report is not None:
        yield claims.c.report == asked.report
    if asked.kinds:
        yield claims.c.kind.in_(asked.kinds)
    if asked.modalities:
        yield claims.c.modality.in_(asked.modalities)
    if asked.text is not None:
        yield holds_words(dialect, claims.c.id, asked.text)
    if asked.event is not None:
        yield claims.c.id.in_(select(event_claims.c.claim).where(event_claims.c.event == asked.event))
    if asked.ids:
        yield claims.c.id.in_(asked.ids)
    if asked.states:
        yield claims.c.state.in_(asked.states)
    elif not asked.rejected:
        yield claims.c.state != "rejected"
    yield from on_days(claims, asked.since, asked.until)
    yield from _on_names(asked)


def on_days(table: Table, since: dt.date | None, until: dt.date | None) -> Iterator[ColumnElement[bool]]:
    """The conditions that a row of `table` may lie between two days."""
    first, last = table.c.first_day, table.c.last_day
    if since is None and until is None:
        return
    yield or_(first.is_not(None), last.is_not(None))
    if since is not None:
        yield or_(last.is_(None), last >= since)
    if until is not None:
        yield or_(first.is_(None), first <= until)


def _on_names(asked: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    whole = asked.whole_words
    if asked.actor is not None or asked.entities:
        acts = claim_actors.c.role != "instrument"
        yield _among(claim_actors, claim_actors.c.entity, asked.actor, asked.entities, whole, acts)
    if asked.place is not None or asked.locations:
        yield _among(claim_places, claim_places.c.place, asked.place, asked.locations, whole)


def _among(
    table: Table,
    ids: Column[str],
    name: str | None,
    wanted: tuple[str, ...],
    whole: bool,
    *more: ColumnElement[bool],
) -> ColumnElement[bool]:
    alternatives: list[ColumnElement[bool]] = [ids.in_(wanted)]
    if folded := fold_name(name or ""):
        pattern = fenced(folded) if whole else fenced(folded).rstrip()
        alternatives.append(table.c.name.contains(pattern, autoescape=True))
    return claims.c.id.in_(select(table.c.claim).where(or_(*alternatives), *more))
