"""What the map is drawn from: circles as wide as places are meant, flows, and the base map. No pages here."""

from dateline.web.map.base_map import base_tile
from dateline.web.map.features import cell_features, flow_features, place_features, row_features, spot_features

__all__ = ["base_tile", "cell_features", "flow_features", "place_features", "row_features", "spot_features"]
