"""A plain text, perhaps scraped from a page with all that stood around it, to the draft of a report."""

import datetime as dt

from dateline.intake.datelines import is_date, is_dateline, published_in_text
from dateline.intake.draft import Draft
from dateline.intake.furniture import without_furniture
from dateline.intake.paragraphs import is_prose, paragraphs_of


def draft_of_text(text: str, today: dt.date) -> Draft:
    """The article alone: its headline as the first line, a blank line between paragraphs, the date it states.

    A line with nothing but the date above the headline gives the date and is left out of the text.
    """
    kept = [paragraph.text for paragraph in without_furniture(paragraphs_of(text))]
    published = published_in_text(kept, today)
    while len(kept) > 1 and is_date(kept[0]):
        kept = kept[1:]
    return Draft(text="\n\n".join(kept), title=_headline(kept), published=published)


def _headline(paragraphs: list[str]) -> str | None:
    if len(paragraphs) < 2 or is_prose(paragraphs[0]) or is_dateline(paragraphs[0]):
        return None
    return paragraphs[0]
