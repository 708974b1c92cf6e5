import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.S | re.M)


@pytest.fixture(scope="session")
def blocks():
    """The fenced blocks of a page that are in a language."""

    def of(page, language):
        text = (ROOT / page).read_text(encoding="utf-8")
        return [body for name, body in FENCE.findall(text) if name == language]

    return of
