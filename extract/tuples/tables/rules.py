"""The rule that turns a result table into rows: each arm against the placebo or reference arm beside it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc

from extract.entities.model import PValue
from extract.entities.spans import folded_of, values_in
from extract.text.model import SourceText, TextTable
from extract.tuples.clauses import read_clauses
from extract.tuples.context import Context, Frame
from extract.tuples.model import ArmValue, ContrastValue, Draft, PrintedP
from extract.tuples.tables.axes import PAIR
from extract.tuples.tables.baselines import after, read_baselines
from extract.tuples.tables.grid import Grid, read_grids
from extract.tuples.tables.label import LabelArm
from extract.tuples.tables.labels import caption_contrast, read_caption
from extract.tuples.tables.measured import arm_value, measure_of
from extract.tuples.tables.observations import GroupKey, Observation, read_observations
from extract.tuples.tables.words import load_words

CONFIDENCE = 0.9
"""The author's estimate of a table row's precision, until gold has measured it (`extract/rules/confidence.yaml`)."""

_FOR_ALL = re.compile(r"tou(?:te)?s les|tou(?:te)?s\b|chaque|chacun|pour les (?:deux|trois)")


def find_table_results(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """The results that the tables of `source` hold; none from tables that describe patients before treatment."""
    words = load_words(context.rules_dir)
    for table, grid in read_grids(doc, source, words):
        corner = grid.head_words.get(grid.columns[0], "")
        caption = folded_of(doc)[slice(*table.caption)] if table.caption else ""
        if words.baseline_captions.search(caption) or words.baseline_captions.match(corner):
            continue
        setting = _setting(table, doc, source, context)
        observations = [_resolved(o, setting) for o in read_observations(grid, table, doc, source, words)]
        yield from _drafts([o for o in observations if o is not None], grid, setting)


class _Setting(NamedTuple):
    """What holds for a whole table: its drug and control, the frame of the text around it, a p for all comparisons."""

    drug: str | None
    control: LabelArm | None
    frame: Frame
    p_for_all: PrintedP | None
    of_contrasts: bool  # its caption tells of contrasts, or what its treatments are compared with
    together: tuple[frozenset[LabelArm], ...] = ()  # arms that stand together


def _setting(table: TextTable, doc: Doc, source: SourceText, context: Context) -> _Setting:
    frame = context.at(table.caption[0] if table.caption else table.start)
    caption = read_caption(doc, table.caption, load_words(context.rules_dir))
    told = caption.arms
    control = next((arm for arm in told if arm.is_control), None)
    if control is None and len(frame.comparators) == 1:
        control = LabelArm(frame.comparators[0], is_control=True)
    drugs = tuple(dict.fromkeys(arm.name for arm in told if arm.name and not arm.is_control)) or frame.drugs
    return _Setting(
        drugs[0] if len(drugs) == 1 else None, control, frame, _p_for_all(table, doc, context.rules_dir),
        caption_contrast(doc, table.caption) is not None or (caption.is_comparison and told[-1:] == (control,)),
    )  # fmt: skip


def _p_for_all(table: TextTable, doc: Doc, rules_dir: Path | None) -> PrintedP | None:
    """« p < 0,001 versus placebo pour toutes les comparaisons » in the notes, the caption or the sentence after."""
    for start, end in filter(None, (table.notes, table.caption, _sentence_after(table, doc, rules_dir))):
        if not _FOR_ALL.search(folded_of(doc)[start:end]):
            continue
        values = values_in(doc, "p_value", PValue, start, end)
        if len(values) == 1:
            return PrintedP(values[0].operator, values[0].value)
    return None


def _sentence_after(table: TextTable, doc: Doc, rules_dir: Path | None) -> tuple[int, int] | None:
    """The characters of the sentence that follows the table and its notes: « Tous les écarts sont significatifs. »"""
    end = max(table.end, table.notes[1] if table.notes else 0)
    following = next((s for s in read_clauses(doc, rules_dir) if s.start >= end and s.text.strip()), None)
    return (following.start, following.end) if following is not None else None


def _resolved(observation: Observation, setting: _Setting) -> Observation | None:
    """The observation with an unnamed arm (« Actif », a dose alone) given the drug of its trial, else the table's, or
    the table's control (« Comparateur »); None where there is no one drug."""
    arm = observation.arm
    if arm is None or arm.name is not None:
        return observation
    if arm.is_control:
        return observation._replace(arm=setting.control) if setting.control else None
    told = {setting.frame.drug_of(trial) for trial in observation.label.trials}
    drug = next(iter(told)) if len(told) == 1 else None
    drug = drug or setting.drug
    return observation._replace(arm=arm._replace(name=drug)) if drug else None


