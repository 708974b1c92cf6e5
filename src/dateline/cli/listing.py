"""Reports with their claims as a person reads them: a table where there is room, else a card a claim."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli import wording
from dateline.cli.terminal import one_line, page
from dateline.ingest import Taken
from dateline.records import Claim, Report

# Under this many columns nine columns of words cannot be read, and cards are printed.
_TABLE_WIDTH: Final = 120
# From this many columns on, the sentence has a column too.
_SENTENCE_WIDTH: Final = 170
_SHORT_ID: Final = len("c_") + 8
_SENTENCE: Final = 150
_INDENT: Final = (0, 0, 0, 2)


def short_id(record: str) -> str:
    """As much of an id as is enough to find it again in most databases."""
    return record[:_SHORT_ID]


class Listing:
    """Prints one report after another, each with its claims, on standard output."""

    def __init__(self) -> None:
        self._page: Console = page()

    def print(self, report: Report, claims: Sequence[Claim], note: str = "") -> None:
        """Print `report`, what there is to note of it, and its claims."""
        self._page.print(report_heading(report, note))
        if claims:
            self._page.print(self._laid_out(claims))
        self._page.print()

    def print_taken(self, taken: Taken) -> None:
        """Print a report that was just read, or was known already."""
        unread = "" if taken.read else f"not yet read: its language is {taken.report.language}"
        self.print(taken.report, taken.claims, unread or ("already known" if taken.known else ""))

    def _laid_out(self, claims: Sequence[Claim]) -> Table | Padding:
        width = self._page.width
        if width < _TABLE_WIDTH:
            return Padding(_cards(claims), _INDENT)
        return _table(claims, with_sentence=width >= _SENTENCE_WIDTH)


def report_heading(report: Report, note: str = "") -> Text:
    """The title, and under it where the report is from and when it was published."""
    title = one_line(report.title or report.text.partition("\n")[0]) or "(no title)"
    parts = (report.publisher, report.source, wording.published_words(report.published), note)
    heading = Text(title, style="bold", overflow="fold")
    heading.append("\n" + " · ".join(one_line(part) for part in parts if part), style="not bold dim")
    return heading


def _cells(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "who", wording.who(claim, "actor")
    yield "to whom", wording.who(claim, "recipient")
    yield "where", wording.where(claim)
    yield "when", wording.when(claim.time)
    yield "how many", wording.how_many(claim.counts)
    yield "who says so", wording.who_says(claim.attribution)
    yield "how sure", wording.how_sure(claim)


def _table(claims: Iterable[Claim], *, with_sentence: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1, 0, 0), leading=1)
    table.add_column("claim", no_wrap=True, style="dim", width=_SHORT_ID)
    table.add_column("kind", style="bold", max_width=14, overflow="fold")
    for name, ratio in (("who", 17), ("to whom", 14), ("where", 17)):
        table.add_column(name, ratio=ratio, overflow="fold")
    table.add_column("when", width=len("2019-10-13"), overflow="fold")
    table.add_column("how many", ratio=14, overflow="fold")
    table.add_column("who says so", ratio=16, overflow="fold")
    table.add_column("how sure", ratio=12, overflow="fold")
    if with_sentence:
        table.add_column("sentence", ratio=40, overflow="fold", style="dim")
    for claim in claims:
        cells = [Text(words or "–") for _, words in _cells(claim)]
        sentence = [Text(_sentence(claim))] if with_sentence else []
        table.add_row(Text(short_id(claim.id)), _kind(claim, "\n"), *cells, *sentence)
    return table


def _kind(claim: Claim, between: str) -> Text:
    """The kind with the words that name the occurrence."""
    return Text(wording.kind_words(claim.kind)).append(
        f"{between}“{one_line(claim.trigger.text)}”", style="not bold dim"
    )


def _cards(claims: Iterable[Claim]) -> Table:
    cards = Table.grid(padding=(0, 2, 0, 0))
    cards.add_column(style="dim", no_wrap=True)
    cards.add_column(overflow="fold")
    for claim in claims:
        kind = _kind(claim, " ")
        kind.stylize("bold", 0, len(claim.kind))
        cards.add_row(Text(short_id(claim.id)), kind)
        for name, words in _cells(claim):
            if words:
                cards.add_row(Text(name), Text(words))
        cards.add_row(Text("sentence"), Text(_sentence(claim), style="dim"))
        cards.add_row()
    return cards


def _sentence(claim: Claim) -> str:
    """The sentence, shortened around the trigger where it is long."""
    text, word = claim.sentence.text, claim.trigger
    start = min(max(word.start - claim.sentence.start, 0), len(text))
    first = max(0, min(start - _SENTENCE // 2, len(text) - _SENTENCE))
    last = min(first + _SENTENCE, len(text))
    # Not in the middle of a word, where there is a blank to cut at.
    first = (text.find(" ", first, start) + 1 or first) if first else 0
    last = max(text.rfind(" ", start, last), start + len(word.text)) if last < len(text) else last
    return f"“{'…' if first else ''}{one_line(text[first:last])}{'…' if last < len(text) else ''}”"
