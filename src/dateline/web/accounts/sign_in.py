"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from dateline.store import SIGNED_IN_FOR, Accounts
from dateline.web.accounts.gate import SIGN_IN_COOKIE
from dateline.web.accounts.throttle import Throttle
from dateline.web.addresses import own_address
from dateline.web.rendering import render

router = APIRouter()


@router.get("/sign-in")
def sign_in_page(request: Request, next: str = "/") -> Response:  # noqa: A002
    """The form, or straight on where somebody is signed in already."""
    if getattr(request.state, "person", None) is not None:
        return RedirectResponse(own_address(next), 303)
    return render(request, "sign_in.html", next=own_address(next), name="", wrong=False, wait=0)


@router.post("/sign-in")
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2000)],
    next: Annotated[str, Form()] = "/",  # noqa: A002
) -> Response:
    """Sign in, and go on to the page that was asked for."""
    accounts: Accounts = request.app.state.store.accounts
    throttle: Throttle = request.app.state.throttle
    name, onward = " ".join(name.split()), own_address(next)
    wait = throttle.seconds_to_wait(name)
    token = None if wait else accounts.sign_in(name, password)
    if token is None:
        if not wait:
            throttle.was_wrong(name)
        return render(
            request, "sign_in.html", 429 if wait else 403, next=onward, name=name, wrong=not wait, wait=round(wait)
        )
    throttle.was_right(name)
    answer = RedirectResponse(onward, 303)
    secure = request.url.scheme == "https"
    age = round(SIGNED_IN_FOR.total_seconds())
    answer.set_cookie(SIGN_IN_COOKIE, token, max_age=age, httponly=True, samesite="lax", secure=secure)
    return answer


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Sign out this browser."""
    token = request.cookies.get(SIGN_IN_COOKIE)
    if token:
        request.app.state.store.accounts.sign_out(token)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(SIGN_IN_COOKIE)
    return answer
