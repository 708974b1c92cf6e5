"""500 mutated, truncated, mis-encoded and empty inputs: no traceback, the right exit status, nothing half stored."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from command_run import Result, Run
from hostile_inputs import hostile_inputs

from dateline.reading import Reader, open_reader
from dateline.records import Claim, Report
from dateline.store import ClaimFilter, Store

NUMBER = 500
BATCH = 24
SINGLES = 20


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader()


@pytest.fixture(autouse=True)
def opened_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real reader; only its opening, which takes seconds, is not repeated."""
    monkeypatch.setitem(sys.modules, "dateline.reading", SimpleNamespace(open_reader=lambda *_: reader))


@pytest.fixture
def files(folder: Path) -> list[Path]:
    written = []
    for name, content in hostile_inputs(NUMBER):
        Path(name).write_bytes(content)
        written.append(Path(name))
    return written


def batches(files: list[Path]) -> Iterator[list[Path]]:
    yield from ([file] for file in files[:SINGLES])
    for start in range(SINGLES, len(files), BATCH):
        yield files[start : start + BATCH]


def printed(result: Result) -> tuple[list[Report], list[Claim]]:
    rows = [json.loads(line) for line in result.out.splitlines()]
    reports = [Report.model_validate(row) for row in rows if row["record"] == "report"]
    return reports, [Claim.model_validate(row) for row in rows if row["record"] == "claim"]


def check_run(result: Result, batch: list[Path]) -> int:
    """The exit status says what happened, and every input came to a report or to a named failure."""
    reports, _ = printed(result)
    failures = [line for line in result.err.splitlines() if line.startswith("dateline: ")]
    assert result.status == (0 if not failures else 3 if reports else 1), (batch, result)
    blank_rows = [file for file in batch if file.suffix == ".jsonl" and not file.read_bytes().strip()]
    assert len(reports) + len(failures) >= len(batch) - len(blank_rows), (batch, result)
    assert all(any(line.startswith(f"dateline: {file}") for file in batch) for line in failures), failures
    assert "Traceback" not in result.err
    return len(failures)


def check_store() -> None:
    """Every claim has its report and quotes it, and nothing is there twice."""
    with Store.open("dateline.db", write=False) as store:
        entries = list(store.reports())
        claims = list(store.claims())
        assert len({entry.report.id for entry in entries}) == len(entries)
        assert sum(entry.claims for entry in entries) == len(claims) == len({claim.id for claim in claims})
        for entry in entries:
            told = list(store.claims(ClaimFilter(report=entry.report.id)))
            assert len(told) == entry.claims
            assert all(span.quotes(entry.report.text) for claim in told for span in claim.spans())
            assert entry.read_by or not told


def by_id(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims without their events, which go on changing as more reports come."""
    return {claim.id: claim.model_copy(update={"event": None}) for claim in claims}


def test_broken_inputs_end_in_reports_or_named_failures_and_nothing_half_stored(run: Run, files: list[Path]) -> None:
    failed = 0
    reports: dict[str, Report] = {}
    claims: dict[str, Claim] = {}
    for batch in batches(files):
        result = run("read", "--json", *batch)
        failed += check_run(result, batch)
        for report in printed(result)[0]:
            reports[report.id] = report
        claims |= by_id(printed(result)[1])
    check_store()
    with Store.open("dateline.db", write=False) as store:
        assert {entry.report.id: entry.report for entry in store.reports()} == reports
        assert by_id(store.claims()) == claims
        assert store.verify().faults == []
    assert failed > 20
    assert len(reports) > 200
    assert len(claims) > 200


def test_the_same_broken_inputs_again_change_nothing(run: Run, files: list[Path]) -> None:
    some = files[100:130]
    run("read", *some)
    with Store.open("dateline.db", write=False) as store:
        before = list(store.reports()), list(store.claims())
    run("read", *some)
    with Store.open("dateline.db", write=False) as store:
        assert (list(store.reports()), list(store.claims())) == before


def test_broken_inputs_can_be_shown_to_people(run: Run, files: list[Path]) -> None:
    result = run("read", "--table", *files[::6])
    assert result.status == 3
    shown = result.out + run("claims", "--table").out + run("reports", "--table").out
    with Store.open("dateline.db", write=False) as store:
        for claim in store.claims(ClaimFilter(limit=20)):
            shown += run("show", claim.id).out
    assert not {"\x1b", "\x9b", "\u202e", "\0"} & set(shown)


def test_broken_standard_input_is_read_or_refused(run: Run) -> None:
    for name, content in list(hostile_inputs(NUMBER))[::10]:
        result = run("read", "--json", "--no-store", "-", stdin=content)
        assert result.status in {0, 1, 3}, name
        assert bool(result.err) is (result.status != 0), name


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names of any bytes")
@pytest.mark.parametrize("name", ["a b.txt", "new\nline.txt", "\x1b[2J.txt", "na\udcffme.txt", "-dash.txt", "[b]x.txt"])
def test_odd_file_names_are_read_and_named(run: Run, folder: Path, name: str) -> None:
    (folder / name).write_text("Guards fled\n\nGuards fled from the camp at Ain Issa on Sunday, the council said.\n")
    assert run("read", "--json", "--", name).status == 0
    assert run("read", "--json", ".", "gone.txt").status == 3
