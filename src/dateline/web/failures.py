"""What went wrong, told as a page with what to do, or in the form that was asked for."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from dateline.errors import DatelineError
from dateline.web.rendering import render, translations_of
from dateline.web.wording.failings import told

_FORMATS = (".json", ".csv", ".geojson")


class NotThereError(DatelineError):
    """There is no such record in the database."""


def show_failures(app: FastAPI) -> None:
    """Answer every error that we raise, or that a wrong address makes, in words."""
    app.add_exception_handler(NotThereError, _not_there)
    app.add_exception_handler(DatelineError, _ours)
    app.add_exception_handler(RequestValidationError, _wrong_question)
    app.add_exception_handler(HTTPException, _of_the_server)


async def _not_there(request: Request, error: Exception) -> Response:
    return _answer(request, 404, told(error, translations_of(request)))


async def _ours(request: Request, error: Exception) -> Response:
    return _answer(request, 400, told(error, translations_of(request)))


async def _wrong_question(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = str(first["loc"][-1])
    return _answer(request, 422, f"{name}: {first['msg']}")


async def _of_the_server(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = _answer(request, error.status_code, str(error.detail))
    response.headers.update(error.headers or {})
    return response


def _answer(request: Request, status: int, reason: str) -> Response:
    if request.url.path.endswith(_FORMATS):
        return JSONResponse({"error": reason}, status)
    return render(request, "failure.html", status, reason=reason, code=status)
