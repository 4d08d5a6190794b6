"""Rows for the tests of the export formats."""

from typing import Any

from extract.query.record import Record


def record(row_id: str = "r1", **cells: Any) -> Record:
    """A row with the cells that it must have filled in."""
    must = {"document": "a.pdf", "page": 3, "passage": "Une phrase.", "kind": "result", "rule": "result.test"}
    return Record(**{"id": row_id, **must, **cells})


def responders(row_id: str = "r1", **cells: Any) -> Record:
    """« F-VASI75 à la semaine 24 : 29,8 % contre 7,4 % ; RR 4,0 (IC95 % 1,9-8,4) ; p < 0,001 »."""
    known = {
        "drug": "ruxolitinib",
        "dose": "1,5 % × 2/j",
        "indication": "vitiligo",
        "trial": "TRuE-V1",
        "year": 2022,
        "endpoint": "F-VASI75",
        "timepoint": "semaine 24",
        "timepoint_weeks": 24.0,
        "measure": "proportion",
        "value": 29.8,
        "unit": "%",
        "arm_n": 221,
        "comparator": "véhicule",
        "comparator_value": 7.4,
        "comparator_n": 109,
        "effect_measure": "RR",
        "effect": 4.0,
        "effect_ci_low": 1.9,
        "effect_ci_high": 8.4,
        "ci_level": 95.0,
        "p_operator": "<",
        "p_value": 0.001,
    }
    return record(row_id, **{**known, **cells})
