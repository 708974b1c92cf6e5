"""The kinds of occurrence that are read, as data: one YAML file a kind, and the catalogue that reads them. No text is read here."""

from dateline.kinds.catalogue import Catalogue, load_catalogue
from dateline.kinds.model import Condition, Crosswalk, Example, Kind, Trigger

__all__ = ["Catalogue", "Condition", "Crosswalk", "Example", "Kind", "Trigger", "load_catalogue"]
