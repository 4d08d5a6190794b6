"""A control's value told in a sentence of its own: « …, 10 % sous X. Sous placebo, 52 % des malades ont rechuté. »"""

from collections.abc import Sequence

from extract.tuples.distribution import BASELINE
from extract.tuples.model import Draft
from extract.tuples.pairing import may_face


def pair_across(
    before: Sequence[Draft], now: Sequence[Draft], controls: frozenset[str]
) -> tuple[list[Draft], list[Draft]]:
    """The drafts of two sentences in a row, a lone value of a control joined to those of the treatment beside it.

    Whichever comes first, the treatment's drafts take the control as their comparator and the control's goes. Nothing
    changes where either sentence compares for itself, or where endpoint, unit, time or trial differ.

    >>> from extract.tuples.model import ArmValue
    >>> def draft(drug, value): return Draft("result", "r", 0.9, 0, 9, drug=drug, endpoint="EVA", arm=ArmValue(value))
    >>> before, now = pair_across([draft("dapsone", 10)], [draft("placebo", 52)], frozenset({"placebo"}))
    >>> [(d.drug, d.arm.value, d.comparator, d.comparator_arm.value) for d in before], now
    ([('dapsone', 10, 'placebo', 52)], [])
    """
    if _is_of_control(now, controls) and _may_take(before, now[0], controls):
        return [_against(one, now[0]) for one in before], []
    if _is_of_control(before, controls) and _may_take(now, before[0], controls):
        return [], [_against(one, before[0]) for one in now]
    return list(before), list(now)


def _is_of_control(drafts: Sequence[Draft], controls: frozenset[str]) -> bool:
    return len(drafts) == 1 and _is_alone(drafts[0]) and drafts[0].drug in controls - {BASELINE.name}


def _is_alone(draft: Draft) -> bool:
    """Whether a draft holds the value of one arm and nothing else."""
    return draft.comparator is None and draft.arm.value is not None and draft.contrast is None


def _may_take(drafts: Sequence[Draft], control: Draft, controls: frozenset[str]) -> bool:
    """Whether all drafts are values of one treatment, or of doses of it, that the control's may be compared with."""
    one_treatment = len({draft.drug for draft in drafts}) == 1 and len({draft.dose for draft in drafts}) == len(drafts)
    return one_treatment and all(
        _is_alone(draft)
        and draft.drug not in controls
        and (draft.endpoint, draft.unit) == (control.endpoint, control.unit)
        and (None in (weeks := (draft.timepoint_weeks, control.timepoint_weeks)) or weeks[0] == weeks[1])
        and may_face(draft, control)
        for draft in drafts
    )


def _against(draft: Draft, control: Draft) -> Draft:
    return draft._replace(
        start=min(draft.start, control.start),
        end=max(draft.end, control.end),
        comparator=control.drug,
        comparator_arm=control.arm,
        p=draft.p or control.p,
        timepoint=draft.timepoint or control.timepoint,
        timepoint_weeks=draft.timepoint_weeks if draft.timepoint_weeks is not None else control.timepoint_weeks,
        trials=draft.trials or control.trials,
    )
