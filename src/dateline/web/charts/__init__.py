"""Pictures drawn as part of a page: days as bars and numbers as ranges, never as points. No pages here."""

from dateline.web.charts.days import Bar, Strip, bars_of, strip
from dateline.web.charts.numbers import Ranges, ranges

__all__ = ["Bar", "Ranges", "Strip", "bars_of", "ranges", "strip"]
