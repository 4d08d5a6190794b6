"""How a sentence changes what holds: `advance` gives the frame at a sentence from that of the sentence before it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from extract.entities.model import Disease, Registry, SampleSize, Trial
from extract.tuples.added import load_cues as load_added
from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.arm_sizes import arm_sizes, updated_sizes
from extract.tuples.clauses import Clauses
from extract.tuples.compared import is_compared
from extract.tuples.cue import Cue
from extract.tuples.frame import Frame, KnownStudy
from extract.tuples.new_study import end_study
from extract.tuples.ordinals import opening_trial, tells_of_all, turns_to_all
from extract.tuples.phases import tell_phase
from extract.tuples.reference import reference_told
from extract.tuples.topic import load_cues, may_be_topic, names_study, turn_to_topic
from extract.tuples.trial_drugs import drugs_by_trial


def advance(frame: Frame, clauses: Clauses, placed: Sequence[PlacedArm], opens_block: bool) -> Frame:
    """The frame at a sentence, from that of the sentence before it."""
    named, trials = _named_so_far(frame, placed), _trials_named(clauses)
    placed = _studied(frame, clauses, placed)
    if trials or frame.untold:
        frame = _claim_untold(frame, clauses, placed, trials)
    if trials or placed:
        frame = turn_to_topic(frame, clauses, placed, opens_block, named)
    frame = end_study(_turn_to_trials(frame, clauses, trials), clauses)
    if clauses.has("phase"):
        frame = tell_phase(frame, clauses, placed)
    if clauses.has("disease"):
        frame = _tell_disease(frame, clauses, opens_block)
    if placed:
        frame = _tell_arms(frame, clauses, placed)
    if reference := reference_told(clauses, placed):
        frame = frame._replace(reference=reference)
    sizes = arm_sizes(clauses, placed) if placed else []
    if clauses.has("registry", "sample_size"):
        frame = _tell_size(frame, clauses, {at for _, _, at in sizes})
    if frame.trials or sizes or named is not frame.named:
        frame = frame._replace(
            named=named,
            sizes=updated_sizes(frame.sizes, sizes) if sizes else frame.sizes,
            studies=_known_now(frame, drugs_by_trial(clauses, placed)) if frame.trials else frame.studies,
        )
    return frame.at(clauses.start, clauses.end)


def _studied(frame: Frame, clauses: Clauses, placed: Sequence[PlacedArm]) -> Sequence[PlacedArm]:
    """The arms of a sentence without those that no group differs by: « Tous prenaient de la prednisone »."""
    if not placed:
        return placed
    if load_cues(clauses.rules_dir).blamed.search(clauses):
        return ()
    if frame.drugs and load_added(clauses.rules_dir).for_everyone.match(clauses.text):
        known = {*frame.drugs, *(a.name for a in frame.arms)}
        return [p for p in placed if p.arm.name in known or p.arm.is_control]
    return placed


def _named_so_far(frame: Frame, placed: Sequence[PlacedArm]) -> tuple[str, ...]:
    """The drugs that the document has named, those of this sentence last."""
    here = [p.arm.name for p in placed if p.named and not p.arm.is_control]
    return tuple(dict.fromkeys((*frame.named, *here))) if here else frame.named


_THERE = Cue(
    r"\by\s+(?:a|ont|est|sont|était|étaient|fut|furent|avai(?:t|ent)|recev\w+|prenai\w+|appliquai\w+|affront\w+|compar\w+"
    r"|(?:a|ont) (?:été )?\w+)\b|\bdans (?:cet essai|cette étude|cette cohorte)\b",
    "y dans",
)


def _claim_untold(frame: Frame, clauses: Clauses, placed: Sequence[PlacedArm], trials: Sequence[str]) -> Frame:
    """« X est une étude rétrospective. Trente malades y ont reçu l'A. »: the trial is of A, whatever was told before.

    What the sentence before named is told, or left open, once this sentence has been read.
    """
    untold = frame.untold
    drugs = [p.arm.name for p in placed if may_be_topic(clauses, p) and not is_compared(clauses, p)]
    known = {s.trial for s in frame.studies}
    fresh = tuple(t for t in trials if t not in known) if not drugs else ()
    frame = frame._replace(untold=fresh) if fresh != untold else frame
    if not untold or trials or not drugs or not _THERE.search(clauses):
        return frame
    studies = tuple(s._replace(drug=drugs[0]) if s.trial in untold else s for s in frame.studies)
    return frame._replace(studies=studies, drugs=(drugs[0],), arms=(), comparators=(), sizes=())


_ORIGIN = re.compile(
    r"\b(?:issue?s?|venus|venant|provenant|jumeau|jumelle|suite|sorti\w*|terminé)\s+(?:de|du|d['’]|à|des)?\s*"
    r"(?:l['’]|la\s|les\s)?(?:(?:essai|étude)s?\s)?$",
    re.IGNORECASE,
)
"""« les patients issus de X », « la sœur jumelle de X »: a trial that another one, told of here, goes back to."""


def _trials_named(clauses: Clauses) -> tuple[str, ...]:
    """The trials that a sentence tells of; those that its own go back to only where it names no others."""
    found = [m for m in clauses.of("trial") if isinstance(m.value, Trial)]
    if not found:
        return ()
    own = [m for m in found if not _ORIGIN.search(clauses.slice(m.start - 40, m.start))]
    return tuple(dict.fromkeys(m.value.acronym for m in own or found if isinstance(m.value, Trial)))


def _turn_to_trials(frame: Frame, clauses: Clauses, named: tuple[str, ...]) -> Frame:
    if not named and len(frame.series) > 1 and turns_to_all(clauses):
        return frame._replace(trials=frame.series, pooled=True)
    trials = named or (opening_trial(clauses.text, frame.series) if frame.series else ())
    if not trials:
        return frame
    series = named if len(named) > 1 else tuple(dict.fromkeys((*frame.series, *trials)))
    known = [s for t in trials if (s := frame.known(t))]
    phase = frame.phase if frame.phase_open else frame.phase_announced(frame.drugs)
    new = sum(frame.known(t) is None for t in trials)
    returns = len(trials) == 1 and bool(known)
    arms = known[0].arms if returns else frame.arms
    comparators = frame.comparators
    if frame.drugs and (returns or not comparators):
        comparators = tuple(dict.fromkeys(a.name for a in arms if a.name not in frame.drugs)) or comparators
    told = {s.phase for s in known if s.phase}
    pooled = len(named) > 1 and tells_of_all(clauses)
    return frame._replace(
            trials=trials, series=series, pooled=pooled, phase_open=max(0, frame.phase_open - new),
        phase=told.pop() if len(told) == 1 else phase, arms=arms or frame.arms, comparators=comparators,
        n=known[0].n if len(known) == 1 else None, registry=None,
        indication=next((s.indication for s in known if s.indication), frame.indication),
    )  # fmt: skip


_INDICATED = re.compile(
    r"(?:\bdans|atteinte?s? (?:d[’']|de|du)|souffran\w+ (?:d[’']|de|du)|\bayant|\bcontre|\bpour|\ben cas (?:d[’']|de)"
    r"|traite\w* (?:d[’']|de|du|la|le|l[’'])|formes?|poussées?|thérapeutique)\b[^.;:,()]{0,30}$",
    re.IGNORECASE,
)
"""Words before a disease that make it what is treated: « dans le vitiligo », « atteints de pelade »."""

_HEADING_CHARACTERS = 90
"""A block so short, without a full stop, is a heading: the disease that it names is its subject."""


_LABEL_END = re.compile(r"\s*(?:[.]\s*$|:\s|[–—]\s)")
"""« Urticaire. », « Acné : » at the head of a paragraph: a disease that labels what follows."""


def _tell_disease(frame: Frame, clauses: Clauses, opens_block: bool) -> Frame:
    """The disease under study: the first that is named as what is treated; any, where none was told before.

    « deux cas de DRESS », « une acné chez 16 % »: a disease named otherwise may be an event of the treatment.
    """
    diseases = [(m.start, m.value.name) for m in clauses.of("disease") if isinstance(m.value, Disease)]
    if not diseases:
        return frame
    label = clauses.of("disease")[0]
    opens_it = opens_block and label.start - clauses.start <= 2
    is_label = opens_it and _LABEL_END.match(clauses.slice(label.end, clauses.end)) is not None
    is_heading = is_label or (
        len(clauses.text.strip()) < _HEADING_CHARACTERS and not clauses.text.rstrip().endswith((".", ";"))
    )
    indicated = [name for start, name in diseases if is_heading or _INDICATED.search(clauses.slice(start - 45, start))]
    if not indicated and frame.indication:
        return frame
    return frame._replace(indication=(indicated or [diseases[0][1]])[0])


def _tell_arms(frame: Frame, clauses: Clauses, placed: Sequence[PlacedArm]) -> Frame:
    """The groups of the study, where the sentence names at least two, or one that the treatment is compared with."""
    present = [p for p in placed if p.named or p.arm.dose or " + " in p.arm.name]
    if not present:
        return frame
    cues = load_cues(clauses.rules_dir)
    compared = {p.arm.name for p in present if is_compared(clauses, p)}
    if frame.drugs and not clauses.has("number", "fraction") and cues.comparator_theme.search(clauses):
        compared |= {p.arm.name for p in present if p.arm.name not in frame.drugs}
    shared_out = bool(cues.shared_out.search(clauses))
    precise = [p.arm for p in present if shared_out or not p.arm.is_class or p.arm.name in compared]
    if not precise and not clauses.of("number", "fraction", "contrast") and not names_study(clauses):
        return frame  # « qui prescrit biothérapies et rétinoïdes »: classes named in passing are no groups
    distinct = _distinct(precise or [p.arm for p in present])
    if len(distinct) == 1 and (distinct[0].is_control or distinct[0].name in compared) and frame.drugs:
        topic = frame.cast.topic
        distinct = [topic, *distinct] if topic and topic.name != distinct[0].name else distinct
    if len(distinct) == 1 and present[0].added and frame.cast.topic:
        distinct = [frame.cast.topic, *distinct]
    if len(distinct) == 1 and distinct[0].name in frame.drugs:
        return _with_own_arm(frame, distinct[0])
    if len(distinct) < 2:
        return frame
    names = {a.name for a in distinct}
    head = next((d for d in frame.drugs if d in names), distinct[0].name)
    comparators = tuple(dict.fromkeys(a.name for a in distinct if a.name != head))
    distinct += [a for a in frame.arms if " + " in a.name and set(a.name.split(" + ")) <= names]
    drugs = frame.drugs or (() if distinct[0].is_control else (head,))
    return frame._replace(arms=tuple(distinct), comparators=comparators, drugs=drugs)


def _distinct(arms: Iterable[Arm]) -> list[Arm]:
    found: list[Arm] = []
    for arm in arms:
        if not any(arm.same_as(seen) for seen in found):
            found.append(arm)
    return found


def _with_own_arm(frame: Frame, arm: Arm) -> Frame:
    if any(a.same_as(arm) for a in frame.arms):
        return frame
    return frame._replace(arms=(arm, *frame.arms))


def _tell_size(frame: Frame, clauses: Clauses, of_arms: set[int]) -> Frame:
    registry = next((m.value.number for m in clauses.of("registry") if isinstance(m.value, Registry)), frame.registry)
    sizes = [
        m.value
        for m in clauses.of("sample_size")
        if isinstance(m.value, SampleSize) and not m.value.is_arm and m.start not in of_arms
    ]
    if sizes and (clauses.of("trial") or names_study(clauses)):
        told = sizes[-1] if len(clauses.of("phase")) > 1 else sizes[0]
        return frame._replace(n=told.n if len(sizes) == 1 or not clauses.of("trial") else frame.n, registry=registry)
    return frame._replace(registry=registry) if registry != frame.registry else frame


def _known_now(frame: Frame, paired: Mapping[str, str]) -> tuple[KnownStudy, ...]:
    """What is now known of all trials, for their next mention; `paired` are those told with their drug."""
    drug = frame.drugs[0] if len(frame.drugs) == 1 else None
    studies = {s.trial: s for s in frame.studies}
    for trial in frame.trials:
        old = studies.get(trial, KnownStudy(trial))
        studies[trial] = KnownStudy(
            trial, paired.get(trial) or old.drug or drug, old.phase or frame.phase,
            old.n or (frame.n if len(frame.trials) == 1 else None),
            old.indication or frame.indication, frame.arms or old.arms,
        )  # fmt: skip
    return tuple(studies.values())