def _drafts(observations: Sequence[Observation], grid: Grid, setting: _Setting) -> Iterator[Draft]:
    compared = {a.name for o in observations if o.label.is_statistic and o.label.is_comparison for a in o.label.arms}
    references = {o.arm for o in observations if o.cell.is_reference or (o.arm and o.arm.name in compared)}
    has_arms = any(o.arm is not None for o in observations)
    baselines = {} if has_arms else read_baselines(observations)
    p_by_row = {} if has_arms else {o.row: o.cell.p for o in observations if o.cell.p}
    groups = _groups([o for o in observations if not o.label.is_baseline])
    together = dict.fromkeys(frozenset(o.arm for o in group if o.arm is not None) for group in groups)
    setting = setting._replace(together=tuple(together))
    for group in groups:
        for draft, lead in _compare(group, references, grid, setting):
            before = baselines.get(("row", lead.row)) or baselines.get(("column", lead.column))
            if before is None or draft.comparator:
                yield draft
            else:
                yield after(draft, before, p_by_row.get(lead.row))


def _groups(observations: Sequence[Observation]) -> list[list[Observation]]:
    """The observations that stand against each other; where a column has an arm again, it begins another group."""
    groups: dict[GroupKey, list[list[Observation]]] = {}
    for observation in observations:
        turns = groups.setdefault(observation.key, [[]])
        is_again = any(o.arm == observation.arm and o.row != observation.row for o in turns[-1])
        if is_again and observation.arm is not None and observation.key[0] == "column":
            turns.append([])
        turns[-1].append(observation)
    return [group for turns in groups.values() for group in turns]


def _compare(
    group: Sequence[Observation], references: set[LabelArm | None], grid: Grid, setting: _Setting
) -> Iterator[tuple[Draft, Observation]]:
    """One draft an arm of the group, against its reference arm, with the observation that leads it."""
    arms = list(dict.fromkeys(o.arm for o in group if o.arm is not None))
    if not arms:
        arms = [LabelArm(setting.drug)] if setting.drug else []
        group = [o._replace(arm=None if o.label.is_statistic else arms[0]) for o in group] if arms else []
    versus = next((o.versus for o in group if o.versus is not None), None)
    all_contrasts = versus is None and setting.of_contrasts and setting.control and _are_contrasts(group)
    reference = versus or (None if all_contrasts else _reference(arms, references, group, setting))
    treated = [arm for arm in arms if arm != reference] or arms[:1]
    studied = _studied(treated, setting) if reference and reference.is_control else None
    for arm in treated:
        own = [o for o in group if o.arm == arm]
        shared = [o for o in group if o.arm is None and _concerns(o, arm, reference, treated)]
        other = reference if reference != arm else None
        if all_contrasts or any(o.cell.versus is not None for o in own):
            other = setting.control
        told = _told(own, shared, group, other)
        if studied and arm.name != studied.name and told.contrast is None and told.p is None:
            mine = [o for o in group if o.arm == studied]
            arm, other, told = studied, arm, _told(mine, [], group, arm)
            own = mine
        draft = _draft(arm, other, told, grid, setting)
        if draft is not None:
            yield draft, (own or shared or group)[0]


def _are_contrasts(group: Sequence[Observation]) -> bool:
    """Whether each arm has but a contrast, and no control stands among them: « Différence par rapport au placebo »."""
    arms = [o for o in group if o.arm is not None]
    return bool(arms) and all(o.label.contrast and not (o.arm and o.arm.is_control) for o in arms)


def _studied(treated: Sequence[LabelArm], setting: _Setting) -> LabelArm | None:
    """The one arm of the drug under study, where the table sets another drug beside it, a comparator too."""
    arms = [arm for arm in treated if arm.name in setting.frame.drugs]
    names = {arm.name for arm in treated if arm.name}
    combined = {member for name in names for member in name.split(" + ")} != names
    return arms[0] if len(arms) == 1 and len(names) == 2 and not combined else None


def _reference(
    arms: Sequence[LabelArm], references: set[LabelArm | None], group: Sequence[Observation], setting: _Setting
) -> LabelArm | None:
    """The control arm; else the arm that a cell calls « référence » or a head compares with; else the second of two,
    where no third arm stands beside them elsewhere, whose value is but missing here."""
    named = {a.name for o in group if o.label.is_statistic and o.label.is_comparison for a in o.label.arms}
    for test in (
        lambda arm: arm.is_control,
        lambda arm: arm in references,
        lambda arm: arm.name in named and len(arms) > 2,
    ):
        if found := [arm for arm in arms if test(arm)]:
            return found[0]
    lacks_third = any(found > set(arms) for found in setting.together)
    return arms[1] if len(arms) == PAIR and not lacks_third else None


