"""Which claims each condition lets through."""

import datetime as dt
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import CAMP, camp_claims, make_claim, make_report, plain, span

from dateline.records import Claim, Report, Time
from dateline.store import ClaimFilter, Store
from dateline.store.folding import fold_name


@pytest.fixture
def stored(store: Store, camp: Report, told: list[Claim]) -> Store:
    store.save(camp, told, "reader 1")
    return store


def kinds(store: Store, **asked: object) -> list[str]:
    return [claim.kind for claim in store.claims(ClaimFilter(**asked))]  # type: ignore[arg-type]


def test_a_kind_lets_only_its_own_claims_through(stored: Store) -> None:
    assert kinds(stored, kinds=("withdrawal",)) == ["withdrawal"]
    assert kinds(stored, kinds=("withdrawal", "escape")) == ["escape", "withdrawal"]


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        ("Islamic State", ["escape"]),
        ("DAESH", ["escape"]),
        ("kurd", ["withdrawal"]),
        ("kurdish led", ["withdrawal"]),
        ("forces", ["withdrawal"]),
        ("aesh", []),
        ("100%", []),
        ("...", []),
    ],
)
def test_an_actor_is_found_by_its_words_and_its_canonical_name(stored: Store, actor: str, found: list[str]) -> None:
    assert kinds(stored, actor=actor) == found


def test_whole_words_do_not_go_on(stored: Store) -> None:
    assert kinds(stored, actor="Kurd", whole_words=True) == []
    assert kinds(stored, actor="Kurdish", whole_words=True) == ["withdrawal"]


def test_an_entity_is_found_whatever_the_text_calls_it(stored: Store) -> None:
    asked = {"actor": "ISIL", "entities": ("wikidata:Q2429253",), "whole_words": True}
    assert kinds(stored, **asked) == ["escape"]


@pytest.mark.parametrize(
    ("place", "found"),
    [("tall tamr", ["escape"]), ("Al Hasakah", ["escape"]), ("Mánbij", ["withdrawal"]), ("Raqqa", [])],
)
def test_a_place_is_found_by_its_words_its_name_and_its_region(stored: Store, place: str, found: list[str]) -> None:
    assert kinds(stored, place=place) == found


def test_a_modality_lets_only_its_own_claims_through(stored: Store) -> None:
    assert kinds(stored, modalities=("future",)) == ["withdrawal"]


@pytest.mark.parametrize(
    ("text", "found"), [("NEAR TALL", ["escape"]), ("local  council", ["withdrawal"]), ("_", []), ("%", [])]
)
def test_text_is_looked_for_in_the_sentence_as_it_stands(stored: Store, text: str, found: list[str]) -> None:
    assert kinds(stored, text=text) == found


def test_conditions_add_up(stored: Store) -> None:
    assert kinds(stored, actor="daesh", modalities=("future",)) == []


def test_a_limit_stops(stored: Store) -> None:
    assert kinds(stored, limit=1) == ["escape"]


def day(number: int) -> dt.date:
    return dt.date(2019, 10, number)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (day(9), day(9), True),
        (day(10), None, False),
        (None, day(8), False),
        (day(1), day(9), True),
        (None, None, True),
    ],
)
def test_days_let_through_what_lies_between_them(
    stored: Store, since: dt.date | None, until: dt.date | None, found: bool
) -> None:
    assert ("escape" in kinds(stored, since=since, until=until)) is found


def test_a_claim_of_no_known_day_is_never_between_two(stored: Store) -> None:
    assert kinds(stored, since=dt.date.min, until=dt.date.max) == ["escape"]


def with_time(store: Store, time: Time) -> Store:
    report = make_report()
    store.save(report, [make_claim(report, "escape", "escaped", time=time)], "reader 1")
    return store


def test_a_span_of_days_is_found_where_it_overlaps(store: Store) -> None:
    words = span(CAMP, "9 October 2019")
    time = Time(span=words, earliest=day(7), latest=day(13), precision="week", basis="stated")
    with_time(store, time)
    assert kinds(store, since=day(13), until=day(20)) == ["escape"]
    assert kinds(store, since=day(14), until=day(20)) == []


def test_a_stated_open_end_goes_on(store: Store) -> None:
    with_time(store, Time(span=span(CAMP, "9 October 2019"), earliest=day(9), basis="stated"))
    assert kinds(store, since=dt.date(2021, 1, 1)) == ["escape"]
    assert kinds(store, until=day(8)) == []


def test_a_claim_told_by_a_day_counts_as_of_that_day(store: Store) -> None:
    with_time(store, Time(latest=day(9), basis="published"))
    assert kinds(store, since=day(9), until=day(9)) == ["escape"]
    assert kinds(store, until=day(8)) == []


def test_claims_come_by_report_in_order_of_arrival_then_by_trigger(store: Store) -> None:
    second = make_report("Shells fell on Kobani. Two people died.", source="kobani.txt")
    deaths = make_claim(second, "casualties", "died")
    shells = make_claim(second, "shelling", "Shells")
    camp = make_report()
    store.save(camp, reversed(camp_claims(camp)), "reader 1")
    store.save(second, [deaths, shells], "reader 1")
    assert kinds(store) == ["escape", "withdrawal", "shelling", "casualties"]


def test_results_stream_and_may_be_left(stored: Store) -> None:
    assert [claim.kind for claim in islice(stored.claims(), 1)] == ["escape"]


def test_an_id_is_found_by_its_beginning(stored: Store, camp: Report, told: list[Claim]) -> None:
    assert plain([stored.find(told[0].id[:8])]) == told[:1]
    assert plain([stored.find(told[0].id.removeprefix("c_").upper())]) == told[:1]
    entry = stored.find(camp.id)
    assert not isinstance(entry, Claim)
    assert entry.report == camp


@pytest.mark.parametrize("prefix", ["", "c_", "zz", "c_zz", "%", "' OR 1=1 --"])
def test_an_id_that_begins_nothing_is_an_error(stored: Store, prefix: str) -> None:
    with pytest.raises(Exception, match="no id begins with"):
        stored.find(prefix)


def test_an_id_that_begins_more_than_one_names_them(store: Store) -> None:
    texts = [f"Patrol number {number} left Kobani." for number in range(40)]
    reports = [make_report(text, source=f"{number}.txt") for number, text in enumerate(texts)]
    for report in reports:
        store.save(report, [], "reader 1")
    digit = max("0123456789abcdef", key=lambda d: sum(r.id.startswith(f"r_{d}") for r in reports))
    with pytest.raises(Exception, match=f"more than one id begins with 'r_{digit}': r_{digit}.*, r_{digit}"):
        store.find(f"r_{digit}")


def test_the_kinds_there_are_come_with_their_number(stored: Store) -> None:
    assert stored.kinds() == {"escape": 1, "withdrawal": 1}


@given(st.text())
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


def test_accents_apostrophes_case_and_hyphens_do_not_tell_names_apart() -> None:
    assert fold_name("Ra’s al-‘Ayn") == fold_name("RAS AL AYN") == fold_name("Râs-al Ayn") == "ras al ayn"
