"""The same reports, stored in any order, are the same events under the same ids."""

import random

import pytest

from bench.merging_scale import Made
from dateline.merging import merge
from dateline.store import Store

MADE = list(Made(48))


@pytest.mark.parametrize("order", range(10))
def test_the_events_of_a_corpus_do_not_depend_on_the_order_in_which_it_is_read(order, tmp_path):
    reports = {one.report.id: one.report for one in MADE}
    names = random.Random(order).sample(sorted(reports), k=len(reports))
    with Store.open(str(tmp_path / "made.db"), write=True) as store:
        for name in names:
            store.save(reports[name], [one.claim for one in MADE if one.claim.report == name], read_by="test")
        store.settle_events()
        stored = {event.id: event.claims for event in store.events()}
        assert store.verify().faults == []

    assert stored == {event.id: event.claims for event in merge(MADE)}
