import datetime as dt

import pytest

DAY = dt.date(2019, 10, 12)
PROSE = "A column of trucks left the barracks before dawn and took the road to the north, drivers said on 3 May 2018."
HEADLINE = "Column of trucks moves north"


@pytest.fixture
def published(read_report):
    """The date and basis of a page made of a head and a body."""

    def read(head: str = "", before: str = "", after: str = "", below: str = ""):
        article = f"<article>{before}<h1>{HEADLINE}</h1>{after}<p>{PROSE}</p><p>{PROSE}</p>{below}</article>"
        found = read_report("page.html", f"<html><head>{head}</head><body>{article}</body></html>").published
        return found.date, found.basis

    return read


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2019-10-12T08:30:00+03:00">',
        '<meta name="date" content="2019-10-12">',
        '<meta itemprop="datePublished" content="2019-10-12">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-10-12T05:00:00Z"}</script>',
        '<link rel="canonical" href="https://example.org/2019/10/12/trucks">',
    ],
)
def test_metadata_and_the_address_of_the_page_tell_the_day(published, head):
    assert published(head) == (DAY, "metadata")


def test_a_time_element_by_the_headline_tells_the_day(published):
    assert published(after='<time datetime="2019-10-12T08:00">Saturday</time>') == (DAY, "metadata")


@pytest.mark.parametrize("shown", ["12 October 2019", "Published: Oct. 12, 2019 08:30 GMT", "By Jane Doe | 2019-10-12"])
def test_a_date_shown_by_the_headline_is_stated(published, shown):
    assert published(after=f'<p class="byline-date">{shown}</p>') == (DAY, "stated")
    assert published(before=f'<span class="date">{shown}</span>') == (DAY, "stated")


@pytest.mark.parametrize(
    "around",
    [
        {},
        {"head": '<meta name="copyright" content="2019-10-12">'},
        {"head": '<meta itemprop="copyrightYear" content="2019">'},
        {"head": '<meta property="article:modified_time" content="2019-10-12T08:30:00Z">'},
        {"head": '<meta property="og:image" content="https://example.org/2019/10/12/truck.jpg">'},
        {"head": '<meta http-equiv="last-modified" content="2019-10-12">'},
        {"after": '<span class="updated-date">12 October 2019</span>'},
        {"after": '<span class="date">Updated 12 October 2019</span>'},
        {"after": '<span class="date">10/12/2019</span>'},
        {"after": '<span class="date">12 October</span>'},
        {"after": '<div class="related"><time datetime="2019-10-12">12 October 2019</time></div>'},
        {"below": '<ul><li><a href="/2019/10/12/x">Bridge</a> <time datetime="2019-10-12">then</time></li></ul>'},
        {"below": "<footer>© 2019 Example Wire, 12 October 2019</footer>"},
    ],
)
def test_what_does_not_tell_of_publication_leaves_it_unknown(published, around):
    assert published(**around) == (None, "unknown")


def test_the_day_of_reading_shown_on_the_page_is_not_its_date(published):
    assert published(after='<span class="date">15 January 2020</span>') == (None, "unknown")


def test_a_date_after_the_day_of_reading_is_not_believed(published):
    assert published('<meta name="date" content="2031-01-01">') == (None, "unknown")
    assert published(after='<time datetime="2031-01-01">soon</time>') == (None, "unknown")


@pytest.mark.parametrize(
    "head",
    [
        f"{HEADLINE}\n\n12 October 2019\n\n{PROSE}",
        f"{HEADLINE}\n\nSaturday, October 12th, 2019, 14:30 GMT\n\n{PROSE}",
        f"{HEADLINE}\n\nPublished on 12 Oct 2019 - Qamishli\n\n{PROSE}",
        f"{HEADLINE}\n\nBy Jane Doe, 12 October 2019\n\n{PROSE}",
        f"{HEADLINE}\n\nJane Doe | 2019-10-12 | 08:15\n\n{PROSE}",
        f"{HEADLINE}\n\n(Example Wire) 12 October 2019 - {PROSE}",
        f"QAMISHLI, Syria, Oct. 12, 2019 (Example Wire) -- {PROSE}",
        f"12 October 2019\n{HEADLINE}\n\n{PROSE}",
    ],
)
def test_a_plain_text_states_its_day_in_a_dateline_or_byline(read_report, head):
    found = read_report("story.txt", head).published
    assert (found.date, found.basis) == (DAY, "stated")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{PROSE}",
        f"{HEADLINE}\n\n12 October\n\n{PROSE}",
        f"{HEADLINE}\n\n10/12/2019\n\n{PROSE}",
        f"{HEADLINE}\n\n31 February 2019\n\n{PROSE}",
        f"{HEADLINE}\n\n12 October 2031\n\n{PROSE}",
        f"{HEADLINE}\n\nOn 12 October 2019 - a Saturday - the trucks left.",
        f"{HEADLINE}\n\nThe trucks left on 12 October 2019 - a Saturday - and came back.",
        f"{HEADLINE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n12 October 2019",
    ],
)
def test_any_other_date_in_a_plain_text_leaves_it_unknown(read_report, text):
    assert read_report("story.txt", text).published.basis == "unknown"


def test_a_date_above_the_headline_is_no_headline(read_report):
    report = read_report("story.txt", f"12 October 2019\n\n{HEADLINE}\n\n{PROSE}")
    assert report.title == HEADLINE
    assert report.text.startswith(HEADLINE)
