"""The headline facts of the examples come out as claims: what, who, where, when, how many, who says so."""

import datetime as dt

import pytest


def the(claims, kind, trigger=None, modality=None, says=None):
    """The first claim of a kind that fits; a test that finds none fails with what there is."""
    fitting = [
        claim
        for claim in claims
        if claim.kind == kind
        and trigger in {None, claim.trigger.text}
        and modality in {None, claim.modality}
        and (says is None or any(says in source.source.text for source in claim.attribution))
    ]
    assert fitting, [(claim.kind, claim.trigger.text, claim.modality) for claim in claims]
    return fitting[0]


def counts(claim):
    return {count.what: (count.low, count.high) for count in claim.counts}


def names(claim, role):
    return " | ".join(participant.span.text for participant in claim.participants if participant.role == role)


def places(claim, *roles):
    told = [place for place in claim.places if not roles or place.role in roles]
    return {place.place.name if place.place else place.span.text for place in told}


def sources(claim):
    return " | ".join(source.source.text for source in claim.attribution)


def test_every_value_quotes_the_text_of_its_report(by_source, claims):
    for source, report in by_source.items():
        for claim in claims[source]:
            assert all(span.quotes(report.text) for span in claim.spans())


def test_every_english_example_gives_claims(by_source, claims):
    assert [source for source, report in by_source.items() if report.language == "en" and not claims[source]] == []


def test_a_french_report_is_not_read(by_source, claims, reader):
    assert not reader.reads(by_source["deplacements-hassake.html"])
    assert claims["deplacements-hassake.html"] == []


def test_an_escape_has_those_who_fled_how_many_from_where_and_who_says_so(claims):
    escape = the(claims["nw-20191011-4"], "escape", "escaped")
    assert "militants" in names(escape, "actor")
    assert counts(escape)["escaped"] == (5, 5)
    assert any("Jirkin" in place or "Qamishli" in place for place in places(escape))
    assert "Syrian Democratic Forces" in sources(escape)
    assert escape.modality == "actual"


def test_at_least_leaves_the_upper_end_of_a_count_open(claims):
    escape = the(claims["ain-issa-escape-northern-wire.html"], "escape", "escaped")
    assert counts(escape)["escaped"] == (785, None)


def test_two_sources_of_one_escape_keep_their_own_figures(claims):
    escape = the(claims["ain-issa-escape-euphrates-monitor.html"], "escape", "escaped", "actual")
    assert counts(escape)["escaped"] == (100, 100)
    assert "Observatory" in sources(escape)


def test_a_denied_escape_is_negated(claims):
    assert the(claims["ain-issa-escape-euphrates-monitor.html"], "escape", modality="negated")


def test_an_escape_that_failed_is_attempted(claims):
    assert the(claims["hol-unrest-scrape.txt"], "escape", modality="attempted")


def test_a_feared_breakout_is_still_to_come(claims):
    assert the(claims["hol-unrest-scrape.txt"], "escape", "breakout", modality="future")


def test_a_bombing_has_its_dead_and_wounded_its_place_and_its_source(claims):
    bombing = the(claims["tell-abyad-market-bomb.html"], "bombing", says="defence ministry")
    assert counts(bombing) == {"killed": (13, 13), "wounded": (20, 20)}
    assert "Tell Abyad" in places(bombing, "location")


def test_another_report_of_the_bombing_has_the_figure_of_the_observatory(claims):
    bombing = the(claims["em-20191102-6"], "bombing", says="Observatory")
    assert counts(bombing)["killed"] == (14, 14)


def test_a_weekday_is_the_one_before_publication(claims):
    bombing = the(claims["bg-20191116-1"], "bombing", says="defence ministry")
    assert (bombing.time.earliest, bombing.time.latest) == (dt.date(2019, 11, 16), dt.date(2019, 11, 16))
    assert bombing.time.basis == "stated"


def test_a_date_of_day_and_month_takes_the_year_of_publication(claims):
    capture = the(claims["tell-abyad-market-bomb.html"], "territory_gain")
    assert capture.time.earliest == dt.date(2019, 10, 13)
    assert "Tell Abyad" in places(capture)
    assert "Turkish troops" in names(capture, "actor")


def test_a_weekday_of_a_report_without_a_date_gives_no_day(claims):
    assert [claim.time for claim in claims["ras-al-ayn-convoy.html"] if claim.time.earliest] == []


@pytest.mark.xfail(reason='the parser takes October in "On 31 October Islamic State" for the subject')
def test_a_named_successor_is_appointed(claims):
    appointment = the(claims["analysis-the-guards-are-leaving.html"], "appointment", "named")
    assert "al-Qurayshi" in names(appointment, "recipient")
    assert "Islamic State" in names(appointment, "actor")


def test_a_withdrawal_has_where_the_force_leaves_and_a_plan_is_still_to_come(claims):
    told = claims["ras-al-ayn-withdrawal.html"]
    done = the(told, "withdrawal", "withdrew", "actual")
    assert "Syrian Democratic Forces" in names(done, "actor")
    assert "Ras al-Ain" in places(done)
    assert the(told, "withdrawal", modality="future")


def test_freed_soldiers_are_counted_as_released(claims):
    release = the(claims["jp-20191031-1"], "release", "released")
    assert counts(release)["released"] == (18, 18)
    assert "Turkey" in names(release, "actor")


def test_a_denied_killing_is_negated(claims):
    assert the(claims["hevrin-khalaf.txt"], "killing", modality="negated")


@pytest.mark.parametrize(("source", "name"), [("nw-20191011-4", "Islamic State"), ("em-20191111-2", "Islamic State")])
def test_an_actor_has_one_name_under_every_alias(claims, source, name):
    entities = {
        participant.entity.name for claim in claims[source] for participant in claim.participants if participant.entity
    }
    assert name in entities
