"""The choice of the language."""

from typing import Annotated, Final

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse

from dateline.web.addresses import own_address
from dateline.web.locale.catalogues import LANGUAGES
from dateline.web.locale.choosing import LANGUAGE_COOKIE

router = APIRouter()
_YEAR: Final = 365 * 24 * 3600


@router.post("/language")
def choose(request: Request, language: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the language for this browser and go back to the page."""
    answer = RedirectResponse(own_address(back), 303)
    if language in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, language, max_age=_YEAR, httponly=True, samesite="lax")
    return answer
