"""What people see of a database: tables, cards, evidence; and what machines see: JSON Lines."""

import json
from pathlib import Path

import pytest
from command_run import Run
from told_records import all_told, denied, feared, make_claim, make_report, shelling

from dateline.records import Claim, Report
from dateline.store import Store

ORDERS = "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202edesrever"


@pytest.fixture
def database(folder: Path) -> Path:
    with Store.open("dateline.db") as store:
        store.save(make_report(), all_told(), "reader 1")
    return folder / "dateline.db"


@pytest.fixture
def wide(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "250")


pytestmark = pytest.mark.usefixtures("database")


def read_back(line: str) -> Claim:
    """A claim as it was before the store put it in an event."""
    return Claim.model_validate_json(line).model_copy(update={"event": None})


def test_piped_claims_are_records_that_read_back_as_they_were(run: Run) -> None:
    lines = run("claims").out.splitlines()
    assert list(map(read_back, lines)) == all_told()


@pytest.mark.usefixtures("wide")
def test_a_table_has_a_row_a_claim_with_every_value_in_words(run: Run) -> None:
    rows = run("claims", "--table").out.splitlines()
    assert rows[0].split() == ["Shells", "fall", "on", "border", "town"]
    assert rows[1].strip() == "Border Wire · shells.html · published 2019-10-13 (metadata)"
    shown = next(row for row in rows if "shelling" in row)
    for words in (shelling().id[:10], "Turkish-backed fighters", "civilians", "market, Ras al-Ayn", "2019-10-12"):
        assert words in shown
    assert "certain" in shown
    assert "planned or feared" in next(row for row in rows if "jailbreak" in row)
    assert "not stated" in next(row for row in rows if "deployment" in row)


@pytest.mark.parametrize("width", [40, 80, 119, 120, 200])
def test_no_line_is_wider_than_the_page_and_no_value_is_lost(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = run("claims", "--table").out
    assert max(map(len, out.splitlines())) <= width
    letters = "".join(out.split())
    assert "Turkish-backed" in letters
    assert denied().id[:10] in letters


def test_a_narrow_page_has_a_card_a_claim(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = [line.strip() for line in run("claims", "--table", "--kind", "jailbreak").out.splitlines()]
    assert "who          Islamic State (“the group”)" in lines
    assert "when         not stated" in lines
    assert "how sure     planned or feared, possible" in lines


@pytest.mark.parametrize("blank", [" ", "-"])
def test_a_long_sentence_is_shortened_around_its_trigger(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch, blank: str
) -> None:
    text = f"before{blank}" * 200 + "shelled" + f"{blank}after" * 200
    with Store.open(str(database)) as store:
        store.save(make_report(text, title="Long"), [make_claim("shelling", "shelled", text, text)], "reader 1")
    monkeypatch.setenv("COLUMNS", "80")
    card = run("claims", "--table", "--text", f"before{blank}before").out
    sentence = " ".join(card.split("sentence")[1].split())
    assert sentence.startswith("“…")
    assert "shelled" in sentence
    assert sentence.endswith("…”")
    assert len(sentence) < 180


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--kind", "shelling", "--kind", "withdrawal"], ["shelling", "withdrawal"]),
        (["--place", "RAS AL AYN"], ["shelling"]),
        (["--since", "2019-10-12", "--until", "2019-10"], ["shelling"]),
        (["--since", "2019-11"], []),
        (["--until", "2018"], []),
        (["--modality", "future", "--modality", "negated"], ["jailbreak", "withdrawal"]),
        (["--text", "held in al-hol"], ["jailbreak"]),
        (["--limit", "2"], ["shelling", "jailbreak"]),
    ],
)
def test_conditions_choose_claims(run: Run, options: list[str], kinds: list[str]) -> None:
    result = run("claims", *options)
    assert [json.loads(line)["kind"] for line in result.out.splitlines()] == kinds
    assert result.status == 0
    assert bool(result.err) is not bool(kinds)


def test_a_kind_that_is_not_there_brings_those_that_are(run: Run) -> None:
    assert "there are: deployment, jailbreak, shelling, withdrawal" in run("claims", "--kind", "raid").err


