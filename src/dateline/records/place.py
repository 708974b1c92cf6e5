"""A place on the map, never without the radius within which it is meant."""

from typing import Literal

from pydantic import Field

from dateline.records.base import Record

Precision = Literal["site", "settlement", "admin2", "admin1", "country", "region"]


class Place(Record):
    """A resolved place. `radius_km` is around the point, `score` the probability that it is the right place."""

    id: str = Field(pattern=r"^(geonames:\d+|dateline:[a-z0-9]+(-[a-z0-9]+)*)$")
    name: str
    country: str = Field(pattern=r"^([A-Z]{2})?$", description="ISO 3166 alpha-2; empty where a region spans several")
    admin1: str | None = None
    admin2: str | None = None
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    feature: str
    precision: Precision
    radius_km: float = Field(gt=0)
    score: float = Field(ge=0, le=1)
