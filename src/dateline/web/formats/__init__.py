"""Lists of the desk as JSON, CSV and GeoJSON, written out row by row. No pages and no questions here."""

from dateline.web.formats.answers import Form, answer
from dateline.web.formats.items import Item, actor_item, claim_item, event_item, flow_item, place_item, report_item

__all__ = ["Form", "Item", "actor_item", "answer", "claim_item", "event_item", "flow_item", "place_item", "report_item"]
