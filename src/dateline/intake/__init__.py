"""From files, rows, standard input and the web to reports, cleaned and dated. No claims are read here.

The way in is `read_sources`; what cannot be read comes back as a `Failure` that says what to do.
"""

from dateline.intake.failure import Failure
from dateline.intake.options import FetchRules, IntakeOptions
from dateline.intake.sources import count_sources, read_sources

__all__ = ["Failure", "FetchRules", "IntakeOptions", "count_sources", "read_sources"]
