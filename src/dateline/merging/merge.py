"""From claims to events: pure, deterministic, and the same in whatever order claims are given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dateline.merging.blocking import outline_keys
from dateline.merging.contradictions import contradiction
from dateline.merging.events import event_of
from dateline.merging.identity import named
from dateline.merging.linking import link
from dateline.merging.outline import Outline, outline
from dateline.merging.scoring import Explanation, explain_outlines, models, score
from dateline.merging.tellings import placed, tellings
from dateline.merging.told import Told
from dateline.records import Event

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def keys(told: Told) -> tuple[str, ...]:
    """Under which keys a claim may meet claims of other reports; none where it names neither place nor anybody."""
    return outline_keys(outline(told))


def merge(told: Sequence[Told], known: Mapping[str, str] = _NOTHING) -> list[Event]:
    """The events that these claims tell of, sorted by id.

    `known` gives the event of each claim that was merged before; ids of events that live on are kept.
    """
    return sorted(merged(told, known), key=lambda event: event.id)


def merged(told: Sequence[Told], known: Mapping[str, str] = _NOTHING) -> Iterator[Event]:
    """The same as `merge`, one event at a time; each item of `told` is asked for thrice and never kept."""
    at: dict[str, int] = {}
    of_report: dict[str, list[int]] = {}
    for index, one in enumerate(told):
        at[one.claim.id] = index
        of_report.setdefault(one.claim.report, []).append(index)
    groups = _groups(told, of_report.values())
    del of_report
    for name, claims in zip(named(groups, known), groups, strict=True):
        yield event_of(name, [told[at[claim]] for claim in claims])


def _groups(told: Sequence[Told], reports: Iterable[Sequence[int]]) -> list[list[str]]:
    """The ids of claims in groups, each one occurrence; groups and their claims sorted.

    Only what a report tells of each occurrence is kept, not the outlines of its claims: there may be a million.
    """
    each = (telling for indexes in reports for telling in tellings([outline(told[index]) for index in indexes]))
    tell = sorted(each, key=lambda one: (one.outline.report, min(one.outline.claims)))
    groups = (sorted(claim for index in group for claim in tell[index].outline.claims) for group in link(tell))
    return sorted(groups)


def linked(told: Sequence[Told], candidates: Sequence[Told]) -> set[str]:
    """The ids of those `candidates` that may, by what they say, be in one event with any of `told`.

    What is not linked to an event's claims, nor to what is linked to them, has no bearing on the event.
    """
    sides = [tellings(outline(one) for one in claims) for claims in (told, candidates)]
    threshold = models()["across_reports"].threshold
    return {
        claim
        for other in sides[1]
        if any(_hang_together(one.outline, other.outline, threshold) for one in sides[0])
        for claim in other.outline.claims
    }


def _hang_together(one: Outline, other: Outline, threshold: float) -> bool:
    if contradiction(one, other) is not None:
        return False
    return one.report == other.report or score(one, other) >= threshold


def explain(one: Told, other: Told, among: Sequence[Told] = ()) -> Explanation:
    """Why two claims are, or are not, taken for one occurrence.

    `among` are the claims of both reports: where each stands among those of its family is part of the comparison,
    and claims of two reports are compared with what either says elsewhere of the same occurrence.
    """
    if one.claim.report == other.claim.report:
        of_report = {told.claim.id: told for told in (*among, one, other) if told.claim.report == one.claim.report}
        at = {told.claims[0]: told for told in placed(map(outline, of_report.values()))}
        return explain_outlines(at[one.claim.id], at[other.claim.id])
    return explain_outlines(_telling(one, among), _telling(other, among))


def _telling(one: Told, among: Sequence[Told]) -> Outline:
    same = [outline(told) for told in among if told.claim.report == one.claim.report]
    own = (telling.outline for telling in tellings(same) if one.claim.id in telling.outline.claims)
    return next(own, outline(one))
