"""`dateline claims`: the claims of the database that meet all conditions."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli.json_lines import write_records
from dateline.cli.listing import Listing
from dateline.cli.named import known_actor, report_id
from dateline.cli.options import (
    DEFAULT_DATABASE,
    ActorFolders,
    ActorName,
    Database,
    Json,
    Kinds,
    Limit,
    ModalityChoice,
    PlaceName,
    Since,
    Table,
    Until,
)
from dateline.cli.periods import period
from dateline.cli.rejected import print_rejected
from dateline.cli.terminal import prints_table, say
from dateline.records import Claim

if TYPE_CHECKING:
    from dateline.store import ClaimFilter, Store

_NOT_READ: Final = ("--actor", "--place", "--since", "--until", "--modality")


def claims(
    kind: Kinds = None,
    actor: ActorName = None,
    place: PlaceName = None,
    since: Since = None,
    until: Until = None,
    modality: Annotated[
        list[ModalityChoice] | None,
        typer.Option(
            metavar="HOW",
            help="Only what is told as actual, attempted, negated, future or hypothetical; may be repeated.",
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only where the sentence holds these words.")
    ] = None,
    report: Annotated[
        str | None, typer.Option(metavar="ID", help="Only of this report; the beginning of its id will do.")
    ] = None,
    rejected: Annotated[
        bool,
        typer.Option(
            "--rejected",
            help="Instead of claims, what the reader took for none, with the reason and how likely it seemed.",
        ),
    ] = False,
    limit: Limit = None,
    actor_folders: ActorFolders = None,
    as_json: Json = False,
    as_table: Table = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Print the claims in the database that meet all conditions.

    A claim of an unknown day is left out wherever --since or --until is given.

    With --rejected only --kind, --text, --report and --limit can be asked for: the rest was not read.
    """
    from dateline.store import ClaimFilter, RejectedFilter, Store

    earliest, latest = period(since, until)
    for_people = prints_table(as_json, as_table)
    if rejected:
        _refuse_unread(actor, place, since, until, modality)
    with Store.open(database, write=False) as store:
        of_report = report and report_id(store, report)
        if rejected:
            print_rejected(store, RejectedFilter(of_report, tuple(kind or ()), text, limit), for_people)
            return
        entities, whole_words = known_actor(actor, actor_folders)
        asked = ClaimFilter(
            report=of_report,
            kinds=tuple(kind or ()),
            actor=actor,
            entities=entities,
            whole_words=whole_words,
            place=place,
            since=earliest,
            until=latest,
            modalities=tuple(modality or ()),
            text=text,
            limit=limit,
        )
        printed = _print_listing(store, asked) if for_people else write_records(store.claims(asked))
        if not printed:
            _say_why_none(store, kind or [])


def _refuse_unread(*given: object) -> None:
    for option, value in zip(_NOT_READ, given, strict=True):
        if value:
            raise typer.BadParameter(f"{option} cannot be asked of what was rejected: that was not read there")


def _print_listing(store: "Store", asked: "ClaimFilter") -> int:
    printed = 0
    listing = Listing()
    for report, told in _by_report(store.claims(asked)):
        entry = store.report(report)
        if entry:
            listing.print(entry.report, told)
            printed += len(told)
    return printed


def _by_report(found: Iterator[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    return ((report, list(told)) for report, told in groupby(found, key=lambda claim: claim.report))


def _say_why_none(store: "Store", asked_kinds: list[str]) -> None:
    kinds = store.kinds()
    if not kinds:
        say(f"there are no claims in {store.name}")
    elif asked_kinds and not set(asked_kinds) & set(kinds):
        say(f"no claims of this kind; there are: {', '.join(kinds)}")
    else:
        say("no claim meets all conditions")
