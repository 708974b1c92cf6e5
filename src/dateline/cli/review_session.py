"""The queue worked through in a terminal: one item after another, one key a decision, a line for the reason."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from dateline.cli import event_wording, wording
from dateline.cli.evidence import marked, marks_of
from dateline.cli.excerpt import apart, stretches
from dateline.cli.keys import read_key, read_words
from dateline.cli.queue import Waiting, queue
from dateline.cli.terminal import one_line, page, say
from dateline.errors import DatelineError, StoreError
from dateline.records import Claim, Event, Report
from dateline.records.by_hand import changed, claim_by_hand

if TYPE_CHECKING:
    from dateline.store import Reviewer, Store

QUIT: Final = "q"
SKIP: Final = " "
HELP: Final = "?"
KEYS: Final[Mapping[str, str]] = {
    "a": "accept",
    "r": "reject",
    "e": "edit a field",
    "m": "merge with another event",
    "s": "split claims off",
    "n": "add a claim that was missed",
    "t": "take the suggestion",
    "d": "dismiss the suggestion",
    "u": "undo the last step",
    SKIP: "skip",
    QUIT: "quit",
}


def work_through(store: "Store", reviewer: "Reviewer") -> None:
    """Show what waits, one after another, and do what the keys say; at the end say how many steps were taken."""
    session = _Session(store, reviewer)
    while (waiting := session.next()) is not None:
        session.show(waiting)
        if not session.decide(waiting):
            break
    else:
        say("nothing waits for review" if not session.steps else "that was all")
    say(f"{wording.number_of(session.steps, 'step')} taken")


class _Session:
    def __init__(self, store: "Store", reviewer: "Reviewer") -> None:
        self._store = store
        self._reviewer = reviewer
        self._seen: set[str] = set()
        self._page: Console = page()
        self.steps = 0
        self._actions: Mapping[str, Callable[[Waiting], None]] = {
            "a": lambda waiting: self._say_of(waiting, self._reviewer.accept),
            "r": lambda waiting: self._say_of(waiting, self._reviewer.reject),
            "e": self._edit,
            "m": self._merge,
            "s": self._split,
            "n": self._add,
            "t": lambda waiting: self._settle(waiting, self._reviewer.take),
            "d": lambda waiting: self._settle(waiting, self._reviewer.dismiss),
            "u": self._undo,
        }

    def next(self) -> Waiting | None:
        """The first thing in the queue that was not shown yet."""
        for waiting in queue(self._store):
            if _key(waiting) not in self._seen:
                self._seen.add(_key(waiting))
                return waiting
        return None

    def decide(self, waiting: Waiting) -> bool:
        """Take keys until the item is dealt with; False to stop."""
        while True:
            self._page.print(Text("key (? lists them): ", style="dim"), end="")
            key = read_key()
            self._page.print()
            if key in ("", QUIT):
                return False
            if key == SKIP:
                return True
            if key in self._actions:
                if self._act(key, waiting):
                    return True
            elif key not in "\r\n":
                self._help()

    def _act(self, key: str, waiting: Waiting) -> bool:
        """Whether the item is dealt with; a step that cannot be taken is told, and another key asked for."""
        try:
            self._actions[key](waiting)
        except DatelineError as error:
            say(str(error))
            return False
        self.steps += 1
        return key not in "un"

    def show(self, waiting: Waiting) -> None:
        """Print an item with its evidence."""
        subject = waiting.subject
        self._page.print()
        if waiting.suggestion is not None:
            words = f"suggestion {waiting.suggestion.number}: {one_line(waiting.suggestion.reason)}"
            self._page.print(Text(words, style="bold yellow"))
        if isinstance(subject, Claim):
            self._show_claim(subject)
            return
        heading = f"{wording.kind_words(subject.kind)}  {subject.id}  {event_wording.support(subject)}"
        self._page.print(Text(f"{heading}, {event_wording.STATUS_WORDS[subject.status]}", style="bold"))
        parts = (event_wording.where(subject), wording.when(subject.time), event_wording.how_many(subject))
        self._page.print(Text(" · ".join(part for part in parts if part)))
        for told in self._store.told(subject.claims):
            self._show_claim(told.claim)

    def _show_claim(self, claim: Claim) -> None:
        heading = f"{wording.kind_words(claim.kind)}  {claim.id}  {wording.how_sure(claim)}  ({claim.score:.0%})"
        self._page.print(Text(heading, style="bold"))
        text = self._report(claim.report).text
        marks = set(marks_of(claim))
        for before, start, end in apart(text, stretches(text, marks)):
            shown = marked(text, marks, coloured=self._page.is_terminal, first=start, last=end)
            self._page.print(Text(before).append_text(shown))

    def _help(self) -> None:
        for key, words in KEYS.items():
            self._page.print(Text(f"  {'space' if key == SKIP else key:<6} {words}"))

    def _say_of(self, waiting: Waiting, step: Callable[[str, str], int]) -> None:
        step(waiting.subject.id, read_words("why? "))

    def _edit(self, waiting: Waiting) -> None:
        self._reviewer.edit(changed(waiting.subject, [read_words("field=value: ")]), read_words("why? "))

    def _merge(self, waiting: Waiting) -> None:
        other = self._store.find_event(read_words("with which event? "))
        self._reviewer.merge([_event(waiting).id, other.id], read_words("why? "))

    def _split(self, waiting: Waiting) -> None:
        given = read_words("which claims? ").replace(",", " ").split()
        claims = [found.id for found in map(self._store.find, given) if isinstance(found, Claim)]
        self._reviewer.split(_event(waiting).id, claims, read_words("why? "))

    def _add(self, waiting: Waiting) -> None:
        subject = waiting.subject
        report = subject.report if isinstance(subject, Claim) else self._store.told(subject.claims)[0].report.id
        kind, words = read_words("kind: "), read_words("words that name it: ")
        self._reviewer.add(claim_by_hand(self._report(report), kind, words), read_words("why? "))

    def _settle(self, waiting: Waiting, step: Callable[[int, str], int]) -> None:
        if waiting.suggestion is None:
            raise StoreError("the machine suggests nothing here")
        step(waiting.suggestion.number, read_words("why? "))

    def _undo(self, _waiting: Waiting) -> None:
        self._reviewer.undo(read_words("why? "))

    def _report(self, report: str) -> Report:
        entry = self._store.report(report)
        if entry is None:
            raise StoreError(f"{report}: there is no such report")
        return entry.report


def _key(waiting: Waiting) -> str:
    return f"s_{waiting.suggestion.number}" if waiting.suggestion else waiting.subject.id


def _event(waiting: Waiting) -> Event:
    if isinstance(waiting.subject, Claim):
        raise StoreError("only events are merged and split; this is a claim")
    return waiting.subject
