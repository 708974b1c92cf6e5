from pathlib import Path

import pytest
import yaml

from dateline.intake import read_sources

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def manifest():
    return yaml.safe_load(Path(__file__).with_name("manifest.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def reports():
    """The reports of each example file, by file name."""
    return {file.name: list(read_sources([str(file)])) for file in sorted(EXAMPLES.iterdir())}


@pytest.fixture(scope="session")
def by_source(reports):
    """Each report by the name of its file, or by the id or address of its row."""
    return {report.source.rsplit("/examples/", 1)[-1]: report for of in reports.values() for report in of}


@pytest.fixture(scope="session")
def reader():
    from dateline.reading import open_reader

    return open_reader()


@pytest.fixture(scope="session")
def claims(by_source, reader):
    """The claims of each report, by the name of its file or the id of its row."""
    return {source: reader.read(report) for source, report in by_source.items()}
