"""How many events each further choice would show."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np

from dateline.store.browsing.answers import Facets, FacetValue
from dateline.store.browsing.columns import Numbers
from dateline.store.browsing.loading import Loaded
from dateline.store.browsing.matching import Matching
from dateline.store.summaries.summary import MODALITIES, STATES, STATUSES

# Values of one condition given at most.
_MOST: Final = 100
_ORIGINS: Final = (1, 2, 3, 5, 10)
Naming = Callable[[int], tuple[str, str]]


def facets_of(loaded: Loaded, matching: Matching) -> Facets:
    """The counts for one filter."""
    terms = loaded.terms
    counted = _Counted(loaded, matching)
    return Facets(
        total=len(matching.rows()),
        kinds=_values(counted.flat("kinds", "kind"), lambda code: (terms.kinds[code], terms.kinds[code])),
        actors=_values(counted.paired("actors"), lambda code: (terms.entities[code].id, terms.entities[code].name)),
        countries=_values(counted.paired("countries"), lambda code: (terms.areas[code], terms.areas[code])),
        admin1=_values(counted.paired("admin1"), lambda code: (terms.areas[code], terms.areas[code].partition("/")[2])),
        modalities=_of_names(counted.flat("modalities", "modality"), MODALITIES),
        statuses=_of_names(counted.flat("statuses", "status"), STATUSES),
        origins=_at_least(counted.flat("origins", "origins")),
        states=_of_names(counted.flat("states", "state"), STATES),
    )


class _Counted:
    """Counts of codes among the events that meet all conditions but the one that is counted.

    Where more than half of all events do, those that do not are counted and taken off the counts of all, which are
    known: so the cost is that of the fewer.
    """

    def __init__(self, loaded: Loaded, matching: Matching) -> None:
        self._loaded = loaded
        self._columns = loaded.columns
        self._matching = matching
        self._fewer: dict[int, tuple[Numbers, bool]] = {}

    def flat(self, condition: str, column: str) -> Numbers:
        """By the value of a column."""
        values = self._columns[column]
        return self._counts(condition, column, lambda rows: values[rows], lambda: values)

    def paired(self, condition: str) -> Numbers:
        """By the codes of the pairs of the condition."""
        pairs = self._columns.pairs[condition]
        ends = self._loaded.once(("ends", condition), lambda: ends_of(pairs.rows, len(self._columns)))
        return self._counts(condition, condition, lambda rows: pairs.codes[within(ends, rows)], lambda: pairs.codes)

    def _counts(
        self, condition: str, name: str, of_rows: Callable[[Numbers], Numbers], of_all: Callable[[], Numbers]
    ) -> Numbers:
        rows, are_without = self._rows(condition)
        counts = np.bincount(of_rows(rows))
        if not are_without:
            return counts
        total = self._loaded.once(("total", name), lambda: np.bincount(of_all()))
        return np.asarray(total - np.pad(counts, (0, len(total) - len(counts))))

    def _rows(self, condition: str) -> tuple[Numbers, bool]:
        """The rows of the events that meet the conditions or, where these are fewer, of those that do not."""
        mask = self._matching.all_but(condition)
        if id(mask) not in self._fewer:
            are_without = bool(np.count_nonzero(mask) * 2 > len(mask))
            self._fewer[id(mask)] = np.flatnonzero(~mask if are_without else mask), are_without
        return self._fewer[id(mask)]


def ends_of(rows: Numbers, size: int) -> Numbers:
    """Where the pairs of each row end, and those of the next begin; 0 before the first. `rows` rise."""
    return np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=size))))


def within(ends: Numbers, rows: Numbers) -> Numbers:
    """Where the pairs of these rows stand."""
    begins, lengths = ends[rows], ends[rows + 1] - ends[rows]
    before = np.cumsum(lengths) - lengths
    return np.asarray(np.repeat(begins - before, lengths) + np.arange(int(lengths.sum())))


def _values(counts: Numbers, naming: Naming) -> tuple[FacetValue, ...]:
    """The most frequent values, those that are equally so by their names."""
    found = np.flatnonzero(counts)
    if len(found) > _MOST:
        least = np.partition(counts[found], -_MOST)[-_MOST]
        found = found[counts[found] >= least]
    values = [FacetValue(*naming(int(code)), int(counts[code])) for code in found]
    return tuple(sorted(values, key=lambda value: (-value.count, value.name, value.value))[:_MOST])


def _of_names(counts: Numbers, names: Sequence[str]) -> tuple[FacetValue, ...]:
    return _values(counts, lambda code: (names[code], names[code]))


def _at_least(counts: Numbers) -> tuple[FacetValue, ...]:
    """Of the counts by number of origins."""
    sums: Iterable[tuple[int, int]] = ((least, int(counts[least:].sum())) for least in _ORIGINS)
    return tuple(FacetValue(str(least), str(least), count) for least, count in sums if count)
