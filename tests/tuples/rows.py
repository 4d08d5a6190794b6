"""A draft in one line, so that an example pairs a text with all that is read from it."""

from pathlib import Path

from extract.tuples.model import ArmValue, ContrastValue, Draft
from extract.tuples.results import find_results
from tests.tuples.reading import drafts_of


def told(text: str, rules_dir: Path | None = None) -> list[str]:
    """The results of a plain text, one line a row: « arm value vs comparator value | endpoint | time | trial | … ».

    Cells that are empty are left out; `rules_dir` holds a user's rules, laid over ours.
    """
    return [line(draft) for draft in drafts_of(find_results, text, rules_dir)]


def line(draft: Draft) -> str:
    """One draft: only its filled cells, numbers as short as they go."""
    arm = " ".join(filter(None, (draft.drug, f"({draft.dose})" if draft.dose else "", _value(draft.arm))))
    other = " ".join(filter(None, (draft.comparator, _value(draft.comparator_arm))))
    p = f"p {draft.p.operator} {draft.p.value:g}" if draft.p and draft.p.value is not None else ""
    cells = (
        f"{arm} vs {other}" if other else arm,
        draft.endpoint,
        draft.measure if draft.measure != "proportion" else "",
        draft.timepoint,
        ";".join(draft.trials),
        _contrast(draft.contrast),
        p,
    )
    return " | ".join(cell for cell in cells if cell)


def _value(arm: ArmValue) -> str:
    if arm.value is None:
        return ""
    high = f"-{arm.value_high:g}" if arm.value_high is not None else ""
    interval = f" [{arm.ci[0]:g}, {arm.ci[1]:g}]" if arm.ci else ""
    return f"{arm.value:g}{high}{interval}"


def _contrast(contrast: ContrastValue | None) -> str:
    if contrast is None or contrast.value is None:
        return ""
    interval = f" [{contrast.ci[0]:g}, {contrast.ci[1]:g}]" if contrast.ci else ""
    return f"{contrast.measure} {contrast.value:g}{interval}"