def _concerns(observation: Observation, arm: LabelArm, reference: LabelArm | None, treated: Sequence[LabelArm]) -> bool:
    """Whether a p or contrast that stands in no arm's row or column compares `arm` with `reference`."""
    named = [a.name for a in observation.label.arms if not a.is_control and a.name != (reference and reference.name)]
    return arm.name in named if named else len(treated) == 1


class _Told(NamedTuple):
    """What a group tells of one arm: its value, the reference's, the contrast between them, a p."""

    value: Observation | None
    against: Observation | None
    contrast: Observation | None
    p: PrintedP | None


def _told(
    own: Sequence[Observation], shared: Sequence[Observation], group: Sequence[Observation], reference: LabelArm | None
) -> _Told:
    """Of the arm's own observations and those it shares; an interval in a column of its own goes to its estimate."""
    value = next((o for o in own if _is_value(o) and measure_of(o)), None)
    contrast = next((o for o in (*own, *shared) if o.label.contrast and o.cell.value is not None), None)
    interval = next((o for o in (*own, *shared) if o.cell.value is None and o.cell.ci), None)
    if interval and contrast and contrast.cell.ci is None and contrast.column <= interval.column:
        contrast = contrast._replace(cell=contrast.cell._replace(ci=interval.cell.ci))
    elif interval and value and value.cell.ci is None:
        value = value._replace(cell=value.cell._replace(ci=interval.cell.ci, ci_named=True))
    against = next((o for o in group if reference and o.arm == reference and _is_value(o)), None)
    return _Told(
        value, against if value else None, contrast, next((o.cell.p for o in (*own, *shared) if o.cell.p), None)
    )


def _is_value(observation: Observation) -> bool:
    return not observation.label.is_statistic and observation.cell.value is not None


def _draft(arm: LabelArm, reference: LabelArm | None, told: _Told, grid: Grid, setting: _Setting) -> Draft | None:
    """The row of one arm; None where neither a value nor a contrast of it is told, or of nothing in particular."""
    lead = told.value or told.contrast
    if lead is None or not lead.label.outcome:
        return None
    measure = measure_of(told.value) if told.value else None
    label, frame = lead.label, setting.frame
    start, end = grid.row_range(lead.row)
    trials = label.trials or frame.trials
    return Draft(
        kind="result",
        rule="table.contrast" if told.value is None else "table.arms" if reference else "table.single",
        confidence=CONFIDENCE,
        start=start,
        end=end,
        drug=arm.name,
        dose=arm.dose,
        indication=label.indication or frame.indication,
        phase=label.phase or frame.phase_of(trials) or (frame.phase if frame.phase_open else None),
        trials=trials,
        endpoint=label.outcome,
        timepoint=label.timepoint,
        timepoint_weeks=label.weeks,
        measure=measure,
        unit="%" if measure in ("proportion", "percent_change") else None,
        n=None if told.value else label.n,
        arm=arm_value(told.value) if told.value else ArmValue(),
        comparator=_comparator(arm, reference),
        comparator_arm=_against(told),
        contrast=_contrast(told.contrast, measure),
        ci_level=_level(told),
        p=told.p or (setting.p_for_all if reference else None),
    )


def _against(told: _Told) -> ArmValue:
    """The reference's value: from its own cell, or from the arm's (« 45,4 vs 13,9 »)."""
    if told.against:
        return arm_value(told.against)
    return ArmValue(told.value.cell.versus) if told.value else ArmValue()


def _level(told: _Told) -> float | None:
    """The level of the row's intervals: as a cell names it, else the usual 95 %."""
    lead = told.contrast or told.value
    has_interval = (told.contrast and told.contrast.cell.ci) or (told.value and arm_value(told.value).ci)
    return (lead.cell.ci_level if lead else None) or (95.0 if has_interval else None)


def _comparator(arm: LabelArm, reference: LabelArm | None) -> str | None:
    if reference is None:
        return None
    return reference.dose or reference.name if reference.name == arm.name else reference.name


def _contrast(observation: Observation | None, measure: str | None) -> ContrastValue | None:
    if observation is None or observation.label.contrast is None:
        return None
    kind = observation.label.contrast
    if measure == "proportion" and "RD" in observation.label.other_contrasts:
        kind = "RD"
    elif kind == "RD" and measure not in (None, "proportion"):
        kind = "MD"
    return ContrastValue(kind, observation.cell.value, observation.cell.ci)
