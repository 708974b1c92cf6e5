"""Kill a process that reads and reviews, at random moments, and look at what it leaves.

`python -m bench.crash [KILLS] [--db ADDRESS] [--seed N]`: a child process stores made-up reports with what was dropped
of them, re-reads some, accepts, edits, merges, splits and undoes, ends runs so that new events are named, and says on
a pipe what has been acknowledged. It is killed with SIGKILL after a random time. The database is then opened as any
next start would open it, and checked: everything acknowledged is there, no report is without its claims or has them
twice, what was dropped is there whole, and `verify` finds nothing. Exit 1 where anything is wrong.
"""

import argparse
import datetime as dt
import hashlib
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.records import Claim, ClaimPlace, Place, Published, Rejected, Report, Span, claim_id, report_id
from dateline.store import ClaimFilter, RejectedFilter, Store

TOWNS = ("Arbin", "Belen", "Carda", "Dorim", "Estel", "Farun")
VERBS = {"shelled": "shelling", "left": "withdrawal", "seized": "territory_gain"}
# The longest that a child lives, in seconds: time for many steps, which take some hundredths on a file. On a server
# it has to connect first.
LONGEST = 0.4
LONGEST_ON_SERVER = 2.0
# A fresh database after so many kills, so that each check stays short.
FRESH_AFTER = 25


@dataclass
class Acknowledged:
    """What the child was told is stored."""

    reports: set[int] = field(default_factory=set)
    steps: set[int] = field(default_factory=set)


def made_report(number: int) -> tuple[Report, list[Claim]]:
    """A report with three claims, other ones for each number; it and the next tell of the same occurrences."""
    pair = number // 2
    town, day = TOWNS[pair % len(TOWNS)], dt.date(2015, 1, 1) + dt.timedelta(days=30 * pair)
    sentences = [f"Troops {verb} the quarter {pair} of {town}." for verb in VERBS]
    text = f"Day {pair} in {town}, dispatch {number}\n" + " ".join(sentences)
    report = Report(
        id=report_id(text),
        source=f"{number}.txt",
        published=Published(date=day, basis="given"),
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retrieved=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )
    return report, [_claim(report, verb, kind, town) for verb, kind in VERBS.items()]


def _claim(report: Report, verb: str, kind: str, town: str) -> Claim:
    start = report.text.index(verb)
    first = report.text.rindex("Troops", 0, start)
    named = report.text.index(town, start)
    return Claim(
        id=claim_id(report.id, kind, start, start + len(verb)),
        report=report.id,
        kind=kind,
        trigger=Span.of(report.text, start, start + len(verb)),
        sentence=Span.of(report.text, first, report.text.index(".", start) + 1),
        places=(ClaimPlace(role="location", span=Span.of(report.text, named, named + len(town)), place=_place(town)),),
        score=0.5,
    )


def _place(town: str) -> Place:
    return Place(
        id=f"dateline:{town.lower()}",
        name=town,
        country="SY",
        latitude=35 + TOWNS.index(town),
        longitude=38,
        feature="PPL",
        precision="settlement",
        radius_km=3,
        score=0.9,
    )


def dropped(report: Report) -> list[Rejected]:
    """Two candidates that the reader is taken to have dropped of such a report."""
    sentence = Span.of(report.text, 0, report.text.index("\n"))
    return [
        Rejected(report=report.id, kind="movement", trigger=word, sentence=sentence, score=0.2, reason="no_claim")
        for word in (Span.of(report.text, 0, 3), Span.of(report.text, 4, sentence.end))
    ]


def work(address: str, first: int, seed: int, told: int) -> None:
    """Store and review until killed, writing a line to `told` for each thing that is acknowledged."""
    chance = random.Random(seed)
    with Store.open(address) as store:
        for number in range(first, first + 10_000):
            report, claims = made_report(number)
            store.save(report, claims, "reader 1", rejected=dropped(report))
            _tell(told, "report", number)
            _tell(told, "step", _review(store, chance, claims))
            if chance.random() < 0.3:  # another version of the reader reads it again
                store.save(report, claims[: chance.randrange(1, 4)], "reader 2", rejected=dropped(report)[:1])
                store.save(report, claims, "reader 1", rejected=dropped(report))
            if chance.random() < 0.3:  # a run ends
                store.settle_events()


