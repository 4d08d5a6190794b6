"""`result` rows in prose: every value on its arm, endpoint, time and trial."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.entities.model import PhaseMention, SampleSize
from extract.text.headings import run_in_label
from extract.text.model import Section, SectionKind, SourceText
from extract.tuples.across import pair_across
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.arms import place_arms
from extract.tuples.before_after import split_moves
from extract.tuples.carried_trials import in_each_trial, joint_trials, of_own_drug, told_by_trial, trials_of
from extract.tuples.casting import cast_contrasts, cast_members, without_baseline
from extract.tuples.cells import cut_cells
from extract.tuples.clauses import Clauses, read_clauses
from extract.tuples.company import company_of
from extract.tuples.context import Context
from extract.tuples.course import HEADING, heading_time, opening_time, study_course
from extract.tuples.definitions import defined_response, is_short_name
from extract.tuples.distribution import Listing
from extract.tuples.estimates import read_estimates, without_rough
from extract.tuples.frame import Frame
from extract.tuples.later_p import with_p_across
from extract.tuples.meant import efficacy_alone, meant_by, meant_in_order, told_in_order
from extract.tuples.memory import Memory
from extract.tuples.model import Draft
from extract.tuples.ordinals import tells_of_all
from extract.tuples.other_talk import names_no_result, without_other_talk
from extract.tuples.outcomes import Outcome, only_moment, outcome_of, sole_outcome
from extract.tuples.pairing import pair_alone
from extract.tuples.phases import phase_told
from extract.tuples.primary import assessment, names_primary, primary_endpoint
from extract.tuples.printed_p import assign_p
from extract.tuples.reference import with_theme
from extract.tuples.rows import Told, rows
from extract.tuples.series import Series, endpoints_told, group, spread
from extract.tuples.series_measures import goes_on, is_fragment, series_measure
from extract.tuples.timing import time_of
from extract.tuples.words import words
from schema.vocabulary import Measure

SILENT_SECTIONS = (
    SectionKind.FOREIGN_ABSTRACT,
    SectionKind.REFERENCES,
    SectionKind.DISCLOSURES,
    SectionKind.METHODS,
    SectionKind.TABLE,
    SectionKind.CHART,
)
"""Sections whose sentences state no result in prose: methods tell what was planned and who was studied, tables and
charts have rules of their own."""

_RESULTS_LABEL = re.compile(r"\s*(?:principaux )?r[ée]sultats?\b[^.:]{0,30}:", re.IGNORECASE)
"""« RÉSULTATS à S12 : » inside an abstract set as one paragraph."""
_BLOCK_BREAK = 2
"""Characters between two blocks: the first sentence of a block begins right behind them."""


def find_results(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """The results that the sentences of `doc` state; none where the text states none."""
    memory, section, kind, asked = Memory(), None, None, None
    told: list[Draft] = []  # in this block, until the block ends
    last_told = 0
    before: Frame | None = None
    for clauses, frame in zip(read_clauses(doc, context.rules_dir), context.frames, strict=True):
        last, before = before or frame, frame
        here = source.section_at(clauses.start)
        kind = _kind_of(here, section, kind, clauses.text)
        if here is not section or frame.indication != last.indication:
            memory = memory._replace(effect=None)
        section = here
        primary = primary_endpoint(clauses)
        if primary:
            memory = memory._replace(primary=primary)
        if response := defined_response(clauses):
            memory = memory._replace(response=response)
        if kind is SectionKind.METHODS and (visit := assessment(clauses)):
            memory = memory._replace(visits=(*memory.visits, visit))
        if course := study_course(clauses):
            memory = memory._replace(course=course)
        if kind in SILENT_SECTIONS or primary:
            continue
        block = source.text.rfind("\n\n", 0, clauses.start)
        if block != memory.block:
            memory = memory.in_block(block)
            yield from told
            told, last_told = [], 0
        if frame.drugs != memory.drugs:
            memory = memory._replace(arms=(), trials=(), drugs=frame.drugs)
        arms = last.arms if last.drugs == frame.drugs else frame.arms
        known = frame.cast
        cast = known if arms == known.arms else known._replace(arms=arms)
        drafts, memory = read_sentence(clauses, frame, cast._replace(topic=asked) if asked else cast, memory)
        asked = _asked_for(clauses, cast)
        memory = _announce(clauses, memory)
        memory = _with_time(clauses, memory, opens_block=clauses.start - block <= _BLOCK_BREAK)
        if last_told and drafts:
            paired, drafts = pair_across(told[-last_told:], drafts, context.controls)
            told[-last_told:], last_told = paired, len(paired)
        told = with_p_across(told, last_told, clauses, drafts)
        last_told = len(drafts) or last_told
    yield from told


def _with_time(clauses: Clauses, memory: Memory, *, opens_block: bool) -> Memory:
    """The time that a sentence gives to its paragraph, as its heading, or to the responses told next."""
    if opens_block and (time := heading_time(clauses)):
        return memory._replace(headed=time)
    if time := opening_time(clauses):
        return memory._replace(moment=time[0], moment_text=time[1])
    return memory


def _asked_for(clauses: Clauses, cast: Cast) -> Arm | None:
    """« Et le placebo ? »: the arm that the next sentence is about."""
    if len(clauses.text) > HEADING or not clauses.text.rstrip().endswith("?"):
        return None
    placed = place_arms(clauses, cast)
    return placed[0].arm if len(placed) == 1 and not words("verbs").search(clauses.text) else None


def _announce(clauses: Clauses, memory: Memory) -> Memory:
    """The one outcome that a sentence names; with the one time of a heading such as « PASI 75 à S16. »."""
    outcome = sole_outcome(clauses) if clauses.has("endpoint") else None
    time = only_moment(clauses) if clauses.has("timepoint") else None
    if outcome is None or time is None or len(clauses.text) > HEADING or words("verbs").search(clauses.text):
        told = (time, clauses.slice(time.start, time.end)) if outcome and time else None
        same = outcome == memory.announced and told == memory.announced_at
        return memory if same else memory._replace(announced=outcome, announced_at=told)
    return memory._replace(
        announced=outcome, outcome=outcome, moment=time, moment_text=clauses.slice(time.start, time.end)
    )


def _kind_of(
    here: Section | None, before: Section | None, kind: SectionKind | None, sentence: str
) -> SectionKind | None:
    """The kind of section a sentence stands in; « Résultats : » at its head counts where the layout hides it."""
    label = run_in_label(sentence)
    if label:
        return label[1]
    if _RESULTS_LABEL.match(sentence):
        return SectionKind.RESULTS
    return kind if here is before else (here.kind if here else None)


def read_sentence(clauses: Clauses, frame: Frame, cast: Cast, memory: Memory) -> tuple[list[Draft], Memory]:
    """The drafts of one sentence, and what it leaves to the next."""
    if not clauses.has("number", "fraction", "contrast", "sample_size"):
        return [], memory
    read = without_other_talk(clauses, without_rough(clauses, read_estimates(clauses)))
    estimates = split_moves(clauses, read)
    if not estimates:
        return [], memory
    placed = place_arms(clauses, cast)
    cast = with_theme(clauses, placed, cast)
    cells = cut_cells(clauses, estimates, placed, frame)
    known = Listing(
        topic=frame.cast.topic,
        known_arms=memory.arms or frame.arms,
        known_trials=frame.series if len(clauses.of("trial")) != 1 else (),
        known_endpoints=memory.endpoints,
    )
    series = group(clauses, cells, placed, known)
    printed = assign_p(clauses, series)
    telling: list[Told] = []
    previous, outcomes = Memory(), list(meant_in_order(clauses, series, memory))
    for one in series:
        if outcomes:
            previous = previous._replace(outcome=outcomes.pop(0))
        told, previous = _tell(clauses, one, series, placed, (frame, cast), previous, memory)
        telling += [told] if told else []
    drafts = [draft for told in telling for draft in rows(told._replace(p=printed))]
    controls = frozenset(p.arm.name for p in placed if p.arm.is_control)
    return pair_alone(drafts, controls), memory._replace(
        outcome=previous.outcome or memory.outcome,
        effect=previous.effect or memory.effect,
        order=told_in_order(series, [told.outcome for told in telling]),
        said=clauses.text,
        moment=previous.moment or memory.moment,
        moment_text=previous.moment_text or memory.moment_text,
        measure=previous.measure or memory.measure,
        arms=previous.arms or memory.arms,
        trials=_one_trial(drafts, previous.trials or memory.trials),
        endpoints=endpoints_told(series, known),
        by_trial=told_by_trial(drafts) or memory.by_trial,
    )


def _one_trial(drafts: Sequence[Draft], last: tuple[str, ...]) -> tuple[str, ...]:
    """The trials that a sentence leaves to the next: the last told, none where it told of several one by one."""
    return () if len({draft.trials for draft in drafts if draft.trials}) > 1 else last


def _tell(
    clauses: Clauses, one: Series, series: Sequence[Series], placed: Sequence[PlacedArm], scene: tuple[Frame, Cast],
    previous: Memory, memory: Memory,
) -> tuple[Told | None, Memory]:  # fmt: skip
    frame, cast = _at_own_phase(scene[0], clauses, one), scene[1]
    fallback = memory.primary.outcome if memory.primary and len(one.members) > 1 else None
    carried = previous.outcome or memory.outcome
    words_before = clauses.slice(one.start, one.cells[0].estimate.start)
    if carried or one.cells[0].estimate.contrast:
        carried = meant_by(words_before, carried, memory)
    carried = carried or fallback
    outcome = (
        outcome_of(clauses, one, placed, carried) or _announced(clauses, one, memory) or efficacy_alone(words_before)
    )
    if memory.primary and names_primary(clauses, one.end) and (not outcome or outcome.by_phrase):
        outcome, previous = memory.primary.outcome, previous.at_time_of(memory.primary)
    elif outcome and outcome.carried and memory.primary and carried is memory.primary.outcome:
        previous = previous.at_time_of(memory.primary)
    elif outcome and is_short_name(outcome) and (response := memory.meant_by_response):
        outcome, previous = response.outcome, previous.at_time_of(response)
    if outcome is None:
        return None, previous
    measure = series_measure(clauses, one, outcome) or _compared_measure(one, outcome, carried, memory)
    before = previous.measure or (memory.measure if is_fragment(clauses, one, outcome) else None)
    if before == "percent_change" and measure == "proportion" and goes_on(clauses, one, outcome):
        measure = before
    if one.members and (measure is None or _tells_who(clauses, one, outcome)):
        return None, previous
    one = spread(one, outcome.label) if outcome.by_phrase else one
    by_trial = () if placed or clauses.has("trial") else memory.by_trial
    company = company_of(clauses, one, series, placed, cast, previous.arms, memory.arms)
    parted = in_each_trial(without_baseline(one), cast.topic, by_trial)
    told_series = cast_contrasts(cast_members(parted, company), company)
    moment, texts = time_of(clauses, told_series, outcome, previous, memory)
    trials = trials_of(clauses, one, series, frame, (previous, memory))
    trials = trials if clauses.of("trial") else of_own_drug(trials, told_series, frame)
    joint = () if trials or clauses.of("trial") else joint_trials(told_series, frame)
    told = Told(
        told_series, outcome, measure, moment, trials or joint, bool(joint) or frame.pooled or tells_of_all(clauses),
        frame,
        clauses.start, clauses.end, {}, texts, _casting(told_series),
    )  # fmt: skip
    arms = tuple(m.arm for m in told_series.members if m.arm)
    text = texts.get(moment) if moment else None
    effect = previous.effect if outcome.kind == "event" else outcome
    return told, Memory(
        memory.block, outcome, moment, text, arms or previous.arms, trials, measure=measure, effect=effect
    )


def _compared_measure(one: Series, outcome: Outcome, carried: Outcome | None, memory: Memory) -> Measure | None:
    """What a contrast alone compares: the measure of the values that the sentence before told of the same outcome."""
    same = carried is not None and outcome.label == carried.label
    return memory.measure if same and not one.members else None


def _tells_who(clauses: Clauses, one: Series, outcome: Outcome) -> bool:
    """Whether a lone value of an outcome in the text's own words stands in a sentence about who was studied."""
    lone = outcome.by_phrase and not one.contrasts and len(one.members) == 1
    return lone and names_no_result(clauses)


