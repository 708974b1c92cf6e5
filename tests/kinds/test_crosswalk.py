import csv
import os
from pathlib import Path

import pytest

from dateline.kinds import load_catalogue

CONTRACT = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[3] / "shared")) / "spec" / "kinds.csv"


@pytest.mark.skipif(not CONTRACT.is_file(), reason="the contract's table of kinds is not beside the project")
def test_every_kind_and_its_crosswalk_are_those_of_the_contract():
    with CONTRACT.open(encoding="utf-8") as lines:
        told = {
            row["kind"]: (
                row["group"],
                row["plover"] or None,
                row["acled"] or None,
                row["cameo_root"] or None,
            )
            for row in csv.DictReader(lines)
        }

    ours = {k.name: (k.group, k.crosswalk.plover, k.crosswalk.acled, k.crosswalk.cameo) for k in load_catalogue()}

    assert ours == told