@pytest.mark.parametrize(
    "options",
    [
        ["--since", "yesterday"],
        ["--since", "2019-13"],
        ["--until", "2019-02-30"],
        ["--since", "0000"],
        ["--since", "2020", "--until", "2019"],
        ["--modality", "perhaps"],
        ["--limit", "0"],
    ],
)
def test_conditions_that_make_no_sense_are_wrong_use(run: Run, options: list[str]) -> None:
    result = run("claims", *options)
    assert (result.status, result.out) == (2, "")


def test_a_claim_is_shown_with_its_evidence_marked(run: Run) -> None:
    out = run("show", shelling().id[:8]).out
    assert "= Ra's al-'Ayn SY, 36.850, 40.070 ± 2.5 km, 87% sure [geonames:172957]" in out
    assert "market (not found on the map)" in out
    assert "2019-10-12 (“Saturday”)" in out
    flat = " ".join(out.split())
    assert "[actor: Turkish-backed fighters] [trigger: shelled] the [place: market]" in flat
    assert "Marked: trigger, actor, recipient, place, time, count, source, says" in flat
    assert "The Syrian army" not in flat


def test_a_report_is_shown_whole_with_its_claims_numbered(run: Run) -> None:
    out = " ".join(run("show", make_report().id).out.split())
    assert "[trigger 1: shelled]" in out
    assert "[trigger 4: withdrawal] from [from: Kobani]" in out
    assert f"2 {feared().id[:10]} jailbreak: free" in out


def test_a_record_can_be_had_as_json(run: Run) -> None:
    assert read_back(run("show", "--json", feared().id).out) == feared()
    assert Report.model_validate_json(run("show", "--json", make_report().id).out) == make_report()


def test_an_id_that_begins_nothing_is_a_message(run: Run) -> None:
    result = run("show", "c_ffffffffffffffff")
    assert result.status == 1
    assert result.err.startswith("dateline: dateline.db: no id begins with 'c_ffffffffffffffff'")


def test_reports_are_listed_with_their_state(run: Run) -> None:
    line = json.loads(run("reports").out)
    assert Report.model_validate(line["report"]) == make_report()
    assert (line["read_by"], line["claims"]) == ("reader 1", 4)


@pytest.mark.parametrize("command", [["claims"], ["reports"], ["show", "c_1"]])
def test_a_missing_database_is_said_to_be_missing_and_not_made(run: Run, folder: Path, command: list[str]) -> None:
    result = run(*command, "--db", "elsewhere.db")
    assert result.status == 1
    assert result.err.startswith("dateline: elsewhere.db: there is no such database")
    assert not (folder / "elsewhere.db").exists()


@pytest.fixture
def orders(database: Path) -> Claim:
    text = f"Shells {ORDERS}\n\nFighters {ORDERS} shelled Kobani."
    report = make_report(text, source=f"{ORDERS}.txt", publisher=ORDERS)
    claim = make_claim("shelling", "shelled", text.split("\n\n")[1], text)
    with Store.open(str(database)) as store:
        store.save(report, [claim], "reader 1")
    return claim


@pytest.mark.parametrize("command", [["claims", "--table"], ["reports", "--table"], ["claims"], ["reports"]])
def test_nothing_in_a_report_gives_the_terminal_orders(run: Run, orders: Claim, command: list[str]) -> None:
    out = run(*command).out
    assert "owned" in out
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_evidence_gives_the_terminal_no_orders(run: Run, orders: Claim, options: list[str]) -> None:
    for record in (orders.id, orders.report):
        out = run("show", record, *options).out
        assert "owned" in out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)


def test_json_without_orders_is_the_same_record(run: Run, orders: Claim) -> None:
    assert read_back(run("claims", "--text", "owned").out) == orders


def test_markup_in_a_report_is_only_text(run: Run, database: Path) -> None:
    text = "[bold]Shells[/bold] :boom:\n\n[link=http://x]Fighters[/link] shelled Kobani."
    with Store.open(str(database)) as store:
        claim = make_claim("shelling", "shelled", text.split("\n\n")[1], text)
        store.save(make_report(text, source="markup.txt"), [claim], "reader 1")
    assert "[bold]Shells[/bold] :boom:" in run("claims", "--table").out
    assert "[link=http://x]Fighters[/link]" in run("show", claim.id).out
