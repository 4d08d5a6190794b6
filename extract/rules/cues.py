"""The cue files: expressions that point at an arm, or say how certain a statement is, each with its own examples."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import yaml

from extract.rules.model import ArmRole, CertaintyKind, CueGroup
from extract.rules.tables import RuleError
from extract.rules.yaml_files import load_yaml

CUE_FILES: dict[str, tuple[str, ...]] = {
    "arm_references.yaml": get_args(ArmRole),
    "certainty.yaml": get_args(CertaintyKind),
}
"""The cue files, and the roles that expressions are grouped by in each."""
_PARTS = ("forms", "examples", "counterexamples")


def read_cues(path: Path) -> tuple[CueGroup, ...]:
    """The cue groups of the YAML file at `path`, in file order.

    Raises RuleError where it is no YAML, or a group's role, parts or texts are not what the README says.
    """
    try:
        data = load_yaml(path.read_text(encoding="utf-8-sig"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise RuleError.at(
            path.name, line, "", f"not readable as YAML ({error.problem})", "check its indent"
        ) from error
    except UnicodeDecodeError as error:
        raise RuleError.at(path.name, 0, "", "the file is not UTF-8", "save it as UTF-8") from error
    except yaml.YAMLError as error:
        raise RuleError.at(path.name, 0, "", "not readable as YAML", "type the odd characters again") from error
    if not isinstance(data, Mapping) or not data:
        roles = ", ".join(CUE_FILES[path.name])
        raise RuleError.at(path.name, 0, "", "it holds no roles", f"start a line with one of {roles}:")
    return tuple(_group(path.name, role, parts) for role, parts in data.items())


def _group(file: str, role: object, parts: object) -> CueGroup:
    if not isinstance(role, str) or role not in CUE_FILES[file]:
        problem = "there is no such role"
        raise RuleError.at(file, 0, str(role), problem, f"choose from {', '.join(CUE_FILES[file])}")
    if not isinstance(parts, Mapping) or set(parts) != set(_PARTS):
        problem = "it does not hold just forms, examples and counterexamples"
        raise RuleError.at(file, 0, role, problem, "give the role these three lists")
    texts = {}
    for part in _PARTS:
        listed = parts[part]
        if not isinstance(listed, list) or not listed or not all(isinstance(t, str) and t.strip() for t in listed):
            problem = f"« {part} » is no list of texts"
            raise RuleError.at(file, 0, role, problem, "put each text on a line of its own after a dash, in quotes")
        texts[part] = tuple(listed)
    return CueGroup(role, texts["forms"], texts["examples"], texts["counterexamples"])


def lay_cues_over(ours: tuple[CueGroup, ...], theirs: tuple[CueGroup, ...]) -> tuple[CueGroup, ...]:
    """`ours` with the texts of `theirs` added to the group of the same role; new roles at the end."""
    groups = {group.role: group for group in ours}
    for group in theirs:
        mine = groups.get(group.role, CueGroup(group.role, (), (), ()))
        groups[group.role] = CueGroup(
            group.role,
            mine.forms + group.forms,
            mine.examples + group.examples,
            mine.counterexamples + group.counterexamples,
        )
    return tuple(groups.values())
