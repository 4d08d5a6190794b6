"""Rows of one sentence that stand alone and belong side by side: « 8 mg : 51 % ; 20 mg : 74 % ; placebo : 11 % »."""

from collections.abc import Iterable, Iterator, Sequence

from extract.tuples.model import Draft

Setting = tuple[str | None, str | None, str | None, float | None]
"""Endpoint, measure, unit and weeks: what two values must share to be compared."""


def pair_alone(drafts: Sequence[Draft], controls: frozenset[str]) -> list[Draft]:
    """`drafts` of one sentence, those without a comparator paired where one setting holds two arms, or doses and a
    control; `controls` are the arms of the sentence that are no treatment.

    A control's one value stands beside every treatment; as many values of two arms (of two trials, of two times) are
    paired in order. Everything else stays as it is.

    >>> from extract.tuples.model import ArmValue
    >>> def draft(drug, value): return Draft("result", "r", 0.9, 0, 9, drug=drug, endpoint="EVA", arm=ArmValue(value))
    >>> paired = pair_alone([draft("minoxidil", 51), draft("minoxidil", 74), draft("placebo", 11)], {"placebo"})
    >>> [(d.arm.value, d.comparator, d.comparator_arm.value) for d in paired]
    [(51, 'placebo', 11), (74, 'placebo', 11)]
    """
    alone: dict[Setting, list[Draft]] = {}
    for draft in drafts:
        if draft.comparator is None and draft.arm.value is not None and draft.drug is not None:
            alone.setdefault(_setting(draft), []).append(draft)
    paired: dict[int, Draft | None] = {}
    for group in alone.values():
        paired.update(_paired(group, controls) or _with_same_control(group, drafts, controls))
    kept = [paired.get(id(draft), draft) for draft in drafts]
    return _with_missing_values([draft for draft in kept if draft is not None], drafts)


def _with_missing_values(drafts: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """The drafts, a comparator without a value given the one that stood alone among those `told`: « A contre placebo :
    45 %, placebo 12 % »."""
    values = {(d.drug, _setting(d)): d for d in told if d.comparator is None and d.arm.value is not None}
    taken: set[int] = set()
    filled = []
    for draft in drafts:
        value = values.get((draft.comparator, _setting(draft)))
        if value and draft.arm.value is not None and draft.comparator_arm.value is None and may_face(draft, value):
            draft = draft._replace(comparator_arm=value.arm)
            taken.add(id(value))
        filled.append(draft)
    return [draft for draft in filled if id(draft) not in taken]


def _with_same_control(
    group: Sequence[Draft], drafts: Sequence[Draft], controls: frozenset[str]
) -> dict[int, Draft | None]:
    """The doses that stand alone beside one that is paired, « 51 % ; 74 % ; 79 % contre 11 % », by their ids."""
    setting = _setting(group[0])
    told = [d for d in drafts if d.comparator in controls and d.comparator_arm.value and _setting(d) == setting]
    doses = {draft.dose for draft in (*group, *told)}
    if len(told) != 1 or len(doses) <= len(group) or {d.drug for d in group} != {told[0].drug}:
        return {}
    return {
        id(one): one._replace(comparator=told[0].comparator, comparator_arm=told[0].comparator_arm)
        for one in group
        if one.trials == told[0].trials
    }


def _setting(draft: Draft) -> Setting:
    change = draft.measure in ("mean_change", "percent_change")
    return draft.endpoint, "mean" if change and draft.unit != "%" else draft.measure, draft.unit, draft.timepoint_weeks


def _paired(group: Sequence[Draft], controls: frozenset[str]) -> dict[int, Draft | None]:
    """Each draft of a group that is paired by its id: with its opposite, or None where it became one."""
    arms = list(dict.fromkeys(draft.drug for draft in group))
    against = [arm for arm in arms if arm in controls] or (arms[1:] if len(arms) == 2 else [])
    if len(against) != 1 or len(arms) < 2:
        return {}
    treated = [draft for draft in group if draft.drug != against[0]]
    opposite = [draft for draft in group if draft.drug == against[0]]
    one_for_all = len(opposite) == 1 and against[0] in controls
    if not one_for_all and (len(opposite) != len(treated) or len(arms) > 2):
        return {}
    opposites = opposite * len(treated) if one_for_all else opposite
    if not all(may_face(one, other) for one, other in zip(treated, opposites, strict=True)):
        return {}
    return dict(_facing(treated, opposites))


def may_face(one: Draft, other: Draft) -> bool:
    """Whether the two are of one trial, as far as it is told."""
    return not one.trials or not other.trials or one.trials == other.trials


def _facing(treated: Iterable[Draft], opposites: Iterable[Draft]) -> Iterator[tuple[int, Draft | None]]:
    for one, other in zip(treated, opposites, strict=True):
        yield id(one), one._replace(comparator=other.drug, comparator_arm=other.arm, p=one.p or other.p)
        yield id(other), None
