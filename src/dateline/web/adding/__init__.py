"""Reports brought to the desk: what is given, read in the background one after another, and how far that is."""

from dateline.web.adding.pages import router
from dateline.web.adding.worker import Worker

__all__ = ["Worker", "router"]
