"""Pages are light: under 600 kB with all they load, the map library aside."""

import gzip
import re

import pytest

from dateline.web.static_files import FOLDER

MAP_LIBRARY = "vendor/maplibre/"
IMPORT = re.compile(r'from "\./(\w+\.js)"')


def loaded(page):
    """The static files that a page names, and the modules that those import."""
    named = set(re.findall(r"/static/([\w./-]+)\?", page))
    for name in [one for one in named if one.startswith("js/")]:
        named |= {f"js/{other}" for other in IMPORT.findall((FOLDER / name).read_text(encoding="utf-8"))}
    return named


@pytest.mark.parametrize("path", ["/events", "/reports", "/places", "/actors", "/flows", "/review", "/add"])
def test_a_page_weighs_less_than_600_kilobytes_without_the_map_library(desk, path):
    page = desk.get(path).text
    files = [FOLDER / name for name in loaded(page) if not name.startswith(MAP_LIBRARY)]
    assert files
    assert len(page.encode()) + sum(file.stat().st_size for file in files) < 600_000


def test_pages_are_sent_compressed(desk):
    answer = desk.get("/events", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert len(gzip.compress(answer.content)) < len(answer.content)


def test_what_never_changes_under_its_address_is_kept_by_the_browser(desk):
    sheet = re.search(r'href="(/static/css/tokens.css\?\w+)"', desk.get("/events").text)
    assert sheet
    assert "immutable" in desk.get(sheet[1]).headers["cache-control"]
    assert desk.get("/static/css/tokens.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["htmx", "maplibre", "uplot", "rivers"])
def test_what_others_wrote_stands_with_its_licence(name):
    assert any(file.name.startswith(("LICENSE", "COPYING")) for file in (FOLDER / "vendor" / name).iterdir())
