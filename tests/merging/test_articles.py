"""Which reports are, as a whole, on one occurrence."""

from dateline.merging import same_story, story
from tests.merging.made_told import report, told

DORLAN = (
    "Two shot outside Orlow diner\n\nPolice in Verrington say Keely Dorlan, 24, and a friend were shot on Saturday "
    "outside the Orlow diner on Pell Street. Dorlan is in a stable condition."
)
FOLLOW_UP = (
    "Man held over Pell Street shooting\n\nA man who shot Keely Dorlan, 24, outside the Orlow diner on Pell Street has "
    "been arrested in Verrington."
)
ELSEWHERE = (
    "Teenager shot in Hamlow park\n\nPolice in Hamlow say Davit Merino, 17, was shot on Saturday beside the lake in "
    "Tasker Park. Merino died of his wounds."
)


def stories(*texts: str) -> list[set[str]]:
    reports = [report(text, "2019-10-14") for text in texts]
    groups = same_story([story(one, [told(one, "attack", "shot").claim]) for one in reports])
    text_of = {one.id: one.text for one in reports}
    return [{text_of[name] for name in group} for group in groups]


def test_a_report_and_its_follow_up_are_one_story_and_a_like_one_is_another():
    found = stories(DORLAN, FOLLOW_UP, ELSEWHERE)
    assert {DORLAN, FOLLOW_UP} in found
    assert {ELSEWHERE} in found


def test_the_order_of_reports_changes_nothing():
    reports = [report(text, "2019-10-14") for text in (DORLAN, ELSEWHERE)]
    whole = [story(one, [told(one, "attack", "shot").claim]) for one in reports]
    assert same_story(whole) == same_story(whole[::-1])


def test_no_reports_are_no_stories():
    assert same_story([]) == []
