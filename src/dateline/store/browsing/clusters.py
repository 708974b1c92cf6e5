"""Events near each other on the map as one cell: their mean point and the radius within which all are meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from dateline.store.browsing.answers import FacetValue, MapCell, MapView
from dateline.store.browsing.columns import Columns, Mask, Numbers
from dateline.store.browsing.matching import in_box
from dateline.store.browsing.terms import Ground, Terms
from dateline.store.event_filters import Box
from dateline.store.summaries.summary import MODALITIES

# A world of 512 pixels at zoom 0, as MapLibre has it, in cells of 64 pixels.
_CELLS_AT_0: Final = 3
_LAST_ZOOM: Final = 22
_EARTH_KM: Final = 6371.0

# The ids of the events in these rows.
IdsOf = Callable[[Sequence[int]], Mapping[int, str]]


class _Cell(NamedTuple):
    """The codes of the places in one cell, and how many events of each modality are at each."""

    codes: Numbers
    counts: Numbers


def map_of(columns: Columns, terms: Terms, mask: Mask, box: Box, zoom: float, ids_of: IdsOf) -> MapView:
    """The cells in `box` at a zoom as MapLibre counts it, those of most events first."""
    points = columns["point"][mask]
    counts = _at_each_place(points, columns["modality"][mask], terms.last + 1)
    cells = list(_cells(terms.ground(), counts, np.flatnonzero(in_box(terms, box) & counts.any(axis=1)), zoom))
    alone = [int(cell.codes[0]) for cell in cells if cell.counts.sum() == 1]
    rows = _rows_at(np.flatnonzero(mask), points, alone)
    ids = ids_of(list(rows.values()))
    kinds = {code: terms.kinds[int(columns["kind"][row])] for code, row in rows.items()}
    made = [_made(terms, cell, {code: ids[row] for code, row in rows.items()}, kinds) for cell in cells]
    placed = sum(cell.count for cell in made)
    return MapView(tuple(sorted(made, key=lambda cell: -cell.count)), placed, int(np.count_nonzero(points < 0)))


def _at_each_place(points: Numbers, modality: Numbers, size: int) -> Numbers:
    """How many events of each modality there are at each place by its code."""
    several = len(MODALITIES)
    known = points >= 0
    codes = points[known].astype(np.int64) * several + modality[known]
    return np.asarray(np.bincount(codes, minlength=size * several).reshape(size, several))


def _cells(ground: Ground, counts: Numbers, places: Numbers, zoom: float) -> Iterator[_Cell]:
    side = 1 << (int(min(max(zoom, 0), _LAST_ZOOM)) + _CELLS_AT_0)
    across, down = (np.minimum((axis[places] * side).astype(np.int64), side - 1) for axis in (ground.x, ground.y))
    cell = across * side + down
    order = np.argsort(cell, kind="stable")
    starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
    for members in np.split(places[order], starts[1:]) if len(places) else ():
        yield _Cell(members, counts[members])


def _rows_at(rows: Numbers, points: Numbers, places: Sequence[int]) -> dict[int, int]:
    """The row of the one event at each of these places."""
    chosen = np.flatnonzero(np.isin(points, places))
    return dict(zip(points[chosen].tolist(), rows[chosen].tolist(), strict=True))


def _made(terms: Terms, cell: _Cell, events: Mapping[int, str], kinds: Mapping[int, str]) -> MapCell:
    ground, first = terms.ground(), int(cell.codes[0])
    weights = cell.counts.sum(axis=1)
    latitude = float(np.average(ground.latitude[cell.codes], weights=weights))
    longitude = float(np.average(ground.longitude[cell.codes], weights=weights))
    away = _distance_km(latitude, longitude, ground.latitude[cell.codes], ground.longitude[cell.codes])
    told = cell.counts.sum(axis=0)
    return MapCell(
        count=int(weights.sum()),
        latitude=latitude,
        longitude=longitude,
        radius_km=float((away + ground.radius_km[cell.codes]).max()),
        event=events.get(first) if weights.sum() == 1 else None,
        kind=kinds.get(first) if weights.sum() == 1 else None,
        place=terms.places[first] if len(cell.codes) == 1 else None,
        modalities=tuple(
            FacetValue(name, name, int(count)) for name, count in zip(MODALITIES, told, strict=True) if count
        ),
    )


def _distance_km(latitude: float, longitude: float, latitudes: Numbers, longitudes: Numbers) -> Numbers:
    """Great-circle distances by the haversine formula."""
    one, other = np.radians(latitude), np.radians(latitudes)
    apart = np.radians(longitudes - longitude)
    half = np.sin((other - one) / 2) ** 2 + np.cos(one) * np.cos(other) * np.sin(apart / 2) ** 2
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1))))
