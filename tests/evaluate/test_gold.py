"""Gold files that cannot be used are named with file and line."""

from pathlib import Path

import pytest

from extract.evaluate.gold import GoldDocument, GoldError, GoldResult, read_gold
from tests.evaluate.rows import arm, gold


def test_slots_of_a_result() -> None:
    fact = arm("ruxolitinib", 30, value_high=40, versus=["véhicule", "excipient"], ci=None, p="<0.001", optional=True)
    assert gold(fact).results == (
        GoldResult(
            arm=("ruxolitinib",),
            measure="proportion",
            value=30.0,
            versus=("véhicule", "excipient"),
            endpoint=("PASI90",),
            value_high=40.0,
            p="<0.001",
            optional=True,
        ),
    )


def test_documents_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "a.pdf", "facts": []}\n\n{"doc": "b.pdf", "facts": []}\n', encoding="utf-8")
    assert read_gold(path) == (GoldDocument("a.pdf"), GoldDocument("b.pdf"))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 2: Expecting property name"),
        ('{"doc": "a.pdf"}', "line 2: a fact or document lacks the field 'facts'"),
        ('{"doc": "a.pdf", "facts": [{"kind": "claim"}]}', "line 2: unknown kind of fact 'claim'"),
        ('{"doc": "a.pdf", "facts": [{"kind": "study"}]}', "line 2: a fact or document lacks the field 'drug'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"doc": "a.pdf", "facts": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=complaint):
        read_gold(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"absent\.jsonl: cannot be read as a gold file"):
        read_gold(tmp_path / "absent.jsonl")
