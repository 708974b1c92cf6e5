"""One transaction a report, and reading again."""

import datetime as dt
import hashlib
from collections.abc import Iterator

import pytest
from made_records import camp_claims, make_claim, make_report, plain

from dateline.errors import StoreError
from dateline.records import Claim, Published, Report, Span
from dateline.store import Outcome, Store

FIRST, SECOND = "reader 1", "reader 2"


def dated(report: Report, day: dt.date) -> Report:
    return report.model_copy(update={"published": Published(date=day, basis="given")})


def contents(store: Store) -> object:
    return list(store.reports()), plain(store.claims())


def test_what_went_in_comes_out(store: Store, camp: Report, told: list[Claim]) -> None:
    assert store.save(camp, told, FIRST) is Outcome.NEW
    entry = store.report(camp.id)
    assert entry is not None
    assert (entry.report, entry.read_by, entry.claims) == (camp, FIRST, 2)
    assert plain(store.claims()) == told


def test_the_same_report_again_changes_nothing_not_even_when_it_was_retrieved(
    store: Store, camp: Report, told: list[Claim]
) -> None:
    store.save(camp, told, FIRST)
    before = contents(store)
    later = camp.model_copy(update={"retrieved": dt.datetime(2031, 1, 1, tzinfo=dt.UTC)})
    assert store.save(later, told, FIRST) is Outcome.UNCHANGED
    assert contents(store) == before


def test_other_bytes_around_the_same_text_change_nothing(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, FIRST)
    assert store.save(camp.model_copy(update={"sha256": "0" * 64}), told, FIRST) is Outcome.UNCHANGED


def test_a_publication_date_given_later_replaces_the_report_and_its_claims(
    store: Store, camp: Report, told: list[Claim]
) -> None:
    store.save(camp, told, FIRST)
    with_date = dated(camp, dt.date(2019, 10, 10))
    assert store.save(with_date, told[:1], FIRST) is Outcome.UPDATED
    assert [entry.report for entry in store.reports()] == [with_date]
    assert plain(store.claims()) == told[:1]


def test_another_reader_replaces_the_claims(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, FIRST)
    assert store.save(camp, told[1:], SECOND) is Outcome.UPDATED
    assert plain(store.claims()) == told[1:]
    assert [entry.read_by for entry in store.reports()] == [SECOND]


def test_the_same_text_under_another_source_leaves_the_first(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, FIRST)
    before = contents(store)
    copy = camp.model_copy(update={"source": "mirror.txt"})
    assert store.save(copy, told, SECOND) is Outcome.KNOWN
    assert contents(store) == before


def test_a_replaced_report_keeps_its_place_in_the_order(store: Store, camp: Report, told: list[Claim]) -> None:
    other = make_report("A convoy reached Kobani.", source="convoy.txt")
    store.save(camp, told, FIRST)
    store.save(other, [], FIRST)
    store.save(camp, told, SECOND)
    assert [entry.report.source for entry in store.reports()] == ["camp.txt", "convoy.txt"]


def test_a_report_that_nothing_can_read_yet_is_kept_as_not_yet_read(store: Store) -> None:
    report = make_report("Ein Konvoi erreichte am Montag die Stadt.", source="konvoi.txt", language="de")
    store.save(report, [], None)
    assert [(entry.report, entry.read_by) for entry in store.reports()] == [(report, None)]


@pytest.mark.parametrize("fault", ["of another report", "comes twice", "words that are not there"])
def test_claims_that_cannot_be_the_reports_own_are_refused_and_nothing_is_stored(
    store: Store, camp: Report, told: list[Claim], fault: str
) -> None:
    wrong = {
        "of another report": [told[0].model_copy(update={"report": "r_" + "0" * 16})],
        "comes twice": [told[0], told[0]],
        "words that are not there": [
            make_claim(camp, "escape", "escaped").model_copy(update={"cues": (Span(text="shot", start=3, end=7),)})
        ],
    }[fault]
    with pytest.raises(StoreError, match=fault):
        store.save(camp, wrong, FIRST)
    assert contents(store) == ([], [])


def test_a_reader_that_stops_midway_leaves_nothing_half_stored(store: Store, camp: Report) -> None:
    def interrupted() -> Iterator[Claim]:
        yield camp_claims(camp)[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.save(camp, interrupted(), FIRST)
    assert contents(store) == ([], [])


def test_comparing_tells_what_saving_would_do_and_does_not_do_it(store: Store, camp: Report, told: list[Claim]) -> None:
    assert store.compare(camp, FIRST) is Outcome.NEW
    assert contents(store) == ([], [])
    store.save(camp, told, FIRST)
    assert store.compare(camp, FIRST) is Outcome.UNCHANGED
    assert store.compare(camp, SECOND) is Outcome.UPDATED
    assert store.compare(camp.model_copy(update={"source": "mirror.txt"}), FIRST) is Outcome.KNOWN


def test_the_bytes_that_a_report_was_read_from_are_kept(store: Store, camp: Report, told: list[Claim]) -> None:
    raw = camp.text.encode()
    store.save(camp, told, FIRST, raw)
    assert store.raw(camp.id) == raw
    store.save(camp, told[:1], SECOND)
    assert store.raw(camp.id) == raw


def test_bytes_of_another_page_are_refused_and_nothing_is_stored(store: Store, camp: Report, told: list[Claim]) -> None:
    with pytest.raises(StoreError, match="SHA-256 is not that of its bytes"):
        store.save(camp, told, FIRST, b"another page")
    assert contents(store) == ([], [])


def test_a_report_read_anew_from_other_bytes_keeps_those(store: Store, camp: Report, told: list[Claim]) -> None:
    store.save(camp, told, FIRST, camp.text.encode())
    raw = b"\xef\xbb\xbf" + camp.text.encode()
    anew = camp.model_copy(update={"sha256": hashlib.sha256(raw).hexdigest()})
    store.save(dated(anew, dt.date(2024, 5, 2)), told, FIRST, raw)
    assert store.raw(camp.id) == raw
    store.save(dated(camp, dt.date(2024, 5, 3)), told, FIRST)
    assert store.raw(camp.id) is None
    assert store.verify().faults == []
