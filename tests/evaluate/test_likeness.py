"""What counts as the same, and what does not."""

import pytest

from extract.evaluate.likeness import same_dose, same_endpoint, same_name, same_number, same_time


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        (("placebo",), "excipient", True),
        (("adalimumab + méthotrexate",), "méthotrexate ; adalimumab", True),
        (("adalimumab + méthotrexate",), "adalimumab", False),
        (("photothérapie",), "photothérapie UVB", True),
        (("UVB",), "UVA1", False),
        (("baricitinib", "baricitinib + photothérapie"), "baricitinib", True),
        (("placebo",), None, False),
    ],
)
def test_names(wanted: tuple[str, ...], found: str | None, same: bool) -> None:
    assert same_name(wanted, found) is same


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("IGA0/1", "IGA 0/1", True),
        ("F-VASI75", "T-VASI75", False),
        ("survie globale", "survie sans progression", False),
        ("candidose orale", "candidoses orales", True),
        ("DLQI", None, False),
    ],
)
def test_endpoints(wanted: str, found: str | None, same: bool) -> None:
    assert same_endpoint((wanted,), found) is same


@pytest.mark.parametrize(
    ("a", "b", "same"), [(51.2, 51.0, True), (51.2, 50.9, False), (None, None, True), (0.0, None, False)]
)
def test_numbers(a: float | None, b: float | None, same: bool) -> None:
    assert same_number(a, b) is same


@pytest.mark.parametrize(
    ("wanted", "found", "same"), [(24, 26.07, True), (16, 12, False), (1, 1.2, True), (52, None, False)]
)
def test_times(wanted: float, found: float | None, same: bool) -> None:
    assert same_time(wanted, found) is same


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        ("300 mg toutes les 2 semaines", "300 mg", True),
        ("1,5 %", "1.5 %", True),
        ("4 mg", "2 mg", False),
        ("4 mg", None, False),
    ],
)
def test_doses(wanted: str, found: str | None, same: bool) -> None:
    assert same_dose(wanted, found) is same
