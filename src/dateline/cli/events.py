"""`dateline events`: the events of the database that meet all conditions."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table as Grid
from rich.text import Text

from dateline.cli import event_wording, wording
from dateline.cli.json_lines import write_record
from dateline.cli.listing import short_id
from dateline.cli.named import known_actor
from dateline.cli.options import (
    DEFAULT_DATABASE,
    ActorFolders,
    ActorName,
    Database,
    Json,
    Kinds,
    Limit,
    PlaceName,
    Since,
    Table,
    Until,
)
from dateline.cli.periods import period
from dateline.cli.terminal import page, prints_table, say
from dateline.records import Event

if TYPE_CHECKING:
    from dateline.store import ClaimFilter


class StatusChoice(StrEnum):
    """The statuses of an event as choices; a test holds them to the records."""

    SINGLE_ORIGIN = "single_origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DENIED = "denied"
    ANTICIPATED = "anticipated"


def events(
    kind: Kinds = None,
    status: Annotated[
        list[StatusChoice] | None,
        typer.Option(
            metavar="STATUS",
            help="Only single_origin, corroborated, contested, denied or anticipated ones; may be repeated.",
        ),
    ] = None,
    actor: ActorName = None,
    place: PlaceName = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    actor_folders: ActorFolders = None,
    as_json: Json = False,
    as_table: Table = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Print the events in the database that meet all conditions: one occurrence each, from one or more claims.

    An event of an unknown day is left out wherever --since or --until is given.
    """
    from dateline.store import EventFilter, Store

    earliest, latest = period(since, until)
    for_people = prints_table(as_json, as_table)
    with Store.open(database, write=False) as store:
        asked = EventFilter(
            kinds=tuple(kind or ()),
            statuses=tuple(status or ()),
            since=earliest,
            until=latest,
            told=_names(actor, place, actor_folders),
        )
        found = list(store.events(asked, limit))
    if for_people and found:
        page().print(_table(found))
    elif not for_people:
        for event in found:
            write_record(event)
    if not found:
        say("no event meets all conditions")


def _names(actor: str | None, place: str | None, folders: Sequence[Path] | None) -> "ClaimFilter | None":
    from dateline.store import ClaimFilter

    if actor is None and place is None:
        return None
    entities, whole_words = known_actor(actor, folders)
    return ClaimFilter(actor=actor, entities=entities, whole_words=whole_words, place=place)


def _table(found: Iterable[Event]) -> Grid:
    table = Grid(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0), leading=1)
    table.add_column("event", no_wrap=True, style="dim")
    table.add_column("kind", style="bold", overflow="fold")
    for name in ("who", "to whom", "where", "when", "how many"):
        table.add_column(name, ratio=1, overflow="fold")
    table.add_column("told by", overflow="fold", max_width=11)
    table.add_column("status", overflow="fold", max_width=12)
    for event in found:
        table.add_row(Text(short_id(event.id)), *(Text(words or "–") for words in _cells(event)))
    return table


def _cells(event: Event) -> tuple[str, ...]:
    return (
        wording.kind_words(event.kind),
        event_wording.who(event, "actor"),
        event_wording.who(event, "recipient"),
        event_wording.where(event),
        wording.when(event.time),
        event_wording.how_many(event),
        event_wording.support(event),
        event_wording.STATUS_WORDS[event.status],
    )
