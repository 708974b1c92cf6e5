"""From a report's text to claims: a spaCy pipeline of our own components, one module each. Nothing is stored or merged here."""

from dateline.reading.reader import Reader, open_reader

__all__ = ["Reader", "open_reader"]
