import subprocess
import sys

import pytest
from pydantic import ValidationError

from dateline.records import Report, claim_id, report_id

TEXT = "Guards at the river post fled before dawn."


def test_ids_are_the_ones_written_down_here_once_and_for_all():
    assert report_id(TEXT) == "r_e0f4455b6faba17c"
    assert claim_id("r_e0f4455b6faba17c", "escape", 25, 29) == "c_c2fd4aea30fa8fc7"


def test_ids_are_the_same_in_another_process_with_another_hash_seed():
    code = f"from dateline.records import report_id; print(report_id({TEXT!r}))"

    said = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": "77"}, capture_output=True, text=True, check=True
    )

    assert said.stdout.strip() == report_id(TEXT)


def test_claims_that_differ_in_kind_or_trigger_differ_in_id():
    ids = {
        claim_id("r_e0f4455b6faba17c", kind, start, start + 4) for kind in ("escape", "movement") for start in (25, 26)
    }

    assert len(ids) == 4


def test_a_report_under_an_id_that_is_not_its_texts_is_refused():
    with pytest.raises(ValidationError, match="does not belong to its text"):
        Report(
            id="r_0000000000000000",
            source="a",
            language="en",
            text=TEXT,
            sha256="0" * 64,
            retrieved="2019-10-13T00:00:00Z",
        )
