"""What is compared of a claim, or of all that one report tells of one occurrence, in little memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.merging.durations import durations
from dateline.merging.families import families
from dateline.merging.parts import NO_DAYS, Days, Number, Spot, days_of, numbers_of, spot_of, who
from dateline.merging.told import Told
from dateline.merging.words import content, folded_words, names, stems, words
from dateline.records import Claim, Participant, Report

# Characters at the beginning of a report that tell what it is about.
_LEAD: Final = 600
# Characters before a trigger in which a pointing word may stand: "the second such attack".
_REACH: Final = 30


@dataclass(frozen=True, slots=True)
class Outline:
    """One side of a comparison. `start` is where it is first told in its report; -1 where that means nothing.

    `order` counts the claims of its family in the report that come before it, `of_family` all of them; `cause` is the
    order of what an outcome may have come of, -1 where there is none.
    """

    claims: tuple[str, ...]
    report: str
    published: int | None
    kind: str
    family: str
    modality: str
    days: Days
    spots: tuple[Spot, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    victims: frozenset[str]
    numbers: tuple[Number, ...]
    trigger: frozenset[str]
    text: frozenset[str]
    names: frozenset[str]
    about: frozenset[str]
    start: int = -1
    sentence: int = -1
    line: int = -1
    order: int = -1
    of_family: int = -1
    cause: int = -1
    points_back: bool = False
    points_straight_back: bool = False
    one_more: bool = False
    feared: bool = False
    several: bool = False
    lasting: frozenset[int] = frozenset()
    said_by: frozenset[str] = frozenset()

    @property
    def bare(self) -> bool:
        """Whether it says neither where, nor when, nor to whom, nor how many."""
        return not (self.spots or self.days.known or self.recipients or self.numbers)

    def by_name(self, people: frozenset[str]) -> frozenset[str]:
        """Those whom the register knows, or the text names: "civilians" are no one in particular."""
        return frozenset(one for one in people if ":" in one or not self.names.isdisjoint(one.split()))


def outline(told: Told) -> Outline:
    """The outline of one claim."""
    claim, report = told.claim, told.report
    before = _before(claim, report)
    line = report.text.count("\n", 0, claim.trigger.start)
    family = families().family(claim.kind)
    return Outline(
        claims=(claim.id,),
        report=report.id,
        published=report.published.date.toordinal() if report.published.date else None,
        kind=claim.kind,
        family=family,
        modality=claim.modality,
        days=days_of(claim),
        spots=tuple(sorted({spot_of(place) for place in claim.places}, key=lambda spot: spot.key)),
        actors=_names(claim.participants, "actor"),
        recipients=_names(claim.participants, "recipient"),
        victims=_victims(claim.participants),
        numbers=numbers_of(claim),
        trigger=stems(claim.trigger.text),
        text=content(claim.sentence.text),
        names=(content(claim.sentence.text) & names(report.text)) - _tellers(claim),
        about=_about(report.text),
        start=claim.trigger.start,
        sentence=claim.sentence.start,
        line=line,
        points_back=any(word in words().pointing for word in before),
        points_straight_back=bool(before) and before[-1] in words().pointing,
        one_more=bool(before) and before[-1] in words().further,
        feared=_feared(claim),
        several=line > 0 and _is_plural(claim.trigger.text),
        lasting=durations(claim.sentence.text) if family in families().lasting else frozenset(),
        said_by=frozenset(_named_sources(claim)),
    )


def together(outlines: Sequence[Outline]) -> Outline:
    """What one report tells of one occurrence, from the outlines of its claims."""
    if len(outlines) == 1:
        return outlines[0]
    told = sorted(outlines, key=lambda one: (one.start, one.claims))
    kinds: dict[str, int] = {}
    for one in told:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    return Outline(
        claims=tuple(claim for one in told for claim in one.claims),
        report=told[0].report,
        published=told[0].published,
        kind=families().most_telling(kinds),
        family=told[0].family,
        modality=_leading(one.modality for one in told),
        days=_narrowest([one.days for one in told]),
        spots=tuple(sorted({spot for one in told for spot in one.spots}, key=lambda spot: spot.key)),
        actors=frozenset().union(*(one.actors for one in told)),
        recipients=frozenset().union(*(one.recipients for one in told)),
        victims=frozenset().union(*(one.victims for one in told)),
        numbers=tuple(sorted({number for one in told for number in one.numbers}, key=repr)),
        trigger=frozenset().union(*(one.trigger for one in told)),
        text=frozenset().union(*(one.text for one in told)),
        names=frozenset().union(*(one.names for one in told)),
        about=told[0].about,
        feared=all(one.feared for one in told),
        several=all(one.several for one in told),
        lasting=frozenset().union(*(one.lasting for one in told)),
        said_by=frozenset().union(*(one.said_by for one in told)),
    )


# What is told to have happened says more of an occurrence than what was planned or denied.
_FIRST: Final[Mapping[str, int]] = {"actual": 0, "attempted": 1, "negated": 2, "future": 3, "hypothetical": 4}


def _leading(modalities: Iterable[str]) -> str:
    return min(modalities, key=lambda modality: _FIRST[modality])


def _narrowest(days: Sequence[Days]) -> Days:
    known = [one for one in days if one.known]
    return min(known, key=_width) if known else NO_DAYS


def _width(days: Days) -> tuple[int, int, int]:
    first, last = days.first, days.last
    width = last - first if first is not None and last is not None else 10_000
    return width, first or 0, last or 0


@lru_cache(maxsize=1024)
def _about(text: str) -> frozenset[str]:
    """The names at the beginning of a report; one object for all its claims."""
    return content(text[:_LEAD]) & names(text)


def _names(participants: Iterable[Participant], role: str) -> frozenset[str]:
    return frozenset(_name(item) for item in participants if item.role == role)


def _name(item: Participant) -> str:
    if item.entity is not None:
        return item.entity.id
    return who(item.span.text, None)


def _named_sources(claim: Claim) -> Iterator[str]:
    for said in claim.attribution:
        if said.entity is not None or any(word[:1].isupper() for word in said.source.text.split()):
            yield who(said.source.text, said.entity.id if said.entity else None)


# Whoever is of these kinds tells of occurrences more often than they have a part in them.
_TELLERS: Final = frozenset({"ngo", "media"})


def _tellers(claim: Claim) -> frozenset[str]:
    """The words for those who tell it: that two texts quote one source does not make them tell one thing."""
    taking_part = [item.span for item in claim.participants if item.entity and item.entity.kind in _TELLERS]
    spans = [*taking_part, *(said.source for said in claim.attribution)]
    return frozenset().union(*(content(span.text) for span in spans))


def _feared(claim: Claim) -> bool:
    """Whether it is feared, threatened or wondered about, not planned."""
    if claim.modality not in {"future", "hypothetical"}:
        return False
    said = {word for cue in claim.cues for word in folded_words(cue.text)}
    return claim.modality == "hypothetical" or claim.certainty != "certain" or bool(said & words().fears)


def _victims(participants: Iterable[Participant]) -> frozenset[str]:
    """The persons by name to whom it was done."""
    return frozenset(
        who(item.entity.name, None)
        for item in participants
        if item.role == "recipient" and item.entity is not None and item.entity.kind == "person"
    )


def _is_plural(trigger: str) -> bool:
    """Whether it names several: in running text a word in -s is a noun, as news tells what happened in the past."""
    return trigger.endswith("s") and not trigger.endswith("ss")


def _before(claim: Claim, report: Report) -> list[str]:
    """The three words before the trigger."""
    start = claim.trigger.start
    return folded_words(report.text[max(claim.sentence.start, start - _REACH) : start])[-3:]
