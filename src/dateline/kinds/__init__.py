"""Kinds of occurrence as data, one YAML file a kind, and the catalogue that reads the files. No report is read here."""

from dateline.kinds.catalogue import Catalogue, load_catalogue
from dateline.kinds.model import Condition, Crosswalk, Example, Kind, Trigger

__all__ = ["Catalogue", "Condition", "Crosswalk", "Example", "Kind", "Trigger", "load_catalogue"]
