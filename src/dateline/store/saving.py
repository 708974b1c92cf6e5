"""A report with its claims into the database: what is new, what is gone, and what a person has reviewed kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, delete, select

from dateline.merging import Told
from dateline.records import Claim, Rejected, Report
from dateline.store.claims import drop_claims, put_claims
from dateline.store.events import update_events
from dateline.store.log import Change, append
from dateline.store.naming import note_unnamed
from dateline.store.raw import put_raw
from dateline.store.rejected import put_rejected
from dateline.store.reports import Outcome, earlier_texts, put_report
from dateline.store.scope import events_of, put_keys
from dateline.store.suggestions import suggest, withdraw
from dateline.store.summaries import renew_summaries
from dateline.store.tables import claim_keys, claims, event_claims, events

GONE: Final = "the reader no longer reads this claim"
OTHERWISE: Final = "the reader now reads it otherwise"


@dataclass(frozen=True)
class _Stored:
    """The claims of a report as they are stored, by id; `kept` are those that a person has had to do with."""

    rows: Mapping[str, Any]
    kept: frozenset[str]


def save_report(
    connection: Connection,
    report: Report,
    told: Sequence[Claim],
    read_by: str | None,
    outcome: Outcome,
    raw: bytes | None,
    dropped: Iterable[Rejected] = (),
) -> None:
    """Write a new report, or one that has changed, with the claims `told` now and those `dropped`; judge its events."""
    stored = _stored(connection, report.id)
    change = Change(put_report(connection, report, read_by, outcome))
    change.join(put_raw(connection, report, raw))
    change.join(put_rejected(connection, report.id, dropped))
    plain = {claim.id: claim.model_copy(update={"event": None}) for claim in told}
    new = [claim for claim in plain.values() if claim.id not in stored.kept and not _is_same(stored, claim)]
    gone = sorted(set(stored.rows) - set(plain) - stored.kept)
    before = events_of(connection, [*gone, *(claim.id for claim in new)])
    drop_claims(connection, [*gone, *(claim.id for claim in new if claim.id in stored.rows)])
    change.put |= put_claims(connection, new)
    change.removed += gone
    change.join(_flag(connection, stored, plain))
    if outcome is Outcome.NEW:
        change.join(_flag_earlier_texts(connection, report))
    append(connection, change, by=read_by or "", action="read", subject=report.id, reason=outcome.value)
    _judge_events(connection, report, [*plain.values()], stored, before)


def refresh_keys(connection: Connection, told: Iterable[Told]) -> None:
    """Write anew what claims are found by that have changed."""
    fresh = list(told)
    for one in fresh:
        connection.execute(delete(claim_keys).where(claim_keys.c.claim == one.claim.id))
    put_keys(connection, fresh)


def _judge_events(
    connection: Connection, report: Report, told: Sequence[Claim], stored: _Stored, before: Mapping[str, str]
) -> None:
    kept = [Claim.model_validate_json(stored.rows[claim]["record"]) for claim in sorted(stored.kept)]
    now = [claim for claim in told if claim.id not in stored.kept] + kept
    refresh_keys(connection, (Told(claim, report) for claim in now))
    note_unnamed(connection, update_events(connection, [claim.id for claim in now], before, report.id))
    renew_summaries(connection, (claim.id for claim in now))


def _stored(connection: Connection, report: str) -> _Stored:
    query = (
        select(claims, events.c.state.label("event_state"))
        .outerjoin(event_claims, event_claims.c.claim == claims.c.id)
        .outerjoin(events, events.c.id == event_claims.c.event)
        .where(claims.c.report == report)
    )
    rows = {row["id"]: row for row in connection.execute(query).mappings()}
    return _Stored(rows, frozenset(claim for claim, row in rows.items() if _is_reviewed(row)))


def _is_reviewed(row: RowMapping) -> bool:
    return row["state"] != "unreviewed" or row["event_state"] not in (None, "unreviewed")


def _is_same(stored: _Stored, claim: Claim) -> bool:
    row = stored.rows.get(claim.id)
    return row is not None and row["record"] == claim.model_dump_json()


def _flag(connection: Connection, stored: _Stored, told: Mapping[str, Claim]) -> Change:
    """Let a suggestion wait on each claim kept that the reader does not read as it did when it was reviewed."""
    change = Change()
    for claim in sorted(stored.kept):
        row = stored.rows[claim]
        read = row["record"] if row["state"] == "unreviewed" else row["machine"]
        now = told[claim].model_dump_json() if claim in told else None
        if now == read:
            change.join(withdraw(connection, claim))
        else:
            change.join(suggest(connection, claim, OTHERWISE if now else GONE, now))
    return change


def _flag_earlier_texts(connection: Connection, report: Report) -> Change:
    """Flag what a person has reviewed in what the same source said before."""
    change = Change()
    reason = f"the text of its source has changed: the new text is {report.id}"
    for earlier in earlier_texts(connection, report):
        stored = _stored(connection, earlier)
        linked = events_of(connection, stored.kept)
        reviewed = [claim for claim in sorted(stored.kept) if stored.rows[claim]["state"] != "unreviewed"]
        in_events = {event for claim, event in linked.items() if stored.rows[claim]["event_state"] != "unreviewed"}
        for subject in [*reviewed, *sorted(in_events)]:
            change.join(suggest(connection, subject, reason, None))
    return change
