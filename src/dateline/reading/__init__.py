"""From a report's text to claims, by a pipeline of components, a module each. Nothing is stored or merged here."""

from dateline.reading.reader import Reader, open_reader

__all__ = ["Reader", "open_reader"]
