"""One statement, several places: drafts that say the same are joined into one that knows where else it stands."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from extract.tuples.model import ArmValue, ContrastValue, Draft

T = TypeVar("T")


class Merged(NamedTuple):
    """A draft and the further passages (character ranges of the source text) that state the same."""

    draft: Draft
    also_at: tuple[tuple[int, int], ...] = ()


def merge(drafts: Sequence[Draft]) -> list[Merged]:
    """`drafts` in text order without repetitions: the fuller draft of two that agree leads and takes what it lacks.

    Values that stand in a table and again in the text, a mechanism told twice, a trial met again are one statement;
    two drafts that disagree in any filled cell stay two.

    >>> table = Draft("result", "table", 0.9, 50, 90, drug="abrocitinib", endpoint="EASI75", arm=ArmValue(70.3, n=226))
    >>> prose = Draft("result", "prose", 0.9, 10, 40, drug="abrocitinib", endpoint="EASI75", arm=ArmValue(70.3))
    >>> [(m.draft.rule, m.also_at) for m in merge([prose, table])]
    [('table', ((10, 40),))]
    """
    by_drug: dict[tuple[str, str | None], list[Merged]] = {}
    for draft in sorted(drafts, key=_text_order):
        merged = by_drug.setdefault((draft.kind, draft.drug), [])
        for index, earlier in enumerate(merged):
            if says_the_same(earlier.draft, draft):
                merged[index] = _join(earlier, draft)
                break
        else:
            merged.append(Merged(draft))
    return sorted((one for found in by_drug.values() for one in found), key=lambda one: _text_order(one.draft))


def says_the_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts state one thing: what identifies the statement agrees, and nothing contradicts."""
    if one.kind != other.kind or one.drug != other.drug or one.certainty != other.certainty:
        return False
    return _SAME[one.kind](one, other)


def _same_mechanism(one: Draft, other: Draft) -> bool:
    return one.target == other.target


def _same_study(one: Draft, other: Draft) -> bool:
    if one.trials and other.trials:  # a trial has one indication: another disease beside its name is an event
        return one.trials == other.trials and _agree(one.phase, other.phase)
    if one.trials != other.trials and not (_told_alike(one.phase, other.phase) or _told_alike(one.n, other.n)):
        return False  # « une cohorte rétrospective » beside a named trial is another study
    return (
        _agree(one.indication, other.indication, _overlapping_names)
        and _agree(one.phase, other.phase)
        and _agree(one.n, other.n)
        and (one.registry is None or other.registry is None or one.registry == other.registry)
        and one.status == other.status
    )


def _told_alike(one: T | None, other: T | None) -> bool:
    return one is not None and one == other


def _same_result(one: Draft, other: Draft) -> bool:
    return (
        (one.endpoint == other.endpoint or _same_estimate(one, other))
        and _agree(one.measure, other.measure)
        and _agree(one.comparator, other.comparator)
        and _agree(one.trials or None, other.trials or None)
        and _agree(one.timepoint_weeks, other.timepoint_weeks)
        and _agree(one.dose, other.dose, _overlapping_doses)
        and _agree(one.p, other.p)
        and _agree_in_all(one.arm, other.arm)
        and _agree_in_all(one.comparator_arm, other.comparator_arm)
        and _same_contrast(one.contrast, other.contrast)
        and _share_a_number(one, other)
    )


def _same_estimate(one: Draft, other: Draft) -> bool:
    """One contrast of one trial, to the last digit of its interval, is one estimate under two endpoint names."""
    if one.contrast is None or one.contrast.ci is None or not one.trials:
        return False
    return one.contrast == other.contrast and one.trials == other.trials


def _same_contrast(one: ContrastValue | None, other: ContrastValue | None) -> bool:
    if one is None or other is None:
        return True
    return one.measure == other.measure and _agree(one.value, other.value) and _agree(one.ci, other.ci)


def _share_a_number(one: Draft, other: Draft) -> bool:
    """A row with only an arm's value and a row with only a contrast are two rows, not halves of one."""
    if one.arm.value is not None and one.arm.value == other.arm.value:
        return True
    values = [draft.contrast.value if draft.contrast else None for draft in (one, other)]
    return values[0] is not None and values[0] == values[1]


def _agree(one: T | None, other: T | None, same: Callable[[T, T], bool] | None = None) -> bool:
    """Whether two cells do not contradict each other: either is empty, or they are equal (or `same`)."""
    if one is None or other is None:
        return True
    return one == other or (same is not None and same(one, other))


def _agree_in_all(one: ArmValue, other: ArmValue) -> bool:
    return one == other or all(map(_agree, one, other))


def _overlapping_names(one: str, other: str) -> bool:
    """« psoriasis » and « psoriasis en plaques » may be one disease told at two lengths."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)


def _overlapping_doses(one: str, other: str) -> bool:
    """« 300 mg » and « 300 mg toutes les 2 semaines » may be one dose; « 15 mg » and « 30 mg » are not."""
    first, second = (set(re.findall(r"\d+(?:[.,]\d+)?", dose)) for dose in (one, other))
    return first <= second or second <= first


def _join(earlier: Merged, draft: Draft) -> Merged:
    lead, rest = (earlier.draft, draft) if _filled(earlier.draft) >= _filled(draft) else (draft, earlier.draft)
    if lead.kind == "study" and earlier.draft.indication:
        lead = lead._replace(indication=earlier.draft.indication)
    place = (rest.start, rest.end)
    also_at = earlier.also_at if place == (lead.start, lead.end) else (*earlier.also_at, place)
    return Merged(_fill(lead, rest), tuple(sorted(dict.fromkeys(also_at))))


def _filled(draft: Draft) -> int:
    own = sum(cell not in _EMPTY for cell in draft)
    return own + sum(len(arm) - arm.count(None) for arm in (draft.arm, draft.comparator_arm))


_EMPTY = (None, ())


def _fill(lead: Draft, rest: Draft) -> Draft:
    """`lead` with its empty cells filled from `rest`; values of an arm only where the arm's own cells are empty."""
    filled = Draft._make(theirs if own in _EMPTY else own for own, theirs in zip(lead, rest, strict=True))
    return filled._replace(
        arm=_fill_arm(lead.arm, rest.arm),
        comparator_arm=_fill_arm(lead.comparator_arm, rest.comparator_arm),
        confidence=max(lead.confidence, rest.confidence),
    )


def _fill_arm(lead: ArmValue, rest: ArmValue) -> ArmValue:
    if None not in lead:
        return lead
    return ArmValue._make(theirs if own is None else own for own, theirs in zip(lead, rest, strict=True))


def _text_order(draft: Draft) -> tuple[int, int, str, str, str, str, float]:
    value = draft.arm.value if draft.arm.value is not None else -1.0
    cells = (draft.kind, draft.drug or "", draft.target or draft.endpoint or "", ";".join(draft.trials))
    return draft.start, draft.end, *cells, value


_SAME: dict[str, Callable[[Draft, Draft], bool]] = {
    "mechanism": _same_mechanism,
    "study": _same_study,
    "result": _same_result,
}
