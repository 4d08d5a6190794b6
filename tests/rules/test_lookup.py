"""What a name stands for: one entry, several, or none."""

import pytest

from extract.rules import load_rules
from extract.rules.lookup import entries_named


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dupixent", [("drug", "dupilumab")]),
        ("dupixent", [("drug", "dupilumab")]),
        ("anti IL23", [("drug class", "anti-IL-23")]),
        ("UVB-TL01", [("procedure", "photothérapie UVB")]),
        ("interleukine 31", [("target", "IL-31")]),
        ("acné", [("disease", "acné"), ("endpoint", "acné")]),
        ("psoriasis area and severity index", [("scale", "PASI")]),
        ("guéris", [("endpoint", "guérison")]),
        ("solo-1", [("trial", "SOLO 1")]),
        ("excipient", [("control arm", "véhicule")]),
        ("per os", [("route", "orale")]),
        ("zorbatinib", []),
        ("  ", []),
    ],
)
def test_entries_named(name: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.kind, found.name) for found in entries_named(load_rules(), name)] == expected
