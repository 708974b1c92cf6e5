"""Records come out as they went in, whatever they hold; and a process killed midway leaves nothing half stored."""

import datetime as dt
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_records import camp_claims, make_report, plain

from dateline.records import Claim, Participant, Published, Report, Span, Time, claim_id
from dateline.store import ClaimFilter, Store

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    published = draw(st.none() | days)
    return make_report(
        draw(words),
        source=draw(words),
        title=draw(st.none() | words),
        publisher=draw(st.none() | words),
        published=Published(date=published, basis="given") if published else Published(),
        retrieved=draw(st.datetimes(timezones=st.just(dt.UTC))),
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def told(draw: st.DrawFn) -> tuple[Report, list[Claim]]:
    report = draw(reports())
    span = spans(report.text)
    trigger, first, last = draw(span), draw(days), draw(days)
    time = Time(span=draw(span), earliest=min(first, last), latest=max(first, last), precision="day", basis="stated")
    claim = Claim(
        id=claim_id(report.id, "attack", trigger.start, trigger.end),
        report=report.id,
        kind="attack",
        trigger=trigger,
        sentence=draw(span),
        participants=(Participant(role="actor", span=draw(span)),),
        time=time,
        cues=tuple(draw(st.lists(span, max_size=3))),
        score=draw(st.floats(0, 1)),
    )
    return report, [claim]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(told(), max_size=3, unique_by=lambda item: item[0].id))
def test_records_come_out_as_they_went_in(tmp_path: Path, items: list[tuple[Report, list[Claim]]]) -> None:
    database = tmp_path / "lossless.db"
    database.unlink(missing_ok=True)
    with Store.open(str(database)) as store:
        for report, claims in items:
            store.save(report, claims, "reader 1")
    with Store.open(str(database), write=False) as store:
        assert [entry.report for entry in store.reports()] == [report for report, _ in items]
        assert plain(store.claims()) == [claim for _, claims in items for claim in claims]


_SAVE_AND_DIE = """
import os, signal, sys
from made_records import camp_claims, make_report, plain
from sqlalchemy import event
from dateline.store import Store

store = Store.open(sys.argv[1])
report = make_report("First. " + make_report().text, source="first.txt")
store.save(report, camp_claims(report), "reader 1")

def die(connection, cursor, statement, *_):
    if statement.startswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(store._engine, "after_cursor_execute", die)
store.save(make_report(), camp_claims(make_report()), "reader 1")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
@pytest.mark.parametrize("statement", ["INSERT INTO reports", "INSERT INTO claims", "INSERT INTO claim_places"])
def test_a_process_killed_while_storing_keeps_what_it_had_stored_and_no_half_report(
    database: Path, statement: str
) -> None:
    here = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", _SAVE_AND_DIE, str(database), statement]
    killed = subprocess.run(command, env={**os.environ, "PYTHONPATH": here}, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    first = make_report("First. " + make_report().text, source="first.txt")
    with Store.open(str(database)) as store:
        assert [entry.report for entry in store.reports()] == [first]
        assert plain(store.claims()) == camp_claims(first)
        store.save(make_report(), camp_claims(make_report()), "reader 1")
        assert plain(store.claims(ClaimFilter(report=make_report().id))) == camp_claims(make_report())
