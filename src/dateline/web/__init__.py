"""The desk: the store's records as pages, lists and maps for a browser. No reading, no SQL and no command line here."""

from dateline.web.app import create_app
from dateline.web.serving import serve
from dateline.web.settings import Settings

__all__ = ["Settings", "create_app", "serve"]
