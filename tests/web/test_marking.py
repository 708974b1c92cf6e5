"""A text cut into pieces loses no character, and each piece knows its claims."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Claim, Report, Span, claim_id
from dateline.web.marking import paragraphs
from dateline.web.wording import visible
from tests.browser.made_desk import make_report, unsure

texts = st.text(alphabet="ab \n\u0627\u202e\U0001f525", min_size=3, max_size=60).filter(lambda text: bool(text.strip()))


def claim_of(report: Report, start: int, end: int) -> Claim:
    return Claim(
        id=claim_id(report.id, "attack", start, end),
        report=report.id,
        kind="attack",
        trigger=Span.of(report.text, start, end),
        sentence=Span.of(report.text, 0, len(report.text)),
        score=0.5,
    )


@given(texts, st.data())
def test_the_pieces_are_the_text_and_lie_where_they_say(text, data):
    report = make_report(text, None, "Wire")
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1])
    claims = [claim_of(report, *pair) for pair in data.draw(st.lists(ends, max_size=5))]
    lines = paragraphs(text, claims)
    assert ["".join(piece.text for piece in line) for line in lines] == [one for one in text.split("\n") if one.strip()]
    for piece in (piece for line in lines for piece in line):
        assert text.startswith(piece.text, piece.start)
        inside = {n for n, one in enumerate(claims) if one.trigger.start <= piece.start < one.trigger.end}
        assert set(piece.claims) == set(piece.in_trigger) == inside


def test_every_claim_begins_in_one_piece_only():
    report, claims = unsure()
    begun = [piece.trigger for line in paragraphs(report.text, claims) for piece in line if piece.trigger is not None]
    assert begun == [0, 1, 2]


@given(st.text())
def test_what_is_made_visible_keeps_its_offsets(text):
    assert len(visible(text)) == len(text)


@given(st.text(alphabet="ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u0000\u0085\ufeff"))
def test_nothing_that_turns_text_or_hides_is_left(text):
    assert set(visible(text)) <= {"a", "b", "\ufffd", "\u2400"}


def test_joiners_that_scripts_are_written_with_stay():
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
