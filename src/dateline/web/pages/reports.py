"""/reports: the reports, and /reports/ID: one report with every claim marked in its text."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from dateline.store import ClaimEntry, ReportFilter, ReportPage
from dateline.web.formats import Form, Item, answer, claim_item, report_item
from dateline.web.marking import paragraphs
from dateline.web.pages.asking import ALL, Many, PageNumber, Words_, browsing_of, there
from dateline.web.question import PAGE, day_of
from dateline.web.rendering import render
from dateline.web.wording.labels import N_

router = APIRouter()
_GONE = N_("there is no such report")
Flag = Annotated[bool, Query()]


def _asked(
    q: Words_ = "", language: Many = None, since: Words_ = "", until: Words_ = "", unread: Flag = False
) -> ReportFilter:
    days = day_of("since", since), day_of("until", until)
    return ReportFilter(q.strip() or None, tuple(language or ()), *days, unread)


@router.get("/reports")
def reports(
    request: Request,
    q: Words_ = "",
    language: Many = None,
    since: Words_ = "",
    until: Words_ = "",
    unread: Flag = False,
    page: PageNumber = 1,
) -> Response:
    """The list, the last published first."""
    asked = _asked(q, language, since, until, unread)
    found = browsing_of(request).list_reports(asked, page, PAGE)
    return render(request, "reports/page.html", found=found, asked=asked)


@router.get("/reports.{form}")
def report_list(
    request: Request,
    form: Form,
    q: Words_ = "",
    language: Many = None,
    since: Words_ = "",
    until: Words_ = "",
    unread: Flag = False,
) -> Response:
    """Every report that meets the conditions, without its text."""
    found = browsing_of(request).list_reports(_asked(q, language, since, until, unread), 1, ALL)
    return answer(form, "reports", map(report_item, found.rows))


@router.get("/reports/{report}.{form}")
def report_file(request: Request, report: str, form: Form) -> Response:
    """The claims of a report; as JSON with the report."""
    page = there(browsing_of(request).report_with_claims(report), report, _GONE)
    if form is Form.JSON:
        claims = [entry.claim.model_dump(mode="json") for entry in page.claims]
        dropped = [one.model_dump(mode="json") for one in page.dropped]
        report_itself = page.row.report.model_dump(mode="json")
        return JSONResponse({"report": report_itself, "claims": claims, "rejected": dropped})
    return answer(form, report, _items(page))


@router.get("/reports/{report}")
def report(request: Request, report: str) -> Response:
    """The text, its claims marked."""
    page = there(browsing_of(request).report_with_claims(report), report, _GONE)
    return render(request, "reports/report.html", page=page, **_values(page))


def _items(page: ReportPage) -> Iterator[Item]:
    return (claim_item(entry.claim) for entry in page.claims if entry.review.state != "rejected")


def _values(page: ReportPage) -> dict[str, Any]:
    kept: list[ClaimEntry] = [entry for entry in page.claims if entry.review.state != "rejected"]
    return {
        "kept": kept,
        "rejected": [entry for entry in page.claims if entry.review.state == "rejected"],
        "lines": paragraphs(page.row.report.text, [entry.claim for entry in kept]),
    }
