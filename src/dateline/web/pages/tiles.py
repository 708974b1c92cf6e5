"""/map: the tiles that the base map is drawn from."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from dateline.web.map import base_tile

router = APIRouter()
Step = Annotated[int, Path(ge=0, lt=2**24)]
_KEPT = {"cache-control": "public, max-age=604800"}


@router.get("/map/{zoom}/{x}/{y}")
def tile(zoom: Annotated[int, Path(ge=0, le=24)], x: Step, y: Step) -> Response:
    """One vector tile."""
    found = base_tile(zoom, x, y)
    if found is None:
        return Response(status_code=204, headers=_KEPT)
    headers = {"content-encoding": "gzip"} | _KEPT
    return Response(found, media_type="application/vnd.mapbox-vector-tile", headers=headers)
