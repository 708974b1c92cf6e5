"""Named people who may use the desk: accounts with a role and a password, and who is signed in.

Every change of an account is an entry of the log, which names who made it; passwords never are.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final, Literal, cast

from sqlalchemy import Connection, delete, func, insert, select, update

from dateline.errors import StoreError
from dateline.store.account_tables import ROLES, accounts, sign_ins
from dateline.store.folding import storable
from dateline.store.log import Change, append, now
from dateline.store.passwords import hash_password, is_password

Connecting = Callable[[], AbstractContextManager[Connection]]
Role = Literal["reader", "reviewer", "admin"]
SIGNED_IN_FOR: Final = dt.timedelta(hours=12)
_LONGEST_NAME: Final = 80


@dataclass(frozen=True)
class Account:
    """Who may sign in, and what for: a reader looks, a reviewer changes what is stored, an admin also accounts."""

    name: str
    role: Role
    made: dt.datetime


class Accounts:
    """The door to accounts and sign-ins. `by` is who makes a change; StoreError where it cannot be made."""

    def __init__(self, reading: Connecting, writing: Connecting) -> None:
        self._reading = reading
        self._writing = writing

    def all(self) -> list[Account]:
        """Every account, by name."""
        with self._reading() as connection:
            rows = connection.execute(select(accounts).order_by(accounts.c.name)).all()
        return [Account(row.name, row.role, dt.datetime.fromisoformat(row.made)) for row in rows]

    def add(self, name: str, role: str, password: str, *, by: str) -> None:
        """Add an account."""
        name, hashed = _name(name), hash_password(password)
        with self._writing() as connection:
            if connection.scalar(select(accounts.c.name).where(accounts.c.name == name)):
                raise StoreError(f"{name}: has an account already; give another name, or change its role or password")
            values = {"name": name, "role": _role(role), "password": hashed, "made": now()}
            connection.execute(insert(accounts).values(values))
            _note(connection, by, "add account", name, role)

    def set_role(self, name: str, role: str, *, by: str) -> None:
        """Give an account another role; the last admin stays one."""
        with self._writing() as connection:
            if _role(role) != "admin":
                _keep_an_admin(connection, name)
            _change(connection, name, role=role)
            _note(connection, by, "set role", name, role)

    def set_password(self, name: str, password: str, *, by: str) -> None:
        """Give an account another password, and sign it out everywhere."""
        hashed = hash_password(password)
        with self._writing() as connection:
            _change(connection, name, password=hashed)
            connection.execute(delete(sign_ins).where(sign_ins.c.account == name))
            _note(connection, by, "set password", name)

    def remove(self, name: str, *, by: str) -> None:
        """Remove an account and sign it out everywhere; the last admin stays."""
        with self._writing() as connection:
            _keep_an_admin(connection, name)
            if not connection.execute(delete(accounts).where(accounts.c.name == name)).rowcount:
                raise _unknown(name)
            _note(connection, by, "remove account", name)

    def sign_in(self, name: str, password: str) -> str | None:
        """A token that stands for this person, to be kept by their browser; None where name or password is wrong."""
        with self._reading() as connection:
            kept = connection.scalar(select(accounts.c.password).where(accounts.c.name == name))
        if not is_password(password, kept):
            return None
        token, moment = secrets.token_urlsafe(32), dt.datetime.now(dt.UTC)
        values = {"token": _hashed(token), "account": name, "until": (moment + SIGNED_IN_FOR).isoformat()}
        with self._writing() as connection:
            connection.execute(delete(sign_ins).where(sign_ins.c.until < moment.isoformat()))
            connection.execute(insert(sign_ins).values(values))
        return token

    def signed_in(self, token: str) -> Account | None:
        """Whom a token stands for; None where it has run out, or was never given."""
        moment = dt.datetime.now(dt.UTC).isoformat()
        query = select(accounts).join(sign_ins, sign_ins.c.account == accounts.c.name)
        with self._reading() as connection:
            row = connection.execute(
                query.where(sign_ins.c.token == _hashed(token), sign_ins.c.until >= moment)
            ).one_or_none()
        return Account(row.name, row.role, dt.datetime.fromisoformat(row.made)) if row else None

    def sign_out(self, token: str) -> None:
        """Let a token stand for nobody."""
        with self._writing() as connection:
            connection.execute(delete(sign_ins).where(sign_ins.c.token == _hashed(token)))


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise StoreError(f"{storable(name)[:_LONGEST_NAME]!r}: a name has 1 to {_LONGEST_NAME} printable characters")
    return name


def _role(role: str) -> Role:
    if role not in ROLES:
        raise StoreError(f"{role}: there is no such role; there are {', '.join(ROLES)}")
    return cast(Role, role)


def _change(connection: Connection, name: str, **values: str) -> None:
    if not connection.execute(update(accounts).where(accounts.c.name == name).values(values)).rowcount:
        raise _unknown(name)


def _keep_an_admin(connection: Connection, name: str) -> None:
    is_admin = accounts.c.role == "admin"
    role = connection.scalar(select(accounts.c.role).where(accounts.c.name == name))
    if role == "admin" and connection.scalar(select(func.count()).select_from(accounts).where(is_admin)) == 1:
        raise StoreError(f"{name}: is the only admin; make somebody else one first")


def _unknown(name: str) -> StoreError:
    return StoreError(f"{name}: there is no such account; `dateline desk-users list` lists them")


def _note(connection: Connection, by: str, action: str, name: str, reason: str = "") -> None:
    append(connection, Change(), by=by, action=action, subject=name, reason=reason)


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
