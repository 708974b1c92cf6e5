"""The reference pages say what the code says."""

import sys
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

import dateline.records as contract

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS))

from reference_pages import command_line, examples, kinds, records  # noqa: E402

MODELS = [value for value in vars(contract).values() if isinstance(value, type) and issubclass(value, BaseModel)]


@pytest.mark.parametrize("source", [records, kinds, command_line, examples], ids=lambda module: module.__name__)
def test_a_generated_page_is_the_one_that_the_code_gives(source):
    for path, text in source.pages().items():
        assert (DOCS / path).read_text(encoding="utf-8") == text, "run: python docs/generate.py"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_record_is_explained_and_no_other(model):
    assert set(records.meanings()[model.__name__]) == set(model.model_fields)


@pytest.mark.parametrize("record", records.RECORDS, ids=lambda record: record.__name__)
def test_the_schema_of_a_record_is_valid_json_schema(record):
    jsonschema.Draft202012Validator.check_schema(records.schema(record))


def test_the_schema_refuses_a_field_that_no_record_has():
    report = {"record": "report", "rumour": "unheard of"}
    messages = [
        error.message for error in jsonschema.Draft202012Validator(records.schema(contract.Report)).iter_errors(report)
    ]
    assert any("rumour" in message for message in messages)
    assert any("'text' is a required property" in message for message in messages)
