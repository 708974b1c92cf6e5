"""From claims to events: which tell of one occurrence, by how many origins, and where they differ. No database here."""

from dateline.merging.articles import same_story, story
from dateline.merging.events import event_of, history
from dateline.merging.merge import explain, keys, linked, merge, merged
from dateline.merging.origins import origins
from dateline.merging.related import Related, related
from dateline.merging.scoring import Explanation, Weighed
from dateline.merging.told import Told

__all__ = [
    "Explanation",
    "Related",
    "Told",
    "Weighed",
    "event_of",
    "explain",
    "history",
    "keys",
    "linked",
    "merge",
    "merged",
    "origins",
    "related",
    "same_story",
    "story",
]
