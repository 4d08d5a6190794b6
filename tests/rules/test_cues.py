"""A user's cue file: added to ours, and refused with its place where it is wrong."""

from pathlib import Path

import pytest

from extract.rules import RuleError, load_rules

GROUP = "treated:\n  forms: [groupe verum]\n  examples: ['Le groupe verum.']\n  counterexamples: ['Il pleut.']\n"


def test_forms_are_added_to_ours(tmp_path: Path) -> None:
    (tmp_path / "arm_references.yaml").write_text(GROUP.replace("groupe verum", "groupe doré"), encoding="utf-8")
    ours, theirs = load_rules().arm_references, load_rules(tmp_path).arm_references
    assert [group.role for group in theirs] == [group.role for group in ours]
    assert theirs[0].forms == (*ours[0].forms, "groupe doré")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "arm_references.yaml: it holds no roles; start a line with one of treated, control"),
        ("- a\n", "arm_references.yaml: it holds no roles; start a line with one of treated, control"),
        ("treated: [a\n", "arm_references.yaml, line 2: not readable as YAML (expected ',' or ']', but got"),
        ("doré: {}\n", "arm_references.yaml, column « doré »: there is no such role; choose from treated, control"),
        (
            "treated:\n  forms: [a]\n",
            "arm_references.yaml, column « treated »: it does not hold just forms, examples and counterexamples; "
            "give the role these three lists",
        ),
        (
            GROUP.replace("[groupe verum]", "groupe verum"),
            "arm_references.yaml, column « treated »: « forms » is no list of texts; "
            "put each text on a line of its own after a dash, in quotes",
        ),
    ],
)
def test_wrong_file(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "arm_references.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    assert str(caught.value).startswith(message)


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "arm_references.yaml").write_bytes("treated: é".encode("latin-1"))
    with pytest.raises(RuleError, match="not UTF-8; save it as UTF-8"):
        load_rules(tmp_path)
