"""`dateline review`: work through the queue with single keys, or take one step by its name."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import one_line, say
from dateline.errors import StoreError
from dateline.records import Claim, Event
from dateline.records.by_hand import changed, claim_by_hand

if TYPE_CHECKING:
    from dateline.store import Reviewer, Store

REVIEWER_VARIABLE: Final = "DATELINE_REVIEWER"

By = Annotated[
    str | None,
    typer.Option("--by", envvar=REVIEWER_VARIABLE, metavar="NAME", help="Who reviews; else the user of this system."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]
Subject = Annotated[str, typer.Argument(metavar="ID", help="A claim or event, or how its id begins.")]
EventId = Annotated[str, typer.Argument(metavar="EVENT", help="An event, or how its id begins.")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The number of a suggestion, as the queue shows it.")]
Changes = Annotated[
    list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="A field's new value, JSON or plain words.")
]

app = typer.Typer(invoke_without_command=True, no_args_is_help=False)


@app.callback()
def review(context: typer.Context, by: By = None, database: Database = DEFAULT_DATABASE) -> None:
    """Work through what waits for review, with single keys; ? lists them. Or take one step, named below.

    Every step has a name and a reason, and can be undone.
    """
    if context.invoked_subcommand is None:
        from dateline.cli.review_session import work_through
        from dateline.store import Store

        with Store.open(database) as store:
            work_through(store, store.reviewer(_name(by)))


@app.command()
def accept(subject: Subject, reason: Reason, by: By = None, database: Database = DEFAULT_DATABASE) -> None:
    """Say that a claim or event is right as it stands."""
    with _reviewing(database, by) as (store, reviewer):
        _done(reviewer.accept(find_subject(store, subject).id, reason))


@app.command()
def reject(subject: Subject, reason: Reason, by: By = None, database: Database = DEFAULT_DATABASE) -> None:
    """Say that a claim or event is wrong. It is kept, and no longer shown."""
    with _reviewing(database, by) as (store, reviewer):
        _done(reviewer.reject(find_subject(store, subject).id, reason))


@app.command()
def edit(
    subject: Subject,
    reason: Reason,
    changes: Changes = None,
    by: By = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Correct fields of a claim or event; what the machine read is kept beside it."""
    if not changes:
        raise typer.BadParameter("give at least one --set FIELD=VALUE")
    with _reviewing(database, by) as (store, reviewer):
        _done(reviewer.edit(changed(find_subject(store, subject), changes), reason))


@app.command()
def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report, or how its id begins.")],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="The kind of the claim.")],
    trigger: Annotated[str, typer.Option("--trigger", metavar="WORDS", help="The words that name what happened.")],
    reason: Reason,
    changes: Changes = None,
    by: By = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Add a claim that the reader missed."""
    with _reviewing(database, by) as (store, reviewer):
        entry = store.find(report)
        if isinstance(entry, Claim):
            raise StoreError(f"{report}: is a claim; give the report")
        claim = changed(claim_by_hand(entry.report, kind, trigger), changes or ())
        _done(reviewer.add(claim, reason), claim.id)


@app.command()
def merge(
    events: Annotated[list[str], typer.Argument(metavar="EVENT...", help="Two events or more.")],
    reason: Reason,
    by: By = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Make one event of several; it keeps the id of the first."""
    with _reviewing(database, by) as (store, reviewer):
        _done(reviewer.merge([store.find_event(event).id for event in events], reason))


@app.command()
def split(
    event: EventId,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="The claims to take out.")],
    reason: Reason,
    by: By = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Take claims out of an event into one of their own."""
    with _reviewing(database, by) as (store, reviewer):
        _done(reviewer.split(store.find_event(event).id, [find_subject(store, claim).id for claim in claims], reason))


@app.command()
def take(number: Number, reason: Reason, by: By = None, database: Database = DEFAULT_DATABASE) -> None:
    """Let the machine do what it suggests."""
    with _reviewing(database, by) as (_, reviewer):
        _done(reviewer.take(number, reason))


@app.command()
def dismiss(number: Number, reason: Reason, by: By = None, database: Database = DEFAULT_DATABASE) -> None:
    """Leave a reviewed claim or event as it is; the same is not suggested again."""
    with _reviewing(database, by) as (_, reviewer):
        _done(reviewer.dismiss(number, reason))


@app.command()
def undo(
    reason: Reason,
    entry: Annotated[int | None, typer.Argument(metavar="ENTRY", help="A log entry; else the newest step.")] = None,
    by: By = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Take back a step, or the undoing of one."""
    with _reviewing(database, by) as (_, reviewer):
        _done(reviewer.undo(reason, entry))


@app.command()
def log(
    subject: Annotated[str | None, typer.Argument(metavar="ID", help="Only of this claim, event or report.")] = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Print who changed what, when and why: reading, merging and review."""
    from dateline.store import Store

    with Store.open(database, write=False) as store:
        for entry in store.log(subject):
            undone = f" of {entry.undoes}" if entry.undoes else ""
            who = f" by {one_line(entry.by)}" if entry.by else ""
            why = f": {one_line(entry.reason)}" if entry.reason else ""
            typer.echo(f"{entry.number} {entry.at:%Y-%m-%d %H:%M:%S} {entry.action}{undone} {entry.subject}{who}{why}")


def find_subject(store: "Store", given: str) -> Claim | Event:
    """The claim or event whose id begins so."""
    if given.strip().lower().startswith("e_"):
        return store.find_event(given)
    found = store.find(given)
    if not isinstance(found, Claim):
        raise StoreError(f"{given}: is a report; give a claim or an event")
    return found


@contextmanager
def _reviewing(database: str, by: str | None) -> "Iterator[tuple[Store, Reviewer]]":
    from dateline.store import Store

    with Store.open(database) as store:
        yield store, store.reviewer(_name(by))


def _name(by: str | None) -> str:
    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise StoreError("who reviews? give a name with --by") from None


def _done(entry: int, subject: str = "") -> None:
    say(f"done{f' ({subject})' if subject else ''}; `dateline review undo {entry} --reason WHY` takes it back")