def _at_own_phase(frame: Frame, clauses: Clauses, series: Series) -> Frame:
    """The frame at the phase told last before a series, where a sentence tells of two: « une phase II (60 patients)
    donnait 40 % ; la phase III a confirmé : 51 % »."""
    at = series.cells[0].estimate.start
    told = [m for m in clauses.of("phase") if m.start < at]
    phase = told[-1].value if told else None
    if clauses.of("trial") or not isinstance(phase, PhaseMention) or phase_told(clauses) is None:
        return frame
    if len(clauses.of("phase")) == 1:
        return frame
    sizes = [m.value for m in clauses.of("sample_size") if told[-1].end <= m.start < at]
    own = [size.n for size in sizes if isinstance(size, SampleSize) and not size.is_arm]
    return frame._replace(phase=phase.phase, n=own[0] if len(own) == 1 else None)


def _announced(clauses: Clauses, one: Series, memory: Memory) -> Outcome | None:
    """The outcome that the sentence before named alone, for shares and contrasts; a bare number may count anything.

    A contrast without any is one of the primary endpoint.
    """
    if names_primary(clauses):
        return None
    contrast, share = one.cells[0].estimate.contrast, one.cells[0].estimate.unit == "%"
    primary = memory.primary.outcome if memory.primary and contrast else None
    return (memory.announced if contrast or share else None) or primary


def _casting(series: Series) -> str:
    if not series.members:
        return "contrast"
    if any(m.by_order for m in series.members):
        return "in_order"
    if all(m.at_hand for m in series.members):
        return "named_arms"
    return "carried_arm"
