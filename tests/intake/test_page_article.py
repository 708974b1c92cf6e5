import pytest

from dateline.intake.article import article_of_page

PROSE = [
    "A column of trucks left the barracks before dawn and took the road to the north, several drivers said.",
    "The governor denied on state radio that any of the forty vehicles had carried weapons or fuel.",
    "By noon half of them had arrived in the suburbs, where residents watched from their roofs.",
]
PAGE = """<!doctype html>
<html lang="en"><head>
<title>Column of trucks moves north - Example Wire</title>
<meta property="og:title" content="Column of trucks moves north">
<meta property="og:site_name" content="Example Wire">
<meta name="author" content="Jane Doe">
<meta name="date" content="2019-10-12T07:00:00Z">
<link rel="canonical" href="https://wire.example.org/trucks-move-north">
</head><body>
<a href="#main">Skip to main content</a>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies to improve your visit to this site. <button>Accept all</button></div>
<main id="main"><article>
<h1>Column of trucks moves north</h1>
<p class="byline">By Jane Doe</p>
<div class="share"><a>Share on Facebook</a> <a>Tweet</a></div>
{paragraphs}
<p>Share</p>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Bridge reopens after two weeks</a></li>
<li><a href="/b">Talks stall again in the capital</a></li></ul></aside>
</article></main>
<footer><p>© 2024 Example Wire. All rights reserved.</p><a href="#top">Back to top</a></footer>
</body></html>"""


@pytest.fixture
def page():
    return PAGE.replace("{paragraphs}", "\n".join(f"<p>{paragraph}</p>" for paragraph in PROSE))


def test_the_headline_is_the_first_line_and_the_paragraphs_follow(read_report, page):
    text = read_report("page.html", page).text
    assert text == "\n\n".join(["Column of trucks moves north", *PROSE])


def test_the_page_tells_title_publisher_author_and_address(read_report, page):
    report = read_report("page.html", page)
    assert report.title == "Column of trucks moves north"
    assert report.publisher == "Example Wire"
    assert report.author == "Jane Doe"
    assert report.url == "https://wire.example.org/trucks-move-north"


@pytest.mark.parametrize("line", ["Skip", "Home", "cookies", "Share", "Related", "Bridge reopens", "©", "Back to top"])
def test_nothing_around_the_article_reaches_the_reader(read_report, page, line):
    assert line not in read_report("page.html", page).text


def test_the_name_of_the_site_is_no_part_of_the_headline():
    site = "Trucks move north | Example Wire"
    head = f"<title>{site}</title><meta property='og:site_name' content='Example Wire'>"
    page = f"<html><head>{head}</head><body><article><p>{PROSE[0]}</p></article></body></html>"
    assert article_of_page(page).headline == "Trucks move north"


def test_a_headline_is_not_told_twice():
    article = article_of_page(
        f"<article><h1>Trucks move north</h1><h2>Trucks Move North</h2><p>{PROSE[0]}</p></article>"
    )
    assert article.paragraphs == [PROSE[0]]


def test_a_page_without_a_headline_begins_with_its_first_paragraph(read_report):
    report = read_report("page.html", "<html><body>" + "".join(f"<p>{each}</p>" for each in PROSE) + "</body></html>")
    assert report.text.startswith(PROSE[0])


def test_a_page_in_another_encoding_is_read_by_its_declaration(read_report):
    page = f"<meta charset='windows-1254'><h1>Bridge closed</h1><p>{PROSE[0]} Yıldırım said.</p>"
    assert "Yıldırım" in read_report("page.html", page.encode("cp1254")).text


def test_a_text_that_is_an_address_is_never_fetched(read_report):
    assert read_report("page.html", "http://127.0.0.1:9/story").text == "http://127.0.0.1:9/story"
