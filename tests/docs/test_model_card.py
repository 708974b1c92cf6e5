"""The model card tells of the weights that are shipped."""

from pathlib import Path

import pytest
import yaml

from dateline.reading.learned.encoder import WEIGHTS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "model-card.md").read_text(encoding="utf-8")
CARD = yaml.safe_load((WEIGHTS / "card.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", CARD["sha256"])
def test_each_file_of_the_weights_is_in_the_card_by_its_hash(file):
    assert f"| {file} |" in PAGE
    assert CARD["sha256"][file] in PAGE, "run: python -m training.model_card"


def test_all_that_is_shipped_stays_small():
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) < 40_000_000
