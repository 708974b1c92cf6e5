"""What people have made of the claims of each report."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from dateline.records import Claim, Report
from dateline.store.claims import claim_of
from dateline.store.tables import claims, event_claims, reports

Reviewed = tuple[Report, list[Claim], int]


def select_reviewed(connection: Connection) -> Iterator[Reviewed]:
    """Reports of which a claim was reviewed, with the claims that were not rejected, and how many nobody looked at."""
    some = select(claims.c.report).where(claims.c.state != "unreviewed")
    query = select(reports.c.record).where(reports.c.id.in_(some)).order_by(reports.c.number)
    for record in connection.scalars(query).all():
        report = Report.model_validate_json(record)
        rows = connection.execute(
            select(claims.c.record, claims.c.state, event_claims.c.event)
            .outerjoin(event_claims, event_claims.c.claim == claims.c.id)
            .where(claims.c.report == report.id)
            .order_by(claims.c.start, claims.c.end, claims.c.kind, claims.c.id)
        ).all()
        kept: list[Claim] = [claim_of(row) for row in rows if row.state in ("accepted", "edited")]
        yield report, kept, sum(row.state == "unreviewed" for row in rows)
