"""From claims to events: which tell of one occurrence, by how many origins, and where they differ. No database here."""

from dateline.merging.events import history
from dateline.merging.merge import explain, keys, merge, merged
from dateline.merging.origins import origins
from dateline.merging.scoring import Explanation, Weighed
from dateline.merging.told import Told

__all__ = ["Explanation", "Told", "Weighed", "explain", "history", "keys", "merge", "merged", "origins"]
