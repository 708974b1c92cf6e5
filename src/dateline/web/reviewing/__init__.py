"""The review queue and every step a person takes on claims and events. The steps themselves are the store's."""

from dateline.web.reviewing.keys import Key, load_keys, own_keys_file
from dateline.web.reviewing.routers import review_routers, set_up_review

__all__ = ["Key", "load_keys", "own_keys_file", "review_routers", "set_up_review"]
