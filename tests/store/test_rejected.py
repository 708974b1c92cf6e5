"""What the reader dropped is kept with its report, found again, replaced when the report is read again, checked."""

import pytest
from made_records import CAMP, camp_claims, make_report, span
from sqlalchemy import text

from dateline.errors import StoreError
from dateline.exports import export_lines, import_lines
from dateline.records import Rejected, Report, Span
from dateline.store import RejectedFilter, Store

FIRST, SECOND = "reader 1", "reader 2"


def dropped(report: Report, word: str, kind: str = "movement", score: float = 0.3) -> Rejected:
    return Rejected(
        report=report.id,
        kind=kind,
        trigger=span(report.text, word),
        sentence=span(report.text, CAMP.partition("\n")[0]),
        score=score,
        reason="no_claim",
    )


@pytest.fixture
def two(camp: Report) -> list[Rejected]:
    return [dropped(camp, "slip"), dropped(camp, "camp", "detention", 0.1)]


@pytest.fixture
def stored(store: Store, camp: Report, two: list[Rejected]) -> Store:
    store.save(camp, camp_claims(camp), FIRST, rejected=two)
    return store


def test_what_was_dropped_comes_out_as_it_went_in(stored: Store, two: list[Rejected]) -> None:
    assert list(stored.rejected()) == two
    assert stored.verify().faults == []


def test_what_seemed_least_likely_is_not_kept(store: Store, camp: Report) -> None:
    store.save(camp, [], FIRST, rejected=[dropped(camp, "slip", score=0.099)])
    assert list(store.rejected()) == []
    assert store.verify().faults == []


def test_it_is_found_by_report_kind_and_words_of_its_sentence(stored: Store, two: list[Rejected]) -> None:
    other = make_report("Another text. " + CAMP, source="other.txt")
    stored.save(other, [], FIRST, rejected=[dropped(other, "slip")])
    assert list(stored.rejected(RejectedFilter(report=two[0].report))) == two
    assert [one.trigger.text for one in stored.rejected(RejectedFilter(kinds=("detention",)))] == ["camp"]
    assert len(list(stored.rejected(RejectedFilter(text="slip out of CAM")))) == 3
    assert list(stored.rejected(RejectedFilter(text="out camp"))) == []
    assert list(stored.rejected(RejectedFilter(text="lip out"))) == []
    assert len(list(stored.rejected(RejectedFilter(limit=1)))) == 1


def test_reading_again_puts_what_is_dropped_now_in_its_place(stored: Store, camp: Report, two: list[Rejected]) -> None:
    stored.save(camp, camp_claims(camp), SECOND, rejected=two[1:])
    assert list(stored.rejected()) == two[1:]
    stored.save(camp, camp_claims(camp), FIRST)
    assert list(stored.rejected()) == []
    assert stored.verify().faults == []


def test_a_candidate_of_another_report_or_of_words_that_are_not_there_is_refused(store: Store, camp: Report) -> None:
    other = make_report("Another text. " + CAMP, source="other.txt")
    with pytest.raises(StoreError, match="of another report"):
        store.save(camp, [], FIRST, rejected=[dropped(other, "slip")])
    astray = dropped(camp, "slip").model_copy(update={"trigger": Span(text="sank", start=0, end=4)})
    with pytest.raises(StoreError, match="not there"):
        store.save(camp, [], FIRST, rejected=[astray])
    assert list(store.reports()) == []


def test_it_is_exported_and_read_back_in_order(stored: Store, two: list[Rejected], tmp_path) -> None:
    with Store.open(str(tmp_path / "copy.db")) as copy:
        import_lines(copy, list(export_lines(stored)), "backup.jsonl")
        assert list(copy.rejected()) == two
        assert copy.verify().faults == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE rejected SET record = replace(record, '0.3', '0.4')", "was changed"),
        ("UPDATE rejected SET words = ' nothing of the kind '", "its record does not say"),
        ("DELETE FROM rejected", "not in the database"),
        ("DELETE FROM rejected WHERE number = 1", "was changed"),
        ("UPDATE rejected SET record = replace(record, 'slip', 'slid')", "does not say that there"),
    ],
)
def test_verify_notices_what_was_changed_in_it(stored: Store, change: str, told: str) -> None:
    with stored._writing() as connection:
        connection.execute(text(change))
    assert any(told in fault.what for fault in stored.verify().faults)
