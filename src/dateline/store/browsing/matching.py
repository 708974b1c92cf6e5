"""Which events meet a filter: each condition as a mask over the columns."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Final, TypeVar

import numpy as np

from dateline.store.browsing.columns import Columns, Mask, Numbers
from dateline.store.browsing.terms import Terms, on_map
from dateline.store.event_filters import Box, EventFilter
from dateline.store.summaries.summary import MODALITIES, OPEN, STATES, STATUSES, event_key

_REJECTED: Final = STATES.index("rejected")

# Keys of the claims that hold words in a row, and the ids of the events of which a claim meets a ClaimFilter.
FindWords = Callable[[str], Numbers]
Answer = TypeVar("Answer")
FindTold = Callable[[Any], Iterable[str]]


class Matching:
    """Masks of the conditions of one filter, by the name of the condition."""

    def __init__(
        self, columns: Columns, terms: Terms, asked: EventFilter, find_words: FindWords, find_told: FindTold
    ) -> None:
        self._columns = columns
        self._terms = terms
        self._masks: dict[str, Mask] = {}
        self._together: dict[str, Mask] = {}
        self._rows: Numbers | None = None
        self._answers: dict[Hashable, Any] = {}
        for name, mask in self._conditions(asked, find_words, find_told):
            self._masks[name] = mask

    def all_but(self, left_out: str = "") -> Mask:
        """The events that meet all conditions but the one left out. Not to be written to."""
        if left_out not in self._masks:
            left_out = ""
        if left_out not in self._together:
            met = np.ones(len(self._columns), dtype=np.bool_)
            for name, mask in self._masks.items():
                if name != left_out:
                    met &= mask
            self._together[left_out] = met
        return self._together[left_out]

    def answer(self, question: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer to a question on these events, found once."""
        if question not in self._answers:
            self._answers[question] = find()
        found: Answer = self._answers[question]
        return found

    def rows(self) -> Numbers:
        """The rows of the events that meet all conditions."""
        if self._rows is None:
            self._rows = np.flatnonzero(self.all_but())
        return self._rows

    def _conditions(self, asked: EventFilter, find_words: FindWords, find_told: FindTold) -> Iterable[tuple[str, Mask]]:
        columns = self._columns
        if asked.states or not asked.rejected:
            wanted = asked.states or tuple(state for state in STATES if state != STATES[_REJECTED])
            yield "states", _coded(columns["state"], STATES, wanted)
        if asked.kinds:
            yield "kinds", self._terms.is_kind(asked.kinds)[columns["kind"]]
        if asked.modalities:
            yield "modalities", _coded(columns["modality"], MODALITIES, asked.modalities)
        if asked.statuses:
            yield "statuses", _coded(columns["status"], STATUSES, asked.statuses)
        if asked.min_origins > 1:
            yield "origins", columns["origins"] >= asked.min_origins
        if asked.since is not None or asked.until is not None:
            yield "days", self._on_days(asked)
        yield from self._named(asked)
        if asked.box is not None:
            yield "box", self._in_box(asked.box)
        if asked.text is not None:
            yield "text", self._of_claims(find_words(asked.text))
        if asked.told is not None:
            keys = np.fromiter(map(event_key, find_told(asked.told)), dtype=np.int64)
            yield "told", np.isin(columns["key"], keys)

    def _named(self, asked: EventFilter) -> Iterable[tuple[str, Mask]]:
        wanted: Mapping[str, Iterable[int]] = {
            "actors": self._codes("entity", asked.actors),
            "places": self._codes("place", asked.places),
            "countries": [self._terms.area_code(name) for name in asked.countries],
            "admin1": [self._terms.area_code(name) for name in asked.admin1],
        }
        for name, codes in wanted.items():
            if getattr(asked, name):
                yield name, self._with_code(name, codes)

    def _codes(self, sort: str, ids: Iterable[str]) -> list[int]:
        return [self._terms.codes.get((sort, name), -1) for name in ids]

    def _with_code(self, name: str, codes: Iterable[int]) -> Mask:
        pairs = self._columns.pairs[name]
        met = np.zeros(len(self._columns), dtype=np.bool_)
        for code in codes:
            if code >= 0:
                met[pairs.rows[pairs.codes == code]] = True
        return met

    def _on_days(self, asked: EventFilter) -> Mask:
        first, last = self._columns["first"], self._columns["last"]
        met: Mask = (first != OPEN) | (last != OPEN)
        if asked.since is not None:
            met &= (last == OPEN) | (last >= asked.since.toordinal())
        if asked.until is not None:
            met &= first <= asked.until.toordinal()
        return met

    def _in_box(self, box: Box) -> Mask:
        inside = np.append(in_box(self._terms, box), False)
        return np.asarray(inside[self._columns["point"]], dtype=np.bool_)

    def _of_claims(self, keys: Numbers) -> Mask:
        claims = self._columns.pairs["claims"]
        met = np.zeros(len(self._columns), dtype=np.bool_)
        if len(claims.codes) and len(keys):
            at = np.minimum(np.searchsorted(claims.codes, keys), len(claims.codes) - 1)
            met[claims.rows[at[claims.codes[at] == keys]]] = True
        return met


def in_box(terms: Terms, box: Box) -> Mask:
    """Of each place by its code, whether its point lies in the box."""
    ground = terms.ground()
    west, north = on_map(box.north, box.west)
    east, south = on_map(box.south, box.east)
    across = (ground.x >= west) & (ground.x <= east) if west <= east else (ground.x >= west) | (ground.x <= east)
    return np.asarray(across & (ground.y >= north) & (ground.y <= south), dtype=np.bool_)


def _coded(values: Numbers, names: tuple[str, ...], wanted: tuple[str, ...]) -> Mask:
    chosen = np.array([name in wanted for name in names], dtype=np.bool_)
    return np.asarray(chosen[values], dtype=np.bool_)
