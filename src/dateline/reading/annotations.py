"""What the components have found in a document so far: each adds its own part and touches no other's."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.kinds import Kind, Trigger
from dateline.records import Attribution, ClaimPlace, Count, Participant, Place, Report, Span, Time
from dateline.records.claim import Certainty, Modality, Role

if TYPE_CHECKING:
    from dateline.actors import Actor
    from dateline.reading.learned.answers import Answers

_KEY = "dateline"
# Parts of speech of verbs; the parser takes "be" and "have" for auxiliaries where they stand alone too.
VERBAL = frozenset({"VERB", "AUX"})


@dataclass
class Name:
    """A name in the text: of an actor, of a place, or of both until its use tells."""

    tokens: Tokens
    actor: "Actor | None" = None
    place: Place | None = None
    sort: Literal["actor", "place", "demonym"] = "actor"


@dataclass
class Draft:
    """A claim in the making: where its trigger stands, and what each component has added.

    `there` is how likely there is a claim at all, where that was weighed; `score` how likely there is one of this kind.
    `fillers` are the head words of those who fill its roles. `results` are words in the same sentence that tell what
    came of it ("killing 12"): no claims of their own.
    """

    kind: Kind
    rule: Trigger
    tokens: Tokens
    root: Token
    score: float
    there: float | None = None
    fillers: list[tuple[Role, Token]] = field(default_factory=list)
    results: list["Draft"] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    places: list[ClaimPlace] = field(default_factory=list)
    time: Time = field(default_factory=Time)
    counts: list[Count] = field(default_factory=list)
    attribution: list[Attribution] = field(default_factory=list)
    modality: Modality = "actual"
    certainty: Certainty = "certain"
    cues: list[Span] = field(default_factory=list)


@dataclass
class Annotations:
    """Everything read from one report; kept on its spaCy document. `filed` are the words of its datelines, `mentions`
    the names that are places' or peoples', by their first word.

    `sentence_at` has for each word the first word of its sentence, by which `by_sentence` holds the drafts. `words`
    counts in how many words each lemma, form and `@class` stands.
    """

    report: Report
    filed: frozenset[int] = frozenset()
    mentions: dict[int, Tokens] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    name_at: dict[int, Name] = field(default_factory=dict)
    classes: dict[int, frozenset[str]] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    countries: Mapping[str, float] = field(default_factory=dict)
    answers: "Answers | None" = None
    drafts: list[Draft] = field(default_factory=list)
    rejected: list[Draft] = field(default_factory=list)
    by_sentence: dict[int, list[Draft]] = field(default_factory=dict)
    sentence_at: list[int] = field(default_factory=list)

    @property
    def day(self) -> dt.date | None:
        """The day of publication, where it is known."""
        return self.report.published.date

    def with_it(self, word: int) -> list[Draft]:
        """The drafts of the sentence that the word stands in."""
        return self.by_sentence.get(self.sentence_at[word], [])


def annotate(doc: Doc, report: Report) -> Doc:
    """`doc`, made ready to be read as `report`."""
    doc.user_data[_KEY] = Annotations(report)
    return doc


def annotations(doc: Doc) -> Annotations:
    """What has been found in `doc` so far."""
    found = doc.user_data[_KEY]
    assert isinstance(found, Annotations)
    return found


def span_of(tokens: Tokens | Token) -> Span:
    """The characters of some tokens as a record."""
    if isinstance(tokens, Token):
        return Span(text=tokens.text, start=tokens.idx, end=tokens.idx + len(tokens.text))
    return Span(text=tokens.text, start=tokens.start_char, end=tokens.end_char)
