"""The page of accounts, for admins."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import StoreError
from dateline.store import ROLES, Accounts
from dateline.web.accounts.people import Person, may_administer
from dateline.web.rendering import render, translations_of
from dateline.web.wording.failings import told

router = APIRouter(prefix="/users")
Admin = Annotated[Person, Depends(may_administer)]
Name = Annotated[str, Form(max_length=200)]


@router.get("")
def users(request: Request, _admin: Admin) -> Response:
    """All accounts, and a form for another."""
    return _page(request)


@router.post("")
def add(
    request: Request,
    admin: Admin,
    name: Name,
    role: Annotated[str, Form()],
    password: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Add an account; what is wrong with it is said on the page."""
    try:
        _accounts(request).add(name, role, password, by=admin.name)
    except StoreError as error:
        return _page(request, 400, name, told(error, translations_of(request)))
    return _back()


@router.post("/role")
def set_role(request: Request, admin: Admin, name: Name, role: Annotated[str, Form()]) -> Response:
    """Give an account another role."""
    try:
        _accounts(request).set_role(name, role, by=admin.name)
    except StoreError as error:
        return _page(request, 400, "", told(error, translations_of(request)))
    return _back()


@router.post("/remove")
def remove(request: Request, admin: Admin, name: Name) -> Response:
    """Remove an account."""
    try:
        _accounts(request).remove(name, by=admin.name)
    except StoreError as error:
        return _page(request, 400, "", told(error, translations_of(request)))
    return _back()


def _page(request: Request, status: int = 200, name: str = "", fault: str | None = None) -> Response:
    people = _accounts(request).all()
    return render(request, "users.html", status, people=people, roles_there_are=ROLES, name=name, fault=fault)


def _accounts(request: Request) -> Accounts:
    accounts: Accounts = request.app.state.store.accounts
    return accounts


def _back() -> Response:
    return RedirectResponse("/users", 303)
