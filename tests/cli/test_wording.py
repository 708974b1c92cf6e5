"""The values of a claim in words: as certain as the claim, and no more."""

import datetime as dt
from typing import get_args

import pytest
from told_records import ISLAMIC_STATE, denied, feared, moved, shelling, span

from dateline.cli import wording
from dateline.cli.options import ModalityChoice
from dateline.records import Attribution, ClaimPlace, Count, Published, Time
from dateline.records.claim import Modality

DAY = dt.date(2019, 10, 9)
WORDS = span("Saturday")


def stated(first: dt.date | None, last: dt.date | None) -> str:
    return wording.when(Time(span=WORDS, earliest=first, latest=last, precision="day", basis="stated"))


def test_a_day_is_a_day() -> None:
    assert stated(DAY, DAY) == "2019-10-09"


def test_days_are_their_first_and_last() -> None:
    assert stated(DAY, dt.date(2019, 10, 12)) == "2019-10-09 to 2019-10-12"


def test_a_whole_month_or_year_is_named() -> None:
    assert stated(dt.date(2019, 2, 1), dt.date(2019, 2, 28)) == "February 2019"
    assert stated(dt.date(2019, 1, 1), dt.date(2019, 12, 31)) == "2019"


def test_an_open_end_stays_open() -> None:
    assert stated(DAY, None) == "from 2019-10-09 on"
    assert stated(None, DAY) == "until 2019-10-09"


def test_an_unknown_day_is_not_stated() -> None:
    assert wording.when(Time()) == "not stated"


def test_words_that_no_day_was_made_of_are_quoted() -> None:
    assert stated(None, None) == "not stated as a date (“Saturday”)"


def test_a_publication_day_is_only_when_it_was_told_by() -> None:
    assert wording.when(Time(latest=DAY, basis="published")) == "told by 2019-10-09"
    assert wording.when(Time(basis="published")) == "not stated"


def count(low: int | None, high: int | None, words: str, **given: object) -> str:
    values = {"what": "killed", "low": low, "high": high, "span": span(words)} | given
    return wording.count_words(Count.model_validate(values))


def test_a_number_is_told_with_its_bounds() -> None:
    assert count(150, 150, "150") == "150 killed"
    assert count(22, None, "At least 22") == "at least 22 killed"
    assert count(None, 1500, "150") == "up to 1,500 killed (“150”)"


def test_words_for_a_number_are_quoted() -> None:
    assert count(24, 99, "soldiers") == "24–99 killed (“soldiers”)"


def test_words_that_give_no_number_stand_for_it() -> None:
    assert count(None, None, "civilians") == "“civilians” killed"


def test_of_whom_and_that_it_is_a_total_are_told() -> None:
    assert count(150, 150, "150", of="soldiers", cumulative=True) == "150 soldiers killed in all"


def test_a_participant_is_told_in_the_words_of_the_text() -> None:
    assert wording.who(shelling(), "actor") == "Turkish-backed fighters"
    assert wording.who(shelling(), "instrument") == ""


def test_a_participant_that_stands_for_another_is_named() -> None:
    assert wording.who(feared(), "actor") == "Islamic State (“the group”)"


def test_places_show_the_words_whether_or_not_they_are_on_the_map() -> None:
    assert wording.where(shelling()) == "market, Ras al-Ayn"


def test_a_way_goes_from_one_place_to_another() -> None:
    assert wording.where(moved()) == "Raqqa → toward Tell Tamer"
    assert wording.where(denied()) == "from Kobani"


def place(role: str, relation: str, words: str) -> ClaimPlace:
    return ClaimPlace.model_validate({"role": role, "relation": relation, "span": span(words)})


def test_relations_and_what_is_passed_are_told() -> None:
    places = (
        place("location", "between", "Raqqa"),
        place("location", "between", "Kobani"),
        place("location", "near", "market"),
        place("via", "in", "Tell Tamer"),
    )
    claim = shelling().model_copy(update={"places": places})
    assert wording.where(claim) == "near market, between Raqqa and Kobani, via Tell Tamer"


def test_a_lone_destination_says_so() -> None:
    towards = moved().model_copy(update={"places": (place("destination", "toward", "Kobani"),)})
    into = moved().model_copy(update={"places": (place("destination", "in", "Kobani"),)})
    assert (wording.where(towards), wording.where(into)) == ("toward Kobani", "to Kobani")


def test_sources_come_nearest_first() -> None:
    assert wording.who_says(shelling().attribution) == "a local hospital, quoted by the Hawar agency"


def test_a_source_that_the_words_do_not_name_is_named() -> None:
    said = Attribution(source=span("the group"), kind="armed_group", entity=ISLAMIC_STATE)
    assert wording.who_says((said,)) == "Islamic State (“the group”)"


def test_a_claim_without_a_source_is_the_reports_own() -> None:
    assert wording.who_says(()) == "the report itself"


@pytest.mark.parametrize(
    ("modality", "certainty", "words"),
    [
        ("actual", "certain", "certain"),
        ("actual", "probable", "probable"),
        ("attempted", "certain", "failed attempt"),
        ("future", "possible", "planned or feared, possible"),
        ("hypothetical", "probable", "unclear, probable"),
        ("negated", "certain", "did not happen"),
    ],
)
def test_how_sure_tells_whether_it_happened_and_how_firmly_that_is_told(
    modality: str, certainty: str, words: str
) -> None:
    assert wording.how_sure(moved().model_copy(update={"modality": modality, "certainty": certainty})) == words


def test_what_somebody_says_did_not_happen_is_denied() -> None:
    assert wording.how_sure(denied()) == "denied"


def test_a_publication_day_comes_with_how_it_is_known() -> None:
    assert wording.published_words(Published(date=DAY, basis="given")) == "published 2019-10-09 (given)"
    assert wording.published_words(Published()) == "publication date not known"


def test_the_choices_of_modality_are_those_of_the_records() -> None:
    assert [choice.value for choice in ModalityChoice] == list(get_args(Modality))
