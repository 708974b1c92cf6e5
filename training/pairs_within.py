"""B-cubed of events within reports on the marked training reports: `python -m training.pairs_within`.

Five times the pair score is fitted to four fifths of the reports and measured on the rest: on the claims as the reader
finds them, and on the claims as they are marked, which tells how merging does by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from unittest.mock import patch

from bench.claims import shared
from dateline.merging import scoring
from dateline.merging.features_within import within_report
from dateline.merging.scoring import Model, models
from dateline.merging.tellings import tellings
from dateline.reading import open_reader
from training.pairs import RIDGE, THRESHOLD
from training.pairs_logistic import fit
from training.pairs_marked import Marked, marked_claims, within

FOLDS = 5
Reports = Sequence[list[Marked]]
Said = dict[str, int]


def main() -> None:
    """Print a row for the claims as read, and one for the claims as marked."""
    both = list(marked_claims(open_reader(), shared() / "claims" / "train.jsonl"))
    twins = list(zip(both[0::2], both[1::2], strict=True))
    grouped: tuple[list[tuple[Said, Said]], list[tuple[Said, Said]]] = ([], [])
    for fold in range(FOLDS):
        others = [one for number, twin in enumerate(twins) if number % FOLDS != fold for one in twin]
        with patch.object(scoring, "models", return_value={**models(), "within_report": _fitted(others)}):
            for twin in twins[fold::FOLDS]:
                for of, claims in zip(grouped, twin, strict=True):
                    of.append(_groups(claims))
    for name, of in zip(("as read", "as marked"), grouped, strict=True):
        precision, recall = b_cubed(of), b_cubed((said, marked) for marked, said in of)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"claims {name:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def _fitted(reports: Reports) -> Model:
    pairs = list(within(reports))
    bias, weights = fit([within_report(one, other) for one, other, _ in pairs], [same for _, _, same in pairs], RIDGE)
    return Model(bias, weights, THRESHOLD["within_report"])


def _groups(claims: Sequence[Marked]) -> tuple[Said, Said]:
    """The marked event of each claim that has one, and the group that it is put into."""
    marked = {one.outline.claims[0]: one.event for one in claims if one.event is not None}
    told = enumerate(tellings(one.outline for one in claims))
    return marked, {claim: number for number, of in told for claim in of.outline.claims if claim in marked}


def b_cubed(reports: Iterable[tuple[Said, Said]]) -> float:
    """The mean share of those put with a claim that are marked with it (Bagga, Baldwin 1998); turned round, recall."""
    shares = [share for marked, said in reports for share in _shares(marked, said)]
    return sum(shares) / len(shares)


def _shares(marked: Said, said: Said) -> Iterator[float]:
    for claim in said:
        with_it = [other for other in said if said[other] == said[claim]]
        yield sum(marked[other] == marked[claim] for other in with_it) / len(with_it)


if __name__ == "__main__":
    main()
