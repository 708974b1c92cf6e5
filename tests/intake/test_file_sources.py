import hashlib
import json
import os
from pathlib import Path

import pytest

from dateline.intake import Failure, IntakeOptions, count_sources, read_sources
from dateline.records import Report

STORY = "Convoy reaches Derik\n\nA convoy of forty trucks reached Derik on Friday, a border official said.\n"


def test_a_file_that_is_not_there_is_named_with_a_reason():
    (failure,) = read_sources(["no/such/file.txt"])
    assert isinstance(failure, Failure)
    assert failure.source == "no/such/file.txt"
    assert "no such file" in failure.reason
    assert "check the name" in failure.reason


def test_a_name_that_no_file_can_have_is_a_failure():
    (failure,) = read_sources(["a\x00b"])
    assert isinstance(failure, Failure)
    assert "check the name" in failure.reason


def test_a_report_keeps_its_source_the_hash_of_its_bytes_and_the_moment_of_reading(tmp_path, options):
    file = tmp_path / "story.txt"
    file.write_bytes(STORY.encode())
    (report,) = read_sources([str(file)], options=options)
    assert isinstance(report, Report)
    assert report.source == str(file)
    assert report.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert report.retrieved == options.clock()


@pytest.mark.parametrize("name", ["story.html", "story.HTM", "story.xhtml", "story", "story.page"])
def test_a_page_is_known_by_its_ending_or_else_by_how_it_begins(read_report, name):
    report = read_report(name, f"<!DOCTYPE html><html><body><h1>Convoy</h1><p>{STORY}</p></body></html>")
    assert report.title == "Convoy"
    assert "<" not in report.text


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson", "rows", "rows.data"])
def test_rows_are_known_by_their_ending_or_else_by_how_they_begin(read_file, name):
    rows = read_file(name, "\n" + json.dumps({"text": STORY}) + "\n" + json.dumps({"text": "Two died."}))
    assert [report.text for report in rows] == [STORY, "Two died."]


@pytest.mark.parametrize("name", ["story.txt", "story.md", "story", "story.log"])
def test_what_is_neither_page_nor_rows_is_plain_text(read_report, name):
    assert read_report(name, STORY).text == STORY.strip()


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"1234 - 5678\n"])
@pytest.mark.parametrize("name", ["empty.txt", "empty.html", "empty"])
def test_a_file_without_a_letter_is_a_failure(read_failure, name, content):
    assert "check that it is the page" in read_failure(name, content).reason


def test_an_image_that_is_named_is_a_failure_that_says_what_it_is(read_failure):
    assert "PNG image" in read_failure("map.png", b"\x89PNG\r\n\x1a\n\x00\x00").reason


def test_a_document_over_the_limit_is_a_failure_that_tells_the_limit(tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("The army moved on. " * 20)
    (failure,) = read_sources([str(file)], options=IntakeOptions(max_document_bytes=100))
    assert failure == Failure(str(file), "is larger than 100 bytes; split it and read the parts")


def test_a_directory_is_read_whole_in_the_order_of_its_paths(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY + name)
    read = [report.source for report in read_sources([str(tmp_path)])]
    assert read == [str(tmp_path / name) for name in ("a/c.md", "a/z.txt", "b.txt")]


def test_in_a_directory_hidden_files_and_other_kinds_of_file_are_passed_over(tmp_path):
    for name in (".hidden.txt", ".git/story.txt", "map.png", "Makefile", "story.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert [report.source for report in read_sources([str(tmp_path)])] == [str(tmp_path / "story.txt")]


def test_a_bad_file_in_a_directory_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "b.txt").write_text(STORY)
    failure, report = read_sources([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert isinstance(report, Report)
    assert failure.source == str(tmp_path / "a.txt")


def test_a_directory_with_nothing_to_read_is_a_failure_that_lists_the_endings(tmp_path):
    (failure,) = read_sources([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert ".jsonl" in failure.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_failure(tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text(STORY)
    file.chmod(0)
    (failure,) = read_sources([str(file)])
    assert "permission" in failure.reason


def test_a_link_that_leads_nowhere_is_a_failure(tmp_path):
    link = tmp_path / "story.txt"
    link.symlink_to(tmp_path / "gone.txt")
    (failure,) = read_sources([str(link)])
    assert isinstance(failure, Failure)


def test_sources_are_read_one_at_a_time_as_they_are_asked_for(tmp_path):
    first = tmp_path / "first.txt"
    first.write_text(STORY)
    later = tmp_path / "later.txt"
    reports = read_sources([str(first), str(later)])
    assert isinstance(next(reports), Report)
    later.write_text(STORY)
    assert isinstance(next(reports), Report)


def test_the_count_tells_files_rows_and_what_is_missing(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n\n{"text": "Two."}\n')
    assert count_sources([str(tmp_path)]) == 3
    assert count_sources([str(tmp_path), "no/such/file.txt", "https://example.org/story"]) == 5


def test_the_count_is_the_number_of_reports_and_failures(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\nbroken\n')
    sources = [str(tmp_path), str(Path("no/such/file.txt"))]
    assert count_sources(sources) == len(list(read_sources(sources)))


def test_what_comes_in_on_standard_input_is_not_counted():
    assert count_sources(["-"]) is None
