"""/flows: who went from where to where, as arrows and as a table."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from dateline.web.formats import Form, answer, flow_item
from dateline.web.map import flow_features
from dateline.web.pages.asking import ALL, browsing_of
from dateline.web.question import Asked
from dateline.web.rendering import render, words_of

router = APIRouter()
_KINDS = ("escape", "movement", "displacement", "transfer", "return", "withdrawal", "deployment")
_DRAWN = 200


@router.get("/flows")
def flows(request: Request, question: Asked) -> Response:
    """The page: those of most events first."""
    found = browsing_of(request).flows(question.asked, _DRAWN)
    return render(request, "flows/page.html", found=found, question=question, kinds=_KINDS, most=_DRAWN)


@router.get("/flows.{form}")
def flow_list(request: Request, question: Asked, form: Form) -> Response:
    """Every flow."""
    return answer(form, "flows", map(flow_item, browsing_of(request).flows(question.asked, ALL)))


@router.get("/flows/map")
def flow_map(request: Request, question: Asked) -> JSONResponse:
    """The flows that have two known ends as arrows, and beside them those of one."""
    browsing = browsing_of(request)
    whole = browsing.flows(question.asked, _DRAWN, both_ends=True)
    loose = [flow for flow in browsing.flows(question.asked, _DRAWN) if not (flow.origin and flow.destination)]
    return JSONResponse(flow_features([*whole, *loose], words_of(request)))
