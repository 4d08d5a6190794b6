"""fhir validated by fhir.resources (R5)."""

import io
import json
from typing import Any

from fhir.resources.bundle import Bundle

from extract.export.fhir import write_fhir
from extract.export.result import Written
from tests.export.records import record, responders


def bundle(*rows: Any) -> Any:
    """The Bundle of the rows, validated, as plain JSON."""
    out = io.BytesIO()
    write_fhir(rows, out)
    Bundle.model_validate_json(out.getvalue())
    return json.loads(out.getvalue())


def test_every_kind_of_result_is_valid() -> None:
    rows = [
        responders("r1", doi="10.1000/x", ci_low=25.0, ci_high=35.0),
        responders("r2", effect=None, effect_measure=None, comparator=None, comparator_value=None),
        responders("r3", measure="mean_change", unit="points", value=-5.2, effect_measure="MD", effect=-4.2),
        responders("r4", effect_measure="NNT", effect=5.0, p_operator="≤", review="accepted"),
        responders("r5", indication=None, dose=None, timepoint=None, passage="\x00=x\u202e"),
    ]
    entries = bundle(*rows)["entry"]
    assert [entry["resource"]["status"] for entry in entries] == ["draft", "draft", "draft", "active", "draft"]


def test_arms_and_contrast_are_statistics_with_their_intervals_and_p() -> None:
    treated, control, contrast = bundle(responders())["entry"][0]["resource"]["statistic"]
    assert (treated["quantity"]["value"], treated["sampleSize"]) == (29.8, {"knownDataCount": 221})
    assert (control["description"], control["quantity"]["value"]) == ("véhicule", 7.4)
    assert contrast["statisticType"]["coding"][0]["display"] == "Relative Risk"
    interval, p_value = contrast["attributeEstimate"]
    assert interval["range"] == {"low": {"value": 1.9}, "high": {"value": 8.4}}
    assert interval["level"] == 0.95
    assert p_value["quantity"] == {"value": 0.001, "comparator": "<"}


def test_rows_without_a_number_are_left_out_and_none_gives_a_valid_bundle() -> None:
    out = io.BytesIO()
    rows = [record(kind="study", drug="dupilumab"), responders(value=None, comparator_value=None, effect=None)]
    assert write_fhir(rows, out) == Written(0, {"no stated number for a drug on an endpoint": 2})
    assert bundle() == {"resourceType": "Bundle", "type": "collection"}
