"""A database with everything in it that there can be."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from made_records import camp_claims, make_claim, make_report, span

from dateline.records import Rejected, Report
from dateline.store import Store


@pytest.fixture
def full(address: str) -> Iterator[Store]:
    """Reports read and not, candidates dropped, claims and events reviewed in every way; suggestions; undone steps."""
    camp, told = make_report(), camp_claims(make_report())
    other = make_report("Update. " + camp.text, source="other.txt")
    german = make_report("Ein Konvoi kam \0 an.", source="konvoi\0.txt", language="de")
    with Store.open(address) as store:
        store.save(camp, told, "reader 1", camp.text.encode(), [_dropped(camp, "slip"), _dropped(camp, "camp")])
        store.save(german, [], None)
        ann = store.reviewer("Ann")
        ann.accept(next(store.events()).id, "sure")
        ann.edit(told[1].model_copy(update={"certainty": "probable"}), "weaker")
        ann.add(make_claim(camp, "statement", "said"), "missed")
        store.save(other, camp_claims(other), "reader 1")
        ann.reject(camp_claims(other)[1].id, "a copy")
        ann.reject(camp_claims(other)[0].id, "by mistake")
        ann.undo("not so")
        yield store


def _dropped(report: Report, word: str) -> Rejected:
    words = span(report.text, word)
    sentence = span(report.text, report.text.partition("\n")[0])
    return Rejected(report=report.id, kind="escape", trigger=words, sentence=sentence, score=0.3, reason="no_kind")
