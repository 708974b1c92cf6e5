"""Each report's way from intake through the reader into the store. Nothing is read, merged or shown here itself."""

from dateline.ingest.session import Session, Taken

__all__ = ["Session", "Taken"]
