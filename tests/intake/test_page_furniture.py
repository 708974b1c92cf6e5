import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.furniture import is_furniture, without_furniture, without_known_lines
from dateline.intake.paragraphs import paragraphs_of

HEADLINE = "Column of trucks moves north as talks stall"
PROSE = [
    "A column of trucks left the barracks before dawn and took the road to the north, drivers said.",
    "The governor denied that any of the vehicles carried weapons.",
    "By noon half of them had arrived.",
]
FURNITURE = [
    "skip to Main Content",
    "Skip to navigation",
    "Back To Top",
    "↑ Back to top",
    "Share",
    "Share this article on Facebook",
    "Tweet",
    "Facebook Twitter WhatsApp",
    "Click to share on Reddit (Opens in new window)",
    "Copy link",
    "Print this page",
    "Subscribe",
    "Sign up for our daily newsletter",
    "Follow us on Twitter",
    "Log in",
    "We use cookies to improve your experience on this website.",
    "Accept all cookies",
    "Privacy Policy",
    "By continuing to use the site you agree to our privacy policy.",
    "© 2019 Example Media",
    "All rights reserved.",
    "Home > World > Middle East",
    "Home | News | Sport | Weather",
    "You are here: Home",
    "Advertisement",
    "Menu",
    "Leave a comment",
    "3 comments",
    "Read more",
    "Read more: Trucks seen near the border",
    "Tags: trucks, border",
    "Related articles",
    "Most read",
    "Next article",
    "1.2K shares",
]
NO_FURNITURE = [
    HEADLINE,
    *PROSE,
    "Turkey shares border with Syria",
    "Home of rebel leader hit by drone",
    "Back to war in the north",
    "Cookies and blankets reach camp",
    "Next: the battle for the bridge",
    "Contact lost with convoy",
    "Syria / Iraq border shut",
    "Rebels accept all terms of truce",
    "Register with the police, refugees told",
    "Watch: drones over the city",
    "Copyright office bombed",
    "More news of the shelling reached the town.",
    "Print works of daily paper burned down",
    "Search for missing soldiers goes on",
    "Top commander killed",
    "Related militias join the fight",
    "The army will not share power",
    "| Town | Killed | Hurt | Missing |",
]


def kept(text: str) -> list[str]:
    return [paragraph.text for paragraph in without_furniture(paragraphs_of(text))]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_only_pages_say_of_themselves_is_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", NO_FURNITURE)
def test_headlines_and_sentences_are_no_furniture(line):
    assert not is_furniture(line)


def test_the_headline_is_first_and_the_prose_is_kept():
    scrape = ["skip to Main Content", HEADLINE, *PROSE, "Back To Top"]
    assert kept("\n\n".join(scrape)) == [HEADLINE, *PROSE]


def test_a_menu_above_the_headline_goes_by_its_shape():
    menu = "Latest\nWorld\nPolitics\nOpinion\nWeather"
    assert kept(f"{menu}\n\n{HEADLINE}\n\n{PROSE[0]}") == [HEADLINE, PROSE[0]]


def test_a_short_headline_below_a_menu_is_kept():
    menu = "Latest\nWorld\nPolitics\nOpinion"
    assert kept(f"{menu}\n\nTrucks move north\n\n{PROSE[0]}") == ["Trucks move north", PROSE[0]]


def test_a_short_headline_with_byline_and_date_is_kept():
    head = "Trucks move north\n\nBy Jane Doe\n\n12 October 2019"
    assert kept(f"{head}\n\n{PROSE[0]}")[0] == "Trucks move north"


def test_a_menu_below_the_prose_goes_by_its_shape():
    assert kept(f"{HEADLINE}\n\n{PROSE[0]}\n\nSyria\nTurkey\nTrucks") == [HEADLINE, PROSE[0]]


def test_a_list_within_the_prose_is_kept():
    towns = ["Derik", "Amuda", "Tal Tamr"]
    assert kept("\n".join([HEADLINE, PROSE[0], *towns, PROSE[1]])) == [HEADLINE, PROSE[0], *towns, PROSE[1]]


def test_a_list_that_is_announced_is_kept_at_the_end():
    towns = ["Derik", "Amuda", "Tal Tamr"]
    announced = "These towns were passed by the column of trucks on that day:"
    assert kept("\n".join([HEADLINE, PROSE[0], announced, *towns])) == [HEADLINE, PROSE[0], announced, *towns]


def test_related_links_go_with_their_heading_up_to_the_next_prose():
    links = ["Related articles", "Governor meets the drivers of the trucks", "Is the bridge safe again?"]
    assert kept("\n\n".join([HEADLINE, PROSE[0], *links, PROSE[1]])) == [HEADLINE, PROSE[0], PROSE[1]]


def test_from_a_page_only_what_is_known_by_its_words_or_heading_goes():
    lines = [PROSE[0], "Derik", "Amuda", "Share", PROSE[1], "Most read", "Governor meets the drivers"]
    assert without_known_lines(lines) == [PROSE[0], "Derik", "Amuda", PROSE[1]]


@given(st.lists(st.sampled_from(FURNITURE + NO_FURNITURE), max_size=20))
def test_no_furniture_is_left_and_no_prose_is_lost(lines):
    left = kept("\n\n".join(lines))
    assert not any(is_furniture(line) for line in left)
    assert [line for line in left if line in PROSE] == [line for line in lines if line in PROSE]
