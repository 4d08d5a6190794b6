"""Stable ids: the same statement of the same file keeps its id over re-ingests and releases of the tool."""

import hashlib
from collections.abc import Iterable

from extract.tuples.model import Draft


def statement_ids(drafts: Iterable[Draft], sha256: str) -> list[str]:
    """One id of 16 hexadecimal digits a draft, in order; `sha256` is the document's digest.

    An id rests on the document and on what the row states (who, what, when, how much), not on the rule's name, the
    passage's place or the tool's version: a reworked rule that finds the same statement finds it under the same id, and
    a reviewer's decision stays with it. Two drafts of one content are told apart by their order.

    >>> one = Draft("mechanism", "rule a", 0.9, 10, 20, drug="baricitinib", target="JAK1")
    >>> other = Draft("mechanism", "rule b", 0.7, 80, 99, drug="baricitinib", target="JAK1")
    >>> statement_ids([one], "ab") == statement_ids([other], "ab")
    True
    >>> len(set(statement_ids([one, other], "ab")))
    2
    """
    seen: dict[str, int] = {}
    ids = []
    for draft in drafts:
        content = "\x1f".join((sha256, *_content(draft)))
        turn = seen[content] = seen.get(content, 0) + 1
        ids.append(hashlib.sha256(f"{content}\x1f{turn}".encode()).hexdigest()[:16])
    return ids


def _content(draft: Draft) -> tuple[str, ...]:
    """What identifies a row: cells that say which statement it is, not those that round it off."""
    if draft.kind == "mechanism":
        return "mechanism", draft.drug or "", draft.target or ""
    cells: tuple[str | None, ...]
    if draft.kind == "study":
        cells = (draft.drug, draft.indication, draft.phase, ";".join(draft.trials), draft.status)
        return "study", *(cell or "" for cell in cells)
    contrast = draft.contrast
    cells = (
        draft.drug, draft.dose, draft.comparator, draft.endpoint, _number(draft.timepoint_weeks),
        ";".join(draft.trials), draft.measure, _number(draft.arm.value), _number(draft.arm.value_high),
        _number(draft.comparator_arm.value), contrast.measure if contrast else None,
        _number(contrast.value) if contrast else None, draft.certainty,
    )  # fmt: skip
    return "result", *(cell or "" for cell in cells)


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.6g}"
