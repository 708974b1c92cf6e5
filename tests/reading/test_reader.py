import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import InputError, KindsError
from dateline.reading import open_reader
from dateline.reading.reader import BATCH, CHARACTERS
from tests.reading.conftest import report_of

TEXT = """Prisoners break out of camp

Dozens of prisoners escaped from a camp near Ain Issa on Sunday, local sources said.
Guards captured 12 of them in Raqqa.

It is feared that others will head for Idlib."""
WORDS = st.sampled_from(
    [
        *(
            "rebels",
            "police",
            "attacked",
            "the",
            "base",
            "in",
            "Idlib",
            ",",
            ".",
            "12",
            "men",
            "were",
            "killed",
            "said",
        ),
        *("not", "if", "may", "“", "”", "Ain", "Issa", "عين", "🕊", "at", "least", "\n\n", "\u00a0", "\u200f"),
    ]
)


def test_every_span_quotes_its_report_exactly(reader):
    report = report_of(TEXT)

    spans = [span for claim in reader.read(report) for span in claim.spans()]

    assert len(spans) > 10
    assert all(span.quotes(report.text) for span in spans)


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_without_error_and_every_span_quotes_it(reader, text):
    report = report_of(text)

    assert all(span.quotes(text) for claim in reader.read(report) for span in claim.spans())


def test_the_same_text_read_twice_gives_the_same_claims(reader):
    assert reader.read(report_of(TEXT)) == reader.read(report_of(TEXT))


def test_claims_come_in_the_order_of_their_triggers(reader):
    starts = [claim.trigger.start for claim in reader.read(report_of(TEXT))]

    assert starts == sorted(starts)


def test_a_report_that_is_not_english_is_never_read(reader):
    report = report_of("Des prisonniers se sont évadés du camp.", language="fr")

    assert not reader.reads(report)
    assert reader.read(report) == []


def test_the_version_changes_with_the_users_kinds(reader, tmp_path):
    (tmp_path / "flood.yaml").write_text(
        "kind: flood\nlabel: flood\ngroup: aid\ndefinition: A river floods.\nroles: {actor: nobody}\n"
        "triggers: {nouns: [flood]}\nexamples: [{text: A flood hit Gao., triggers: flood}]\n",
        encoding="utf-8",
    )

    own = open_reader([tmp_path])

    assert own.version != reader.version
    assert "flood" in {claim.kind for claim in own.read(report_of("A flood hit the town."))}


def test_a_wrong_kinds_folder_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(KindsError):
        open_reader([tmp_path / "nowhere"])


def test_a_text_too_long_to_be_one_report_is_refused_by_name(reader):
    with pytest.raises(InputError, match="test: longer than 1,000,000 characters; split it"):
        reader.read(report_of("Nothing happened. " * 60_000))


def test_reports_read_together_are_read_as_each_by_itself(reader):
    reports = [report_of(TEXT), report_of("Rebels shelled the base at Jibrin."), report_of("Nothing happened.")] * 7

    assert list(reader.judge_all(reports)) == [(report, reader.judge(report)) for report in reports]


def test_a_report_that_is_too_long_is_an_error_in_its_place_and_the_others_are_read(reader, monkeypatch):
    monkeypatch.setattr(reader._nlp, "max_length", 500)
    told = [outcome for _, outcome in reader.judge_all([report_of("a " * 400), report_of(TEXT)])]

    assert isinstance(told[0], InputError)
    assert told[1].claims


def test_one_that_is_not_english_tells_nothing_among_others(reader):
    reports = [report_of(TEXT), report_of("Rien.", language="fr"), report_of(TEXT)]

    assert [bool(reading.claims) for _, reading in reader.judge_all(reports)] == [True, False, True]


def test_reports_are_taken_only_as_they_are_needed(reader):
    taken = []
    reports = (taken.append(number) or report_of(f"Rebels attacked base {number}.") for number in range(100))

    next(reader.judge_all(reports))

    assert len(taken) == BATCH


def test_long_reports_are_not_held_together(reader):
    taken = []
    reports = (taken.append(number) or report_of("Fog. " * (CHARACTERS // 8)) for number in range(5))

    next(reader.judge_all(reports))

    assert len(taken) == 2
