"""What merging looks at: a claim in the report that makes it."""

from dataclasses import dataclass

from dateline.records import Claim, Report


@dataclass(frozen=True)
class Told:
    """A claim with its report."""

    claim: Claim
    report: Report
