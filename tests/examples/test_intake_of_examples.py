"""Every example is read as the reports that it was written to hold, and as nothing else."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from dateline.records import Report

FILES = yaml.safe_load(Path(__file__).with_name("manifest.yaml").read_text(encoding="utf-8"))["files"]

every_file = pytest.mark.parametrize("name", FILES)


def test_every_example_is_in_the_manifest(reports):
    assert sorted(reports) == sorted(FILES)


def test_there_are_at_least_a_dozen_examples_of_each_way_to_give_a_report(reports):
    assert len(reports) >= 12
    assert {Path(name).suffix for name in reports} == {".html", ".txt", ".jsonl"}


@every_file
def test_an_example_is_read_as_its_reports(reports, name):
    assert [type(report) for report in reports[name]] == [Report] * FILES[name].get("reports", 1)


@every_file
def test_nothing_of_the_clutter_around_an_article_is_left(reports, name):
    text = "\n".join(report.text for report in reports[name])
    assert [phrase for phrase in FILES[name].get("clutter", []) if phrase in text] == []


@every_file
def test_the_clutter_that_must_go_stands_in_the_file(name):
    source = (Path(__file__).parents[2] / "examples" / name).read_text(encoding="utf-8")
    assert [phrase for phrase in FILES[name].get("clutter", []) if phrase not in source] == []


@every_file
def test_a_report_has_the_day_of_publication_and_its_basis_that_the_example_gives(reports, name):
    expected = FILES[name]
    for report in reports[name]:
        assert report.published.basis == expected["basis"]
        if "published" in expected:
            assert report.published.date == expected["published"]


@every_file
def test_the_headline_is_the_first_line_and_paragraphs_follow(reports, name):
    for report in reports[name]:
        lines = report.text.splitlines()
        assert len(lines) >= 2
        assert "headline" not in FILES[name] or lines[0] == FILES[name]["headline"]


@every_file
def test_the_language_is_told(reports, name):
    assert {report.language for report in reports[name]} == {FILES[name].get("language", "en")}


@every_file
def test_a_report_ends_with_the_last_sentence_of_its_article(reports, name):
    assert all(report.text.rstrip().endswith((".", '."', "”")) for report in reports[name])


def test_the_rows_of_a_wire_have_the_dates_that_they_give(reports):
    days = [report.published.date for report in reports["wire-october.jsonl"]]
    assert days[0] == dt.date(2019, 10, 9)
    assert None not in days


def test_the_publisher_of_a_page_is_the_one_that_it_names(reports):
    assert reports["ain-issa-escape-euphrates-monitor.html"][0].publisher == "Euphrates Monitor"


def test_at_least_three_occurrences_are_told_by_several_reports_with_other_figures(manifest, by_source):
    told = manifest["same_event"]
    assert len(told) >= 3
    for figures in told.values():
        assert len(figures) >= 2
        assert len(set(figures.values())) >= 2
        for source, figure in figures.items():
            assert figure in by_source[source].text, source
