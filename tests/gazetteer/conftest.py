import pytest

from dateline.gazetteer import open_gazetteer
from tests.gazetteer.small_world import small_gazetteer


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory):
    with small_gazetteer(tmp_path_factory.mktemp("gazetteer")) as opened:
        yield opened


@pytest.fixture(scope="session")
def world():
    """The gazetteer that users have, from the cache; built where it is not there yet."""
    with open_gazetteer() as opened:
        yield opened
