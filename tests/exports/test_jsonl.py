"""What is exported comes back as it was."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dateline.errors import InputError, StoreError
from dateline.exports import export_lines, import_lines
from dateline.records import Claim, Event, Report
from dateline.store import Store
from dateline.store.tables import metadata

MODELS = {"report": Report, "claim": Claim, "event": Event}


# Who may sign in is of one desk, and stays there; summaries and terms follow from the events, under other numbers.
NOT_EXPORTED = ("accounts", "sign_ins", "event_summaries", "terms")


def rows(store: Store) -> dict[str, list[Any]]:
    """Every row of every table that is written out."""
    tables = [table for table in metadata.sorted_tables if table.name not in NOT_EXPORTED]
    with store._reading() as connection:
        return {table.name: sorted(map(str, connection.execute(select(table)).all())) for table in tables}


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return Store.open(str(tmp_path / "copy.db"))


def test_an_export_is_read_back_to_an_equal_database(full: Store, empty: Store) -> None:
    import_lines(empty, list(export_lines(full)), "backup.jsonl")
    assert rows(empty) == rows(full)
    assert list(export_lines(empty)) == list(export_lines(full))
    assert empty.verify().faults == []


def test_what_was_imported_is_browsed_as_before(full: Store, empty: Store) -> None:
    import_lines(empty, list(export_lines(full)), "backup.jsonl")
    assert full.browsing.list_events().total > 1
    assert empty.browsing.list_events() == full.browsing.list_events()
    assert empty.browsing.facet_counts() == full.browsing.facet_counts()
    assert empty.browsing.map_cells() == full.browsing.map_cells()


def test_reports_claims_and_events_are_lines_of_the_contract(full: Store) -> None:
    lines = [json.loads(line) for line in export_lines(full)]
    read = [MODELS[line["record"]].model_validate(line) for line in lines if line["record"] in MODELS]
    assert {type(record) for record in read} == set(MODELS.values())
    assert any(isinstance(record, Claim) and record.event for record in read)


def test_words_are_found_in_what_was_imported(full: Store, empty: Store) -> None:
    from dateline.store import ClaimFilter

    import_lines(empty, list(export_lines(full)), "backup.jsonl")
    asked = ClaimFilter(text="near tall ta", rejected=True)
    assert list(empty.claims(asked)) == list(full.claims(asked)) != []


def test_import_goes_into_an_empty_database_only(full: Store) -> None:
    before = list(export_lines(full))
    with pytest.raises(StoreError, match="two logs cannot be made one chain; import into a new database"):
        import_lines(full, before, "backup.jsonl")
    assert list(export_lines(full)) == before


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", r"backup\.jsonl:3: is no JSON"),
        ("[]", r"backup\.jsonl:3: is no record"),
        ('{"record":"poem"}', r"backup\.jsonl:3: a line of kind 'poem'"),
        ('{"record":"claim"}', r"backup\.jsonl:3: "),
        ('{"record":"log"}', r"backup\.jsonl:3: a report without its reading"),
        ('{"record":"reading"}', r"backup\.jsonl:3: lacks 'number'"),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_imported(full: Store, empty: Store, line: str, reason: str) -> None:
    lines = list(export_lines(full))
    lines[2] = line
    with pytest.raises(InputError, match=reason):
        import_lines(empty, lines, "backup.jsonl")
    assert list(empty.reports()) == []


@pytest.mark.parametrize(("lines", "reason"), [([], "nothing in it"), (['{"record":"report"}'], "not the first line")])
def test_what_is_no_export_is_refused(empty: Store, lines: list[str], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        import_lines(empty, lines, "feed.jsonl")


def test_an_export_of_a_newer_version_is_refused(empty: Store) -> None:
    with pytest.raises(StoreError, match="newer Dateline"):
        import_lines(empty, ['{"record":"export","schema":999}'], "backup.jsonl")


def test_a_line_that_was_changed_is_noticed_after_import(full: Store, empty: Store) -> None:
    lines = [line.replace('"certainty":"probable"', '"certainty":"possible"', 1) for line in export_lines(full)]
    import_lines(empty, lines, "backup.jsonl")
    assert empty.verify().faults != []
