"""How many events each further choice would show."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import numpy as np

from dateline.store.browsing.answers import Facets, FacetValue
from dateline.store.browsing.columns import Columns, Mask, Numbers
from dateline.store.browsing.matching import Matching
from dateline.store.browsing.terms import Terms
from dateline.store.summaries.summary import MODALITIES, STATES, STATUSES

# Values of one condition given at most.
_MOST: Final = 100
_ORIGINS: Final = (1, 2, 3, 5, 10)
Naming = Callable[[int], tuple[str, str]]


def facets_of(columns: Columns, terms: Terms, matching: Matching) -> Facets:
    """The counts for one filter."""
    whole = matching.all_but()
    counted = _Counted(columns, matching)
    return Facets(
        total=int(np.count_nonzero(whole)),
        kinds=_values(counted.flat("kinds", "kind"), lambda code: (terms.kinds[code], terms.kinds[code])),
        actors=_values(counted.paired("actors"), lambda code: (terms.entities[code].id, terms.entities[code].name)),
        countries=_values(counted.paired("countries"), lambda code: (terms.areas[code], terms.areas[code])),
        admin1=_values(counted.paired("admin1"), lambda code: (terms.areas[code], terms.areas[code].partition("/")[2])),
        modalities=_of_names(counted.flat("modalities", "modality"), MODALITIES),
        statuses=_of_names(counted.flat("statuses", "status"), STATUSES),
        origins=_at_least(columns["origins"][matching.all_but("origins")]),
        states=_of_names(counted.flat("states", "state"), STATES),
    )


class _Counted:
    """Counts of codes among the events that meet all conditions but the one that is counted."""

    def __init__(self, columns: Columns, matching: Matching) -> None:
        self._columns = columns
        self._matching = matching

    def flat(self, condition: str, column: str) -> Numbers:
        return np.bincount(self._columns[column][self._without(condition)])

    def paired(self, condition: str) -> Numbers:
        pairs = self._columns.pairs[condition]
        mask = self._without(condition)
        return np.bincount(pairs.codes if mask.all() else pairs.codes[mask[pairs.rows]])

    def _without(self, condition: str) -> Mask:
        return self._matching.all_but(condition)


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


def _at_least(origins: Numbers) -> tuple[FacetValue, ...]:
    counts: Iterable[tuple[int, int]] = ((least, int(np.count_nonzero(origins >= least))) for least in _ORIGINS)
    return tuple(FacetValue(str(least), str(least), count) for least, count in counts if count)
