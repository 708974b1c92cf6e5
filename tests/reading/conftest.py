import datetime as dt
import hashlib

import pytest

from dateline.reading import open_reader
from dateline.records import Published, Report, report_id


def report_of(text, published=None, language="en"):
    return Report(
        id=report_id(text),
        source="test",
        text=text,
        language=language,
        published=Published(date=published, basis="given" if published else "unknown"),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retrieved=dt.datetime(2019, 10, 13, tzinfo=dt.UTC),
    )


@pytest.fixture(scope="session")
def reader():
    return open_reader()


@pytest.fixture(scope="session")
def read(reader):
    def claims(text, published=None):
        return reader.read(report_of(text, published))

    return claims


@pytest.fixture(scope="session")
def one(read):
    """The claim of that kind; of several, the one with that trigger."""

    def claim(text, kind, trigger=None, published=None):
        found = [c for c in read(text, published) if c.kind == kind and trigger in (None, c.trigger.text)]
        assert len(found) == 1, [(c.kind, c.trigger.text) for c in read(text, published)]
        return found[0]

    return claim
