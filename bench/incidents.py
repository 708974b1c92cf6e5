"""The dead and the governorate of one incident a report: FA-KES (Abu Salem et al. 2019), `python -m bench.incidents`.

Crowd workers read from reports on the war in Syria where the incident was and how many were killed. The incident is
taken to be that of the first claim that counts the dead, its number the largest that this claim gives; its governorate
that of its place, else of the first place in Syria. Nothing was trained or tuned on these reports, and no figure is
published. Marked dead are civilians and others, with or without the women and children told apart. Exit 1 below
a floor.
"""

import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.claims import shared
from bench.heads import within_floors
from bench.predictions import marked_report
from dateline.reading import open_reader
from dateline.records import Claim

# Governorates as the corpus writes them, where the gazetteer writes them otherwise.
_WRITTEN = {
    "rif dimashq": "damascus",
    "rif dimashq governorate": "damascus",
    "deir ez-zor": "deir ezzor",
    "al-hasakah": "hasakeh",
    "latakia": "lattakia",
    "tartus": "tartous",
}


def main() -> int:
    """Print the figures; 1 where a floor is broken."""
    file = shared() / "corpora" / "fakes" / "dev.jsonl.gz"
    if not file.is_file():
        print(f"{file}: not there, so there is nothing to measure")
        return 0
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    reader = open_reader()
    told = [reader.read(marked_report({**row, "published": row["date"]})) for row in rows]
    pairs = list(zip(rows, told, strict=True))
    figures = {
        "killed": sum(killed(claims) in _marked(row["killed"]) for row, claims in pairs) / len(rows),
        "governorate": sum(governorate(claims) == row["location"] for row, claims in pairs) / len(rows),
    }
    return within_floors("incidents", figures, {})


def killed(claims: Sequence[Claim]) -> int | None:
    """The number of dead of the first claim that counts them."""
    counted = _counts_dead(claims)
    numbers = [count.low for count in counted.counts if count.what == "killed" and count.low] if counted else []
    return max(numbers, default=None)


def governorate(claims: Sequence[Claim]) -> str | None:
    """Where the incident was, as the corpus writes it."""
    counted = _counts_dead(claims)
    return next(_governorates([counted] if counted else []), None) or next(_governorates(claims), None)


def _counts_dead(claims: Sequence[Claim]) -> Claim | None:
    return next((claim for claim in claims if any(count.what == "killed" for count in claim.counts)), None)


def _governorates(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        for told in claim.places:
            if told.place is not None and told.place.country == "SY" and told.place.admin1:
                name = told.place.admin1.lower()
                yield _WRITTEN.get(name, name)


def _marked(killed: Mapping[str, Any]) -> set[int]:
    both = int(killed["civilians"]) + int(killed["non_civilians"])
    return {both, both + int(killed["women"]) + int(killed["children"])}


if __name__ == "__main__":
    sys.exit(main())
