import pytest
from pydantic import ValidationError

from dateline.records import Count, Entity, Place, Published, Span, Time

SPAN = Span(text="dozens", start=0, end=6)


def test_a_stated_time_needs_the_words_it_was_read_from():
    with pytest.raises(ValidationError, match="needs the words"):
        Time(earliest="2019-10-13", latest="2019-10-13", precision="day", basis="stated")


def test_a_time_of_unknown_basis_has_no_dates():
    with pytest.raises(ValidationError, match="unknown basis has no dates"):
        Time(earliest="2019-10-13")


def test_a_time_cannot_end_before_it_begins():
    with pytest.raises(ValidationError, match="cannot end before"):
        Time(span=SPAN, earliest="2019-10-14", latest="2019-10-13", basis="stated")


def test_a_count_cannot_have_its_low_above_its_high():
    with pytest.raises(ValidationError, match="low above its high"):
        Count(what="killed", low=12, high=3, span=SPAN)


def test_there_is_no_point_without_a_radius():
    with pytest.raises(ValidationError, match="radius_km"):
        Place(
            id="geonames:1",
            name="A",
            country="SY",
            latitude=1,
            longitude=1,
            feature="P",
            precision="site",
            radius_km=0,
            score=1,
        )


def test_a_publication_date_needs_a_basis():
    with pytest.raises(ValidationError, match="needs a basis"):
        Published(date="2019-10-13")


def test_an_unknown_field_is_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Entity(id="dateline:a", name="A", kind="other", colour="red")


def test_an_entity_id_is_of_wikidata_or_our_own():
    with pytest.raises(ValidationError, match="pattern"):
        Entity(id="Q42", name="A", kind="other")
