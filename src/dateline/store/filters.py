"""Which claims are asked for, and the same question as conditions on the tables."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Column, ColumnElement, Table, or_, select

from dateline.store.folding import fenced, fold_name, fold_text
from dateline.store.tables import claim_actors, claim_places, claims


@dataclass(frozen=True)
class ClaimFilter:
    """Conditions that a claim must all meet; one left out lets every claim through.

    `actor` and `place` are looked for at the start of a word, in the words of the text and in the canonical
    name, without regard to case, accents and punctuation: "kurd" finds "Kurdish-led forces". `entities` and
    `locations` are ids that will do as well. Where `whole_words` is set, the last word must not go on: "IS"
    does not find "Israel". `since` and `until` are days, both included; a claim without a known day is never
    between them.
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
    limit: int | None = None


ALL_CLAIMS: Final = ClaimFilter()


def conditions(asked: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    """The conditions on `claims` that `asked` comes to."""
    if asked.report is not None:
        yield claims.c.report == asked.report
    if asked.kinds:
        yield claims.c.kind.in_(asked.kinds)
    if asked.modalities:
        yield claims.c.modality.in_(asked.modalities)
    if asked.text is not None:
        yield claims.c.sentence.contains(fold_text(asked.text), autoescape=True)
    yield from _on_days(asked)
    yield from _on_names(asked)


def _on_days(asked: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if asked.since is None and asked.until is None:
        return
    yield or_(claims.c.first_day.is_not(None), claims.c.last_day.is_not(None))
    if asked.since is not None:
        yield or_(claims.c.last_day.is_(None), claims.c.last_day >= asked.since)
    if asked.until is not None:
        yield or_(claims.c.first_day.is_(None), claims.c.first_day <= asked.until)


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
