"""Words that a person types to the characters of a report that say them: no value comes in without its span."""

from collections.abc import Iterable, Sequence

from dateline.errors import InputError
from dateline.records import Report, Span
from dateline.web.wording.labels import N_


class Quotes:
    """Finds words in reports: first among the spans that a record has already, then nearest to what it tells of."""

    def __init__(self, reports: Sequence[Report], known: Iterable[Span], near: Sequence[Span] = ()) -> None:
        self._reports = reports
        self._known = {span.text: span for span in reversed(tuple(known))}
        self._near = near

    def find(self, words: str) -> Span:
        """The span of these words; InputError where no report says them just so."""
        words = words.strip()
        if words in self._known:
            return self._known[words]
        for number, report in enumerate(self._reports):
            around = self._near[number].start if number < len(self._near) else 0
            start = _nearest(report.text, words, around)
            if start is not None:
                return Span.of(report.text, start, start + len(words))
        raise InputError(words, N_("the report does not say that; give the words exactly as they stand in it"))


def _nearest(text: str, words: str, around: int) -> int | None:
    before, after = text.rfind(words, 0, around + len(words)), text.find(words, around)
    found = [start for start in (before, after) if words and start >= 0]
    return min(found, key=lambda start: abs(start - around), default=None)
