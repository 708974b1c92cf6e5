"""`dateline events`, `dateline event` and `dateline why`: events for programs and for people."""

import json
from pathlib import Path

import pytest
from command_run import Run

from dateline.cli.events import StatusChoice
from dateline.records import Entity, Event, Participant
from dateline.store import Store
from tests.merging.made_told import HASAKAH, report, span, told
from tests.merging.test_merging import feared, medics, ministry


@pytest.fixture
def market(folder: Path) -> str:
    """A database with two reports of a bomb, one of a fear before it, and one of something else."""
    march = report("Farmers march\n\nFarmers marched through Hasakah over the price of wheat.", "2019-10-14")
    with Store.open("dateline.db") as store:
        for one in (feared(), ministry(), medics(), told(march, "protest", "marched", at=HASAKAH)):
            store.save(one.report, [one.claim], "by hand")
    return "dateline.db"


def listed(out: str) -> list[Event]:
    return [Event.model_validate_json(line) for line in out.splitlines()]


def bomb(run: Run) -> Event:
    (event,) = listed(run("events", "--status", "contested").out)
    return event


@pytest.mark.usefixtures("market")
def test_piped_on_events_are_records_one_a_line(run: Run) -> None:
    events = listed(run("events").out)
    assert sorted(event.kind for event in events) == ["bombing", "bombing", "protest"]
    assert {claim for event in events for claim in event.claims} >= {ministry().claim.id, medics().claim.id}


@pytest.mark.usefixtures("market")
@pytest.mark.parametrize(
    ("conditions", "kinds"),
    [
        (["--kind", "protest"], ["protest"]),
        (["--place", "Hasakah"], ["protest"]),
        (["--since", "2019-10-13", "--until", "2019-10-13"], ["bombing"]),
        (["--status", "anticipated"], ["bombing"]),
        (["--limit", "1"], ["bombing"]),
    ],
)
def test_conditions_choose_among_events(run: Run, conditions: list[str], kinds: list[str]) -> None:
    assert [event.kind for event in listed(run("events", *conditions).out)] == kinds


@pytest.mark.usefixtures("market")
def test_for_people_events_are_a_table_with_range_and_support(run: Run) -> None:
    out = " ".join(run("events", "--table", "--status", "contested").out.split())
    for words in ("bombing", "Manbij", "2019-10-13", "killed 11 (9", "2 reports,", "2 origins", "contested"):
        assert words in out


@pytest.mark.usefixtures("market")
def test_where_no_event_meets_the_conditions_that_is_said(run: Run) -> None:
    result = run("events", "--kind", "siege", "--table")
    assert (result.status, result.out) == (0, "")
    assert "no event meets all conditions" in result.err


@pytest.mark.usefixtures("market")
def test_an_event_is_shown_with_its_sources_side_by_side_and_its_claims_in_order(run: Run) -> None:
    out = " ".join(run("event", bomb(run).id).out.split())
    assert "how many killed 9: interior ministry" in out
    assert "11: medics" in out
    assert out.index("c_" + ministry().claim.id[2:10]) < out.index("c_" + medics().claim.id[2:10])
    assert "one origin (2019-10-14) → contested (2019-10-15)" in out


@pytest.mark.usefixtures("market")
def test_an_event_names_what_was_feared_before_it(run: Run) -> None:
    (fear,) = listed(run("events", "--status", "anticipated").out)
    assert f"foretold before {fear.id[:10]}" in " ".join(run("event", bomb(run).id).out.split())
    assert f"happened later {bomb(run).id[:10]}" in " ".join(run("event", fear.id).out.split())


@pytest.mark.usefixtures("market")
def test_an_event_as_json_is_its_record(run: Run) -> None:
    event = bomb(run)
    assert listed(run("event", "--json", event.id[:8]).out) == [event]


@pytest.mark.usefixtures("market")
def test_an_event_that_is_not_there_is_a_plain_message(run: Run) -> None:
    result = run("event", "e_ffffffff")
    assert result.status == 1
    assert "no id begins with" in result.err


@pytest.mark.usefixtures("market")
def test_why_two_claims_are_one_event_is_told_feature_by_feature(run: Run) -> None:
    out = run("why", ministry().claim.id, medics().claim.id).out
    assert "One event." in out
    assert "same day" in out
    assert "same place" in out


@pytest.mark.usefixtures("market")
def test_why_two_claims_are_two_events_names_the_contradiction(run: Run) -> None:
    out = run("why", ministry().claim.id, feared().claim.id).out
    assert "Two events. They cannot be one by themselves: one is feared, the other happened." in " ".join(out.split())


@pytest.mark.usefixtures("market")
def test_why_as_json_gives_score_threshold_and_features(run: Run) -> None:
    found = json.loads(run("why", "--json", ministry().claim.id, medics().claim.id).out)
    assert found["one_event"] is True
    assert found["score"] >= found["threshold"]
    assert {"feature": "same day", "value": 1.0} in [
        {"feature": part["feature"], "value": part["value"]} for part in found["features"]
    ]


@pytest.mark.usefixtures("market")
def test_why_wants_two_claims(run: Run) -> None:
    assert run("why", ministry().claim.id, ministry().report.id).status == 1
    assert run("why", ministry().claim.id, ministry().claim.id).status == 2


def test_the_statuses_that_can_be_asked_for_are_those_of_the_records() -> None:
    assert {choice.value for choice in StatusChoice} == set(Event.model_fields["status"].annotation.__args__)  # type: ignore[union-attr]


@pytest.mark.usefixtures("fake_reader")
@pytest.mark.parametrize("command", ["claims", "events"])
def test_an_actor_of_ones_own_is_known_by_its_other_names(run: Run, folder: Path, command: str) -> None:
    (folder / "own").mkdir()
    own = "countries: SY\nactors:\n  - {name: River Guard, kind: armed_group, names: Guards of the River}\n"
    (folder / "own" / "valley.yaml").write_text(own)
    march = report("Guards march\n\nThe River Guard marched through Hasakah.", "2019-10-14")
    entity = Entity(id="dateline:river-guard", name="River Guard", kind="armed_group")
    guard = Participant(role="actor", span=span(march.text, "River Guard"), entity=entity)
    with Store.open("dateline.db") as store:
        store.save(march, [told(march, "protest", "marched", participants=(guard,)).claim], "by hand")
    named = (command, "--json", "--actor", "Guards of the River")
    assert run(*named).out == ""
    assert len(run(*named, "--actors", folder / "own").out.splitlines()) == 1
