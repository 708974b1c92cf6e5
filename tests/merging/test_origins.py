"""Which reports are one voice."""

from dateline.merging import merge, origins
from tests.merging.made_told import MANBIJ, report, told
from tests.merging.test_merging import MINISTRY, medics, ministry

WIRE = (
    "Bridge near Manbij blown up\n\nUnknown men blew up the old iron bridge on the road north of Manbij before dawn on "
    "Sunday, cutting the town off from the river. Engineers said that it would take weeks to lay another one, and that "
    "lorries with flour would have to go round by the dam until the water falls.\n"
)


def one_voice(*reports):
    return len(set(origins(reports).values())) == 1


def test_a_copy_with_another_headline_is_of_one_origin():
    assert one_voice(report(WIRE), report(WIRE.replace("Bridge near Manbij blown up", "Town cut off as bridge falls")))


def test_a_shortened_rewrite_is_of_one_origin():
    assert one_voice(report(WIRE), report(WIRE.replace("Engineers said that", "An engineer told us that")[:320]))


def test_texts_of_different_hands_are_two_origins():
    other = (
        "Manbij bridge\n\nThe iron bridge that links Manbij to the north is gone. Nobody has said who destroyed it.\n"
    )
    assert not one_voice(report(WIRE), report(other))


def test_two_prints_of_one_agency_are_of_one_origin():
    one = report("Shells on the dam\n\nMANBIJ (Reuters) - Shells fell near the dam on Sunday.\n")
    other = report("Dam comes under fire\n\nThe dam was shelled, workers there said. (Reuters)\n")
    assert one_voice(one, other)


def test_an_agency_that_is_only_spoken_of_is_no_credit():
    one = report("A Reuters cameraman was hurt when shells fell near the dam on Sunday.\n")
    other = report("Shells hit the road to the dam; a Reuters cameraman is in hospital.\n")
    assert not one_voice(one, other)


def test_two_reports_that_quote_one_named_source_with_one_number_count_once():
    text = "Market of Manbij hit\n\nNine died as a car bomb tore through the market of Manbij, the Zarqa Hospital said."
    retold = (
        "Deaths in Manbij\n\nThe Zarqa Hospital has counted nine dead after a car bomb tore into the market of Manbij."
    )
    claims = [
        told(report(text), "bombing", "car bomb tore", at=MANBIJ, killed=("Nine", 9, 9), by="Zarqa Hospital"),
        told(report(retold), "bombing", "car bomb tore", at=MANBIJ, killed=("nine", 9, 9), by="Zarqa Hospital"),
    ]
    (event,) = merge(claims)
    assert (event.reports, event.origins, event.status) == (2, 1, "single_origin")


def test_sources_without_a_name_do_not_make_one_origin():
    (event,) = merge([ministry(), medics(by="medics")])
    assert event.origins == 2


def test_origins_do_not_depend_on_the_order_of_reports():
    reports = [MINISTRY, report(WIRE), report(f"Again\n\n{WIRE}")]
    assert origins(reports) == origins(reports[::-1])
