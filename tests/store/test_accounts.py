"""Who may sign in, on both kinds of database: kept with a hash, logged with who changed it, and gone when removed."""

import datetime as dt

import pytest
from argon2 import PasswordHasher

from dateline.errors import StoreError
from dateline.store import Accounts, Store, passwords
from dateline.store import accounts as accounts_module

PASSWORD = "four small grey horses"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash that takes no time, which only a test may have."""
    passwords._of_nobody.cache_clear()
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def accounts(store: Store) -> Accounts:
    store.accounts.add("Ann Lee", "admin", PASSWORD, by="root")
    return store.accounts


def test_an_account_is_there_with_its_role(accounts: Accounts) -> None:
    assert [(account.name, account.role) for account in accounts.all()] == [("Ann Lee", "admin")]


def test_the_right_password_signs_in_and_no_other(accounts: Accounts) -> None:
    token = accounts.sign_in("Ann Lee", PASSWORD)
    assert token is not None
    account = accounts.signed_in(token)
    assert account is not None
    assert account.name == "Ann Lee"
    assert accounts.sign_in("Ann Lee", PASSWORD.upper()) is None
    assert accounts.sign_in("Ben", PASSWORD) is None
    assert accounts.signed_in("guessed") is None


def test_neither_password_nor_token_is_in_the_database(accounts: Accounts, store: Store) -> None:
    token = accounts.sign_in("Ann Lee", PASSWORD)
    with store._reading() as connection:
        kept = [str(row) for table in ("accounts", "sign_ins", "log") for row in _rows(connection, table)]
    assert kept
    assert not any(PASSWORD in row or str(token) in row for row in kept)


def _rows(connection: object, table: str) -> list[object]:
    from sqlalchemy import text

    return connection.execute(text(f"SELECT * FROM {table}")).all()  # type: ignore[attr-defined,no-any-return]


def test_who_is_signed_out_is_not_known_any_more(accounts: Accounts) -> None:
    token = accounts.sign_in("Ann Lee", PASSWORD) or ""
    accounts.sign_out(token)
    assert accounts.signed_in(token) is None


def test_a_sign_in_runs_out(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts_module, "SIGNED_IN_FOR", dt.timedelta(0))
    assert accounts.signed_in(accounts.sign_in("Ann Lee", PASSWORD) or "") is None


def test_another_password_ends_what_was_signed_in_by_the_old_one(accounts: Accounts) -> None:
    token = accounts.sign_in("Ann Lee", PASSWORD) or ""
    accounts.set_password("Ann Lee", "nine tall white swans", by="Ann Lee")
    assert accounts.signed_in(token) is None
    assert accounts.sign_in("Ann Lee", PASSWORD) is None
    assert accounts.sign_in("Ann Lee", "nine tall white swans") is not None


def test_who_is_removed_is_signed_out(accounts: Accounts) -> None:
    accounts.add("Ben", "reader", PASSWORD, by="Ann Lee")
    token = accounts.sign_in("Ben", PASSWORD) or ""
    accounts.remove("Ben", by="Ann Lee")
    assert accounts.signed_in(token) is None


def test_every_change_is_logged_with_who_made_it(accounts: Accounts, store: Store) -> None:
    accounts.add("Ben", "reader", PASSWORD, by="Ann Lee")
    accounts.set_role("Ben", "reviewer", by="Ann Lee")
    accounts.remove("Ben", by="Ann Lee")
    told = [(entry.by, entry.action, entry.reason) for entry in store.log("Ben")]
    assert told == [
        ("Ann Lee", "add account", "reader"),
        ("Ann Lee", "set role", "reviewer"),
        ("Ann Lee", "remove account", ""),
    ]
    assert store.verify().faults == []


@pytest.mark.parametrize(
    "change", [lambda a: a.remove("Ann Lee", by="x"), lambda a: a.set_role("Ann Lee", "reader", by="x")]
)
def test_the_only_admin_stays_one(accounts: Accounts, change: object) -> None:
    with pytest.raises(StoreError, match="the only admin"):
        change(accounts)  # type: ignore[operator]
    assert accounts.all()[0].role == "admin"


@pytest.mark.parametrize(
    ("name", "role", "password", "reason"),
    [
        ("Ann Lee", "reader", PASSWORD, "has an account already"),
        ("  Ann   Lee ", "reader", PASSWORD, "has an account already"),
        ("", "reader", PASSWORD, "1 to 80 printable"),
        ("a\u202eb", "reader", PASSWORD, "1 to 80 printable"),
        ("Ben", "owner", PASSWORD, "no such role"),
        ("Ben", "reader", "short", "10 to 1,000 characters"),
    ],
)
def test_an_account_that_cannot_be_is_refused_with_a_reason(
    accounts: Accounts, name: str, role: str, password: str, reason: str
) -> None:
    with pytest.raises(StoreError, match=reason):
        accounts.add(name, role, password, by="Ann Lee")
    assert len(accounts.all()) == 1


def test_an_account_that_is_not_there_is_not_changed(accounts: Accounts) -> None:
    with pytest.raises(StoreError, match="no such account"):
        accounts.set_role("Ben", "reader", by="Ann Lee")


def test_passwords_are_hashed_so_that_guessing_is_dear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert passwords.hash_password(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")
