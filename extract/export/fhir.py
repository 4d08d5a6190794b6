"""fhir: a Bundle of FHIR R5 Evidence resources (https://hl7.org/fhir/R5/evidence.html), one a result row.

The arms' values and the contrast are statistics, intervals and p values their attribute estimates. Written as plain
JSON; the tests validate it with fhir.resources.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, BinaryIO
from uuid import NAMESPACE_URL, uuid5

from extract.export.result import Written
from extract.query.concordance import is_finding
from extract.query.phrases import phrase
from extract.query.record import Record
from schema.clean import for_terminal

Json = dict[str, Any]

STATISTIC = "http://terminology.hl7.org/CodeSystem/statistic-type"
ESTIMATE = "http://terminology.hl7.org/CodeSystem/attribute-estimate-type"
ROLE = "http://terminology.hl7.org/CodeSystem/variable-role"

STATISTIC_CODES = {
    "proportion": ("C44256", "Proportion"),
    "mean": ("C53319", "Mean"),
    "median": ("C28007", "Median"),
    "count": ("C25463", "Count"),
    "RR": ("C93152", "Relative Risk"),
    "OR": ("C16932", "Odds Ratio"),
    "HR": ("C93150", "Hazard Ratio"),
    "IRR": ("rate-ratio", "Incidence Rate Ratio"),
    "RD": ("0000424", "Risk Difference"),
    "MD": ("0000457", "Mean Difference"),
    "SMD": ("0000100", "Standardized Mean Difference"),
}
"""Codes of our measures in HL7's statistic-type; a measure without one stands as text."""

COMPARATORS = {"<": "<", "≤": "<=", "≥": ">=", ">": ">"}


def write_fhir(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write the Bundle; rows that state no number for a drug on an endpoint are left out and counted."""
    entries, left_out = [], Counter[str]()
    for record in records:
        statistics = _statistics(record) if is_finding(record) else []
        if statistics:
            entries.append({"fullUrl": f"urn:uuid:{_uuid(record)}", "resource": _evidence(record, statistics)})
        else:
            left_out["no stated number for a drug on an endpoint"] += 1
    bundle = {"resourceType": "Bundle", "type": "collection"} | ({"entry": entries} if entries else {})
    out.write((json.dumps(bundle, ensure_ascii=False, indent=1) + "\n").encode())
    return Written(len(entries), left_out)


def _evidence(record: Record, statistics: list[Json]) -> Json:
    source = _text(record.title or record.document)
    citation: Json = {"type": "citation", "label": f"p. {record.page}", "display": source}
    if record.doi:
        citation["document"] = {"url": f"https://doi.org/{record.doi}"}
    return {
        "resourceType": "Evidence",
        "id": _uuid(record),
        "identifier": [{"value": record.id}],
        "status": "active" if record.review in ("accepted", "corrected") else "draft",
        "title": _text(" ".join(phrase(record, heading) for heading in ("drug", "study", "endpoint")).strip()),
        "description": _text(record.passage),
        "relatedArtifact": [citation],
        "variableDefinition": _variables(record),
        "statistic": statistics,
    }


def _variables(record: Record) -> list[Json]:
    roles = (
        ("population", record.indication),
        ("exposure", phrase(record, "drug")),
        ("referenceExposure", record.comparator),
        ("measuredVariable", phrase(record, "endpoint")),
    )
    return [
        {"description": _text(what), "variableRole": {"coding": [{"system": ROLE, "code": role}]}}
        for role, what in roles
        if what
    ]


def _statistics(record: Record) -> list[Json]:
    """The treated arm, the comparator arm and the contrast, each where the row has its number."""
    arms = (
        (phrase(record, "drug"), record.value, (record.ci_low, record.ci_high), record.events, record.arm_n),
        (
            record.comparator,
            record.comparator_value,
            (record.comparator_ci_low, record.comparator_ci_high),
            record.comparator_events,
            record.comparator_n,
        ),
    )
    found = []
    for name, value, (low, high), events, n in arms:
        if value is not None and name:
            statistic = _statistic(name, record.measure, value, record.unit) | _counts(events, n)
            found.append(statistic | _attributes([_interval(low, high, record.ci_level)]))
    if record.effect is not None and record.effect_measure:
        against = f"{phrase(record, 'drug')} vs {record.comparator or '—'}"
        contrast = _statistic(against, record.effect_measure, record.effect)
        interval = _interval(record.effect_ci_low, record.effect_ci_high, record.ci_level)
        found.append(contrast | _attributes([interval, _p_value(record)]))
    elif found:
        found[0] |= _attributes([*found[0].get("attributeEstimate", []), _p_value(record)])
    return found


def _statistic(what: str, measure: str | None, value: float, unit: str | None = None) -> Json:
    quantity: Json = {"value": value}
    if unit == "%":
        quantity |= {"unit": "%", "system": "http://unitsofmeasure.org", "code": "%"}
    elif unit:
        quantity["unit"] = _text(unit)
    statistic: Json = {"description": _text(what), "quantity": quantity}
    if measure in STATISTIC_CODES:
        code, display = STATISTIC_CODES[measure]
        statistic["statisticType"] = {"coding": [{"system": STATISTIC, "code": code, "display": display}]}
    elif measure:
        statistic["statisticType"] = {"text": measure}
    return statistic


def _counts(events: int | None, n: int | None) -> Json:
    counts: Json = {} if events is None else {"numberOfEvents": events}
    return counts | ({} if n is None else {"sampleSize": {"knownDataCount": n}})


def _interval(low: float | None, high: float | None, level: float | None) -> Json | None:
    if low is None or high is None or low > high:
        return None
    estimate = _estimate("C53324", "Confidence interval") | {"range": {"low": {"value": low}, "high": {"value": high}}}
    return estimate | ({} if level is None else {"level": level / 100})


def _p_value(record: Record) -> Json | None:
    if record.p_value is None:
        return None
    comparator = COMPARATORS.get(record.p_operator or "")
    quantity: Json = {"value": record.p_value} | ({"comparator": comparator} if comparator else {})
    return _estimate("C44185", "P-value") | {"quantity": quantity}


def _estimate(code: str, display: str) -> Json:
    return {"type": {"coding": [{"system": ESTIMATE, "code": code, "display": display}]}}


def _attributes(estimates: list[Json | None]) -> Json:
    known = [estimate for estimate in estimates if estimate is not None]
    return {"attributeEstimate": known} if known else {}


def _uuid(record: Record) -> str:
    """The same row gets the same id in every export."""
    return str(uuid5(NAMESPACE_URL, f"extract:{record.id}"))


def _text(text: str) -> str:
    return " ".join(for_terminal(text).split())
