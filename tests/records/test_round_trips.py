import json

from hypothesis import given

from dateline.records import Claim, Report
from tests.records.strategies import claims, reports


@given(reports())
def test_a_report_survives_json_both_ways(report):
    assert Report.model_validate_json(report.model_dump_json()) == report


@given(claims())
def test_a_claim_survives_json_both_ways(made):
    _, claim = made

    assert Claim.model_validate_json(claim.model_dump_json()) == claim
    assert Claim.model_validate(json.loads(claim.model_dump_json())) == claim


@given(claims())
def test_every_span_of_a_claim_quotes_its_report(made):
    report, claim = made

    assert all(span.quotes(report.text) for span in claim.spans())
