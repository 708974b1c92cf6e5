"""`dateline read`: what it stores, prints, and exits with."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_run import Run
from fake_reading import FakeReader

from dateline.errors import InputError
from dateline.records import Claim, Report
from dateline.store import Store, events, scope
from dateline.store.unsettled import unsettled_since

pytestmark = pytest.mark.usefixtures("fake_reader")

CAMP = "Camp loses detainees\n\nSome 40 people escaped from Ain Issa on Sunday, the camp office said.\n"
GUNS = "Guns heard\n\nGunners shelled a village near Kobani on Monday, and nobody there was hurt by it.\n"
GERMAN = "Lager leert sich\n\nAm Sonntag flohen viele Menschen aus dem Lager bei Ain Issa, sagte die Leitung.\n"


@pytest.fixture
def camp(folder: Path) -> Path:
    (folder / "camp.txt").write_text(CAMP)
    return folder / "camp.txt"


@pytest.fixture
def guns(folder: Path) -> Path:
    (folder / "guns.txt").write_text(GUNS)
    return folder / "guns.txt"


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def stored(database: str = "dateline.db") -> tuple[list[Report], list[Claim]]:
    with Store.open(database, write=False) as store:
        return [entry.report for entry in store.reports()], list(store.claims())


def test_piped_it_prints_the_report_then_its_claims_as_json_lines(run: Run, camp: Path) -> None:
    result = run("read", camp)
    report, claim = records(result.out)
    assert (result.status, result.err) == (0, "")
    assert (report["record"], claim["record"], claim["kind"]) == ("report", "claim", "escape")
    assert ([Report.model_validate(report)], [Claim.model_validate(claim)]) == stored()


def test_without_storing_it_leaves_no_database(run: Run, camp: Path, folder: Path) -> None:
    result = run("read", "--no-store", camp)
    assert [record["record"] for record in records(result.out)] == ["report", "claim"]
    assert not (folder / "dateline.db").exists()


def test_the_same_file_again_prints_the_same_and_changes_nothing(run: Run, camp: Path) -> None:
    first = run("read", camp)
    before = stored()
    assert run("read", camp).out == first.out
    assert stored() == before


def test_what_is_known_is_not_read_again(run: Run, camp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("read", camp)

    def never(_self: FakeReader, _report: Report) -> list[Claim]:
        raise AssertionError("read again")

    monkeypatch.setattr(FakeReader, "read", never)
    assert run("read", camp).out == first.out


def test_a_new_reader_reads_again(run: Run, camp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("read", camp)
    monkeypatch.setattr(FakeReader, "version", "fake 2")
    monkeypatch.setattr(FakeReader, "read", lambda _self, _report: [])
    run("read", camp)
    assert stored()[1] == []


def test_a_table_ends_with_what_was_done_and_what_to_type_next(run: Run, camp: Path) -> None:
    result = run("read", "--table", camp)
    assert "Camp loses detainees" in result.out
    assert "escape" in result.out
    assert "dateline: 1 report read, 1 claim." in result.err
    assert f"dateline show {stored()[1][0].id[:10]}" in result.err
    assert "Some 40 people" not in result.err


def test_advice_names_the_database_where_it_is_not_the_usual_one(
    run: Run, camp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "--db 'my claims.db'" in run("read", "--table", "--db", "my claims.db", camp).err
    monkeypatch.setenv("DATELINE_DB", "my claims.db")
    assert "--db" not in run("read", "--table", camp).err


def test_the_database_can_be_named_in_the_environment(
    run: Run, camp: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DB", "other.db")
    run("read", camp)
    assert (folder / "other.db").exists()
    assert not (folder / "dateline.db").exists()


def test_a_missing_file_is_named_and_nothing_is_made(run: Run, folder: Path) -> None:
    result = run("read", "gone.txt")
    assert result.status == 1
    assert result.out == ""
    assert result.err.startswith("dateline: gone.txt: ")
    assert not (folder / "dateline.db").exists()


def test_what_fails_is_named_and_the_rest_is_stored(run: Run, camp: Path, guns: Path) -> None:
    result = run("read", camp, "gone.txt", guns)
    assert result.status == 3
    assert [line for line in result.err.splitlines() if "gone.txt" in line]
    assert [claim.kind for claim in stored()[1]] == ["escape", "shelling"]


def test_a_report_that_the_reader_refuses_is_a_failure_like_any_other(
    run: Run, camp: Path, guns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = FakeReader.read

    def refuses_guns(self: FakeReader, report: Report) -> list[Claim]:
        if "Guns" in report.text:
            raise InputError(report.source, "is too long; read it in parts")
        return read(self, report)

    monkeypatch.setattr(FakeReader, "read", refuses_guns)
    result = run("read", guns, camp)
    assert (result.status, result.err) == (3, f"dateline: {guns}: is too long; read it in parts\n")
    assert [report.source for report in stored()[0]] == [str(camp)]


def test_standard_input_is_read_as_a_dash(run: Run) -> None:
    result = run("read", "-", stdin=CAMP.encode())
    assert [record["record"] for record in records(result.out)] == ["report", "claim"]


def test_another_language_is_stored_as_not_yet_read_and_is_no_failure(run: Run, folder: Path) -> None:
    (folder / "lager.txt").write_text(GERMAN)
    result = run("read", "--table", "lager.txt")
    assert result.status == 0
    assert "1 not yet read (de)" in result.err
    assert "not yet read: its language is de" in result.out
    assert "not yet read (de)" in run("reports", "--table").out


def test_stopped_by_the_user_what_was_printed_is_stored(
    run: Run, camp: Path, guns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = FakeReader.read

    def stops_at_guns(self: FakeReader, report: Report) -> list[Claim]:
        if "Guns" in report.text:
            raise KeyboardInterrupt
        return read(self, report)

    monkeypatch.setattr(FakeReader, "read", stops_at_guns)
    result = run("read", camp, guns)
    assert result.status == 130
    assert "dateline: stopped; 1 report read, 1 claim" in result.err
    reports, claims = stored()
    assert records(result.out) == [json.loads(r.model_dump_json()) for r in (*reports, *claims)]


def test_no_source_is_wrong_use(run: Run) -> None:
    assert run("read").status == 2


def test_json_and_a_table_at_once_is_wrong_use(run: Run, camp: Path) -> None:
    assert run("read", "--json", "--table", camp).status == 2


def test_a_database_that_cannot_be_used_is_a_message_and_exit_1(run: Run, camp: Path, folder: Path) -> None:
    (folder / "notes.txt").write_text("no database at all " * 100)
    result = run("read", "--db", "notes.txt", camp)
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("dateline: notes.txt: is not a database")


def test_output_that_cannot_be_written_is_a_message_and_exit_1(
    run: Run, camp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dateline.cli.read as command

    def full(_record: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(command, "write_record", full)
    result = run("read", camp)
    assert (result.status, result.err) == (1, "dateline: output: No space left on device\n")


def test_a_file_of_no_rows_holds_no_report(run: Run, folder: Path) -> None:
    (folder / "rows.jsonl").write_text("\n")
    assert run("read", "rows.jsonl") == (1, "", "dateline: rows.jsonl: no report in it\n")


def test_the_bytes_of_a_file_are_kept_to_check_the_report_by(run: Run, camp: Path) -> None:
    run("read", camp)
    (report,), _ = stored()
    with Store.open("dateline.db", write=False) as store:
        assert store.raw(report.id) == camp.read_bytes()
        assert (store.verify().raw, store.verify().faults) == (1, [])


def test_an_interrupted_run_judges_the_events_of_what_it_stored(
    run: Run, camp: Path, guns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[int] = []
    monkeypatch.setattr(Store, "settle_events", lambda store: settled.append(len(list(store.reports()))))
    monkeypatch.setattr(FakeReader, "read", interrupted_at(2))
    assert run("read", camp, guns).status == 130
    assert settled == [1]


def test_what_an_interrupted_run_left_unjudged_the_next_run_judges(
    run: Run, camp: Path, guns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted_again(_: Store) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(scope, "AT_ONCE", 1)
        patched.setattr(events, "AT_ONCE", 1)
        patched.setattr(Store, "settle_events", interrupted_again)
        patched.setattr(FakeReader, "read", interrupted_at(2))
        assert run("read", camp, guns).status == 130
    assert is_unsettled()
    assert run("read", camp).status == 0
    assert not is_unsettled()


def is_unsettled() -> bool:
    with Store.open("dateline.db", write=False) as store, store._reading() as connection:
        return unsettled_since(connection) is not None


def interrupted_at(number: int) -> Callable[[FakeReader, Report], list[Claim]]:
    """A reader that is stopped with Ctrl-C at this report."""
    read, seen = FakeReader.read, []

    def reading(reader: FakeReader, report: Report) -> list[Claim]:
        seen.append(report)
        if len(seen) == number:
            raise KeyboardInterrupt
        return read(reader, report)

    return reading
