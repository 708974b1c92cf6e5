"""The gate put before a desk, and the pages of sign-in and accounts."""

from collections.abc import Iterator

from fastapi import APIRouter, FastAPI

from dateline.errors import InputError
from dateline.store import Accounts
from dateline.web.accounts.gate import Gate
from dateline.web.accounts.throttle import Throttle
from dateline.web.settings import Settings


def guard(app: FastAPI, settings: Settings, accounts: Accounts) -> None:
    """Put the gate before every page: who must sign in where there are accounts, or where others can reach the desk.

    InputError where others could reach it, and nobody could sign in.
    """
    has_accounts = bool(accounts.all())
    if not settings.is_local and not has_accounts:
        raise InputError(
            settings.host,
            "others could reach the desk, so it needs sign-in: first add an account with "
            "`dateline desk-users add NAME --role admin`, or leave --host out",
        )
    app.state.throttle = Throttle()
    app.state.signs_in = has_accounts
    app.add_middleware(Gate, accounts=accounts if has_accounts else None, local=settings.is_local and not has_accounts)


def account_routers() -> Iterator[APIRouter]:
    """The pages of sign-in and accounts."""
    from dateline.web.accounts import sign_in, users

    yield sign_in.router
    yield users.router
