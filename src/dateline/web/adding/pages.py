"""The page on which reports are given, and how far their reading is."""

import datetime as dt
from typing import Annotated, Final

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from dateline.errors import InputError
from dateline.intake import IntakeOptions
from dateline.web.accounts import Person, may_review
from dateline.web.adding.given import Given, fetched, pasted, uploaded
from dateline.web.adding.jobs import Job
from dateline.web.adding.worker import Worker
from dateline.web.failures import NotThereError
from dateline.web.rendering import render, translations_of
from dateline.web.wording.failings import told
from dateline.web.wording.labels import N_

router = APIRouter(prefix="/add")
Reviewer = Annotated[Person, Depends(may_review)]
Words = Annotated[str, Form()]
# All that is sent at once; a file that is larger is read by the command line.
MOST_BYTES: Final = 100_000_000


@router.get("")
def add(request: Request, _person: Reviewer, job: str = "") -> Response:
    """The form, and what was given lately."""
    return _page(request, job=job)


@router.get("/jobs/{job}")
def progress(request: Request, _person: Reviewer, job: str) -> Response:
    """How far a job is: the part of the page that asks again by itself until it is over."""
    found = _worker(request).jobs.get(job)
    if found is None:
        raise NotThereError(f"{job}: " + N_("is not known any more; what was read is among the reports"))
    return render(request, "add/job.html", job=found, opened=True)


@router.post("")
async def give(
    request: Request,
    person: Reviewer,
    text: Words = "",
    addresses: Words = "",
    published: Words = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Take what is given, and show how it is read; what cannot be taken is said on the page."""
    try:
        day = _day(published)
        options = _options(request)
        given = [*_texts(text, day, options), *fetched(addresses, options), *await _files(files or [], day, options)]
        if not given:
            raise InputError(N_("nothing was given"), N_("paste a text, choose files, or give an address"))
    except InputError as error:
        fault = told(error, translations_of(request))
        return _page(request, 400, fault=fault, text=text, addresses=addresses, published=published)
    job = _worker(request).give(person.name, given)
    return RedirectResponse(f"/add?job={job.id}#jobs", 303)


def _texts(text: str, day: dt.date | None, options: IntakeOptions) -> list[Given]:
    return [pasted(text.replace("\r\n", "\n"), day, options)] if text.strip() else []


async def _files(files: list[UploadFile], day: dt.date | None, options: IntakeOptions) -> list[Given]:
    sent = [file for file in files if file.filename]
    if sum(file.size or 0 for file in sent) > MOST_BYTES:
        raise InputError(N_("the files"), N_("are larger than 100 MB together; read them with `dateline read`"))
    return [uploaded(file.filename or "", await file.read(), day, options) for file in sent]


def _page(request: Request, status: int = 200, *, job: str = "", **values: str) -> Response:
    shown: list[Job] = _worker(request).jobs.newest()
    kept = {"text": "", "addresses": "", "published": "", "fault": ""} | values
    return render(request, "add/page.html", status, jobs=shown, opened=job, **kept)


def _worker(request: Request) -> Worker:
    worker: Worker = request.app.state.worker
    return worker


def _options(request: Request) -> IntakeOptions:
    options: IntakeOptions = request.app.state.intake_options
    return options


def _day(given: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError as error:
        raise InputError(given, N_("is no day; write it as 2019-10-13")) from error
