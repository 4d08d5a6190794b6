from typing import Literal, get_args, get_origin, get_type_hints

from extract.query.record import COLUMNS, Record
from schema.evidence import EVIDENCE_COLUMNS, Evidence


def test_the_columns_are_those_of_the_contract() -> None:
    assert COLUMNS == EVIDENCE_COLUMNS


def test_the_types_are_those_of_the_contract() -> None:
    ours, contract = get_type_hints(Record), get_type_hints(Evidence)
    assert {name: _plain(ours[name]) for name in COLUMNS} == {name: _plain(contract[name]) for name in COLUMNS}


def _plain(hint: object) -> set[object]:
    """The types that a hint allows; a closed vocabulary counts as str."""
    parts = {hint} if get_origin(hint) is Literal or not get_args(hint) else set(get_args(hint))
    return {str if get_origin(part) is Literal else part for part in parts}
