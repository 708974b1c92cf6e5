"""From a report's text to claims, by a pipeline of components, a module each. Nothing is stored or merged here."""

from dateline.reading.reader import Reader, Reading, open_reader
from dateline.reading.toponyms import PlaceReader, Toponym, open_place_reader

__all__ = ["PlaceReader", "Reader", "Reading", "Toponym", "open_place_reader", "open_reader"]
