"""`dateline desk-users`: who may sign in to the desk, and what for."""

import getpass
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import DEFAULT_DATABASE, Database
from dateline.cli.terminal import one_line, say
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.store import Store


class RoleChoice(StrEnum):
    """The roles of accounts as choices; a test holds them to the store's."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"


Name = Annotated[str, typer.Argument(metavar="NAME", help="The name they sign in with; steps are logged under it.")]
Role = Annotated[
    RoleChoice, typer.Option("--role", help="A reader looks, a reviewer also corrects, an admin does all.")
]

app = typer.Typer(no_args_is_help=True, help="Who may sign in to the desk: named users with a role and a password.")


@app.command(epilog="Example: dateline desk-users add 'Ann Lee' --role reviewer")
def add(name: Name, role: Role = RoleChoice.REVIEWER, database: Database = DEFAULT_DATABASE) -> None:
    """Add a user. The password is asked for twice; piped in, it is one line of standard input."""
    with _store(database) as store:
        store.accounts.add(name, role, _password(), by=_user())
    say(f"{one_line(name)} may now sign in as {role.value}; a desk that runs without sign-in must be started anew")


@app.command("list", epilog="Example: dateline desk-users list")
def list_users(database: Database = DEFAULT_DATABASE) -> None:
    """List the users, each with their role and since when."""
    with _store(database) as store:
        for account in store.accounts.all():
            typer.echo(f"{account.role:<9} {account.made:%Y-%m-%d} {one_line(account.name)}")


@app.command(epilog="Example: dateline desk-users role 'Ann Lee' --role admin")
def role(name: Name, role: Role, database: Database = DEFAULT_DATABASE) -> None:
    """Give a user another role."""
    with _store(database) as store:
        store.accounts.set_role(name, role, by=_user())


@app.command(epilog="Example: dateline desk-users password 'Ann Lee'")
def password(name: Name, database: Database = DEFAULT_DATABASE) -> None:
    """Give a user another password, and sign them out everywhere."""
    with _store(database) as store:
        store.accounts.set_password(name, _password(), by=_user())


@app.command(epilog="Example: dateline desk-users remove 'Ann Lee'")
def remove(name: Name, database: Database = DEFAULT_DATABASE) -> None:
    """Remove a user and sign them out everywhere. What they did stays in the log under their name."""
    with _store(database) as store:
        store.accounts.remove(name, by=_user())


def _store(database: str) -> "Store":
    from dateline.store import Store

    return Store.open(database)


def _password() -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    first, second = getpass.getpass("password: "), getpass.getpass("the same again: ")
    if first != second:
        raise InputError("the password", "was typed in two ways; nothing was changed")
    return first


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "command line"