def _review(store: Store, chance: random.Random, claims: Sequence[Claim]) -> int:
    reviewer = store.reviewer("Ann")
    claim = chance.choice(claims)
    step = chance.choice(("accept", "reject", "edit", "merge", "undo"))
    if step == "accept":
        return reviewer.accept(claim.id, "as it says")
    if step == "reject":
        return reviewer.reject(claim.id, "not so")
    if step == "edit":
        return reviewer.edit(claim.model_copy(update={"certainty": "possible"}), "less sure")
    entry = reviewer.accept(claim.id, "for now")
    events = [stored.event for stored in store.claims(ClaimFilter(report=claim.report)) if stored.event]
    if step == "merge" and len(set(events)) > 1:
        merged = reviewer.merge(sorted(set(events))[:2], "the same")
        event = store.find_event(sorted(set(events))[0])
        return reviewer.split(event.id, event.claims[:1], "two after all") if chance.random() < 0.5 else merged
    return reviewer.undo("not so sure", entry)


def _tell(told: int, what: str, number: int) -> None:
    os.write(told, f"{json.dumps([what, number])}\n".encode())


def kill_one(address: str, first: int, chance: random.Random, known: Acknowledged) -> None:
    """Start a child, kill it after a random time, and take down what it had been told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work(address, first, chance.randrange(2**32), writer)
        finally:
            os._exit(1)
    os.close(writer)
    time.sleep(chance.uniform(0.005, LONGEST_ON_SERVER if "://" in address else LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the child failed by itself")
    with os.fdopen(reader, encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("\n"):
                what, number = json.loads(line)
                (known.reports if what == "report" else known.steps).add(number)


def faults(address: str, known: Acknowledged) -> list[str]:
    """What is wrong with the database, opened as the next start opens it."""
    with Store.open(address) as store:
        there = {entry.report.source: entry.report for entry in store.reports()}
        found = [f"lost: report {number}" for number in known.reports if f"{number}.txt" not in there]
        entries = {entry.number for entry in store.log()}
        found += [f"lost: step {step}" for step in known.steps - entries]
        found += [f"{fault.where}: {fault.what}" for fault in store.verify().faults]
        for source, report in there.items():
            found += _faults_of(store, report, int(source.removesuffix(".txt")))
    return found


def _faults_of(store: Store, report: Report, number: int) -> list[str]:
    expected, claims = made_report(number)
    there = [claim.id for claim in store.claims(ClaimFilter(report=report.id, rejected=True))]
    if len(set(there)) != len(there):
        return [f"twice: claims of report {number}"]
    # A reader that read less may have been the last; what it reads is in `claims` all the same.
    if report != expected or not there or not set(there) <= {claim.id for claim in claims}:
        return [f"in part: report {number}"]
    kept = list(store.rejected(RejectedFilter(report=report.id)))
    return [] if kept in (dropped(report), dropped(report)[:1]) else [f"in part: what was dropped of report {number}"]


def _warm_up(address: str) -> None:
    """Load what judging events needs, so that each child has it and spends its time on storing."""
    with Store.open(address) as store:
        report, claims = made_report(0)
        store.save(report, claims, "reader 1")
        store.reviewer("Ann").accept(claims[0].id, "as it says")


def run(kills: int, seed: int, address: str | None = None) -> tuple[list[str], int]:
    """Kill so often; all that was wrong, and how many steps had been acknowledged."""
    chance = random.Random(seed)
    found: list[str] = []
    acknowledged = 0
    with tempfile.TemporaryDirectory() as folder:
        _warm_up(str(Path(folder) / "warm.db"))
        for number in range(kills):
            if number == 0 or (address is None and number % FRESH_AFTER == 0):
                known, first = Acknowledged(), 0
                database = address or str(Path(folder) / f"{number}.db")
                Store.open(database).close()
            before = len(known.steps)
            kill_one(database, first, chance, known)
            first = max(known.reports, default=first) + 2
            found += [f"kill {number}: {what}" for what in faults(database, known)]
            acknowledged += len(known.steps) - before
    return found, acknowledged


def main() -> int:
    """Print what was wrong, and how many kills there were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kills", type=int, nargs="?", default=1000)
    parser.add_argument("--db", help="an empty database to use throughout, such as postgresql://...; else new files")
    parser.add_argument("--seed", type=int, default=20191009)
    options = parser.parse_args()
    found, acknowledged = run(options.kills, options.seed, options.db)
    for what in found:
        print(what)
    print(f"{options.kills} kills, {acknowledged} reviews acknowledged, {len(found)} faults")
    return 1 if found or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
