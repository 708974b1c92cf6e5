"""Our own scorer of claims, for the public benchmark: pairing and figures of `spec/gold.md` in their simplest form.

Claims are paired one to one inside a report where their triggers overlap, those of one kind first. Slots are scored on
pairs alone; a value is right when its span shares a character with a marked one, a count when what, low and high agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.records import Claim, Span

Mark = Mapping[str, Any]
BINS = 10


@dataclass
class Tally:
    """Right, told and marked values of one sort."""

    right: int = 0
    told: int = 0
    marked: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; of nothing told and nothing marked 1."""
        return 2 * self.right / (self.told + self.marked) if self.told + self.marked else 1.0


@dataclass
class Score:
    """What has been counted over some reports."""

    trigger: Tally = field(default_factory=Tally)
    kind: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    slots: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    stance: Counter[str] = field(default_factory=Counter)
    trusted: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, marked: Sequence[Mark], told: Sequence[Claim]) -> None:
        """Count one report."""
        pairs = list(paired(marked, told))
        self.trigger = _sum(self.trigger, Tally(len(pairs), len(told), len(marked)))
        alike = {claim.id for mark, claim in pairs if mark["kind"] == claim.kind}
        self.kind = _sum(self.kind, Tally(len(alike), len(told), len(marked)))
        self.trusted += [(claim.score, claim.id in alike) for claim in told]
        for mark in marked:
            self.kinds[mark["kind"]].marked += 1
        for claim in told:
            self.kinds[claim.kind].told += 1
            self.kinds[claim.kind].right += claim.id in alike
        for mark, claim in pairs:
            self._add_pair(mark, claim)

    def _add_pair(self, mark: Mark, claim: Claim) -> None:
        self.stance["pairs"] += 1
        self.stance["modality"] += mark["modality"] == claim.modality
        self.stance["certainty"] += mark["certainty"] == claim.certainty
        for name, marked, told in _slots(mark, claim):
            self.slots[name] = _sum(self.slots[name], Tally(len(_met(marked, told)), len(told), len(marked)))
        counted = Counter((count["what"], count["low"], count["high"]) for count in mark["counts"])
        read = Counter((count.what, count.low, count.high) for count in claim.counts)
        both = (counted & read).total()
        self.slots["counts"] = _sum(self.slots["counts"], Tally(both, read.total(), counted.total()))

    def figures(self) -> dict[str, float]:
        """All figures by name."""
        macro = [tally.f1 for tally in self.kinds.values() if tally.marked]
        pairs = max(self.stance["pairs"], 1)
        return {
            "trigger": self.trigger.f1,
            "kind": self.kind.f1,
            "kind macro": sum(macro) / max(len(macro), 1),
            **{name: tally.f1 for name, tally in sorted(self.slots.items())},
            "modality": self.stance["modality"] / pairs,
            "certainty": self.stance["certainty"] / pairs,
            "calibration error": calibration_error(self.trusted),
        }


def paired(marked: Sequence[Mark], told: Sequence[Claim]) -> Iterator[tuple[Mark, Claim]]:
    """Pairs whose triggers overlap, each claim once; those of one kind before others."""
    left = list(marked)
    waiting = sorted(told, key=lambda claim: not any(_same(mark, claim) for mark in marked))
    for claim in waiting:
        fits = [mark for mark in left if _overlap(mark["trigger"], claim.trigger)]
        if fits:
            mark = max(fits, key=lambda mark: bool(mark["kind"] == claim.kind))
            left.remove(mark)
            yield mark, claim


def _same(mark: Mark, claim: Claim) -> bool:
    return bool(mark["kind"] == claim.kind) and _overlap(mark["trigger"], claim.trigger)


def _overlap(mark: Mark, span: Span) -> bool:
    return bool(mark["start"] < span.end and span.start < mark["end"])


def _slots(mark: Mark, claim: Claim) -> Iterator[tuple[str, list[Mark], list[Span]]]:
    yield "actor", mark["actors"], [p.span for p in claim.participants if p.role == "actor"]
    yield "recipient", mark["recipients"], [p.span for p in claim.participants if p.role == "recipient"]
    yield "place", mark["places"], [place.span for place in claim.places]
    yield "attribution", mark["attribution"], [said.source for said in claim.attribution]


def _met(marked: Sequence[Mark], told: Iterable[Span]) -> list[Span]:
    """The spans that meet a mark of their own."""
    left, met = list(marked), []
    for span in told:
        mark = next((mark for mark in left if _overlap(mark, span)), None)
        if mark is not None:
            left.remove(mark)
            met.append(span)
    return met


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(one.right + other.right, one.told + other.told, one.marked + other.marked)


def calibration_error(trusted: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in trusted:
        bins[min(int(score * BINS), BINS - 1)].append((score, right))
    gaps = (abs(sum(s for s, _ in rows) - sum(right for _, right in rows)) for rows in bins.values())
    return sum(gaps) / max(len(trusted), 1)
