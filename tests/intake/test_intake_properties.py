import datetime as dt
import json
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import Failure, read_sources
from dateline.intake.article import article_of_page, draft_of_page
from dateline.intake.datelines import is_dateline
from dateline.intake.furniture import is_furniture
from dateline.intake.scrape import draft_of_text
from dateline.records import Report

TODAY = dt.date(2020, 1, 15)
PAGE = (
    b"<!doctype html><html><head><meta name='date' content='2019-10-12'><script type='application/ld+json'>"
    b'{"datePublished": "2019-10-12"}</script></head><body><nav>Home</nav><h1>Trucks move north</h1>'
    b"<time datetime='2019-10-12'>then</time><p>A column of trucks left the barracks before dawn.</p></body></html>"
)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "<time datetime='", "'>", "<h1>", "<!--", "<meta content=", "&#0;", "&#xD800;"]
)


def read(content: bytes) -> list[Report | Failure]:
    return list(read_sources(["-"], stdin=BytesIO(content)))


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_give_reports_or_failures(content):
    assert all(isinstance(found, Report | Failure) for found in read(content))


@settings(deadline=None)
@given(st.integers(0, len(PAGE)), st.binary(max_size=20), st.integers(0, 40))
def test_a_page_with_a_hole_in_it_gives_a_report_or_a_failure(at, instead, length):
    (found,) = read(PAGE[:at] + instead + PAGE[at + length :] or b" ")
    assert isinstance(found, Report | Failure)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.one_of(TAGS, st.text(st.characters(exclude_categories=["Cs"]), max_size=20)), max_size=40))
def test_any_tags_give_a_page(parts):
    draft_of_page("<html><body>" + "".join(parts), "page", None, TODAY)


@given(st.text().filter(lambda text: any(character.isalpha() for character in text)))
def test_the_text_of_a_row_comes_back_unchanged(text):
    (report,) = read(json.dumps({"text": text}).encode())
    assert isinstance(report, Report)
    assert report.text == text
    assert Report.model_validate_json(report.model_dump_json()) == report


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_any_json_in_a_row_gives_a_report_or_a_failure(value):
    (found,) = read(b"{}\n" + json.dumps(value).encode())[1:]
    assert isinstance(found, Report | Failure)


@given(st.text(st.characters(codec="utf-8")))
def test_no_line_of_a_text_is_furniture(text):
    draft = draft_of_text(text, TODAY)
    assert not any(is_furniture(line) for line in draft.text.split("\n\n"))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["Share", "Back to top", "Most read", "Trucks left the town at dawn, drivers said."])))
def test_no_line_of_a_page_is_furniture(lines):
    article = article_of_page("<html><body>" + "".join(f"<p>{line}</p>" for line in lines))
    assert not any(is_furniture(line) for line in article.paragraphs)


@given(
    st.dates(dt.date(1900, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%a %d %b %Y", "%Y-%m-%d", "%A, %B %d, %Y"]),
)
def test_a_date_in_any_form_that_is_plain_is_known(day, form):
    line = f"{day:{form}}".replace(" 0", " ")
    assert is_dateline(line)
    published = draft_of_text(
        f"Trucks move north to the bridge\n\n{line}\n\nThey left at dawn.", dt.date(9999, 12, 30)
    ).published
    assert published.date == day
