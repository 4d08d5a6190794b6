"""Which treatment a sentence is about: its theme, what patients were given, or the drug of a trial that it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.folding import fold_lower
from extract.entities.model import Trial
from extract.rules.word_lists import any_of, read_word_lists
from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.compared import is_compared
from extract.tuples.cue import Cue
from extract.tuples.enrolment import enrolled
from extract.tuples.frame import Frame
from extract.tuples.talk import read_talk

_COMPARISON_WITH = re.compile(
    r"\b(?:comparaison (?:\w+ )?(?:à|avec|aux?)|que (?:celles?|celui|ceux) d(?:e|u|['’]))\s?(?:la\s|le\s|l['’])?$",
    re.IGNORECASE,
)
"""« une comparaison prospective à l'A », « plus longue que celle de l'A »."""
_POSSESSIVE = re.compile(r"\s*(?:son|sa|ses)\s", re.IGNORECASE)
"""« Sa demi-vie, plus longue que celle de X, … »: the sentence goes on about what was told of before."""
_THEME = 60
"""Characters within which the theme of a French sentence has been named, adverbials before it included."""


@dataclass(frozen=True, slots=True, eq=False)
class TopicCues:
    """What tells whom and what a sentence is about, by the words of `extract/rules/talk.yaml` and `study.yaml`.

    `earlier` makes what stands behind it a treatment of before the study, no theme of it (« Traitements antérieurs :
    méthotrexate 40 % »); `tested` stands right before the drug that a trial not told of before tests (« X a tiré au
    sort 80 enfants entre une crème d'A »), `shared_out` before all arms, be they classes (« randomisés entre X et des
    corticoïdes »); `blamed` says that the drugs caused the disease; `study_noun` is for folded text.
    """

    comparator_theme: Cue
    earlier: Cue
    enrolment: re.Pattern[str]
    giving: re.Pattern[str]
    tested: re.Pattern[str]
    shared_out: Cue
    study_noun: re.Pattern[str]
    blamed: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> TopicCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    received, dealt = ("received", "receiving", "receive"), ("shared_out", "shares_out")
    nouns = any_of(read_word_lists("study.yaml", rules_dir)["nouns"])
    article = r"(?:une?\s\w+\sd(?:e|['’])\s?)?(?:la\s|le\s|l['’]|du\s)?"
    return TopicCues(
        comparator_theme=Cue(
            rf"{talk.any('comparators', 'reference')}|{talk.any('groups')} {talk.any('controls')}",
            talk.told_by("comparators", "reference", "controls"),
        ),
        earlier=Cue(rf"{talk.any('earlier', 'before')}[^,;.]*$", talk.told_by("earlier", "before")),
        enrolment=re.compile(
            rf"{talk.any(*dealt, 'enrolled', 'enrols', 'conducted', *received)}|\bchez \d", re.IGNORECASE
        ),
        giving=re.compile(talk.any("treating", *received), re.IGNORECASE),
        tested=re.compile(
            rf"(?:{talk.any(*dealt)}[^.;:]{{0,60}}?\b(?:entre|recevoir)|{talk.any('tests')})\s{article}$", re.IGNORECASE
        ),
        shared_out=Cue(rf"{talk.any(*dealt)}[^.;]{{0,40}}\bentre\b", talk.told_by(*dealt)),
        study_noun=re.compile(rf"\b(?:{nouns}|phases?)\b"),
        blamed=Cue(
            rf"{talk.any('medicines')}\b[^.;,:()]{{0,25}}\b{talk.any('blamed', 'guilty')}", talk.told_by("medicines")
        ),
    )


def names_study(clauses: Clauses) -> bool:
    """Whether a sentence names a study or how its patients came into it: « chez 60 malades », « un essai »."""
    cues = load_cues(clauses.rules_dir)
    return bool(cues.study_noun.search(fold_lower(clauses.text)) or cues.enrolment.search(clauses.text))


def turn_to_topic(
    frame: Frame, clauses: Clauses, placed: Sequence[PlacedArm], opens_block: bool, told: Sequence[str]
) -> Frame:
    """The frame once the sentence has said what it is about; `told` are the drugs named so far.

    A new treatment ends what held of the one before: its trials, arms, phase and size.
    """
    named = [p for p in placed if may_be_topic(clauses, p)]
    trials = [m.value for m in clauses.of("trial") if isinstance(m.value, Trial)]
    before = [frame.known(t.acronym) for t in trials]
    returning = next((s.drug for s in before if s and s.drug), None)
    subjects = [p for p in named if _is_subject(clauses, p)]
    if returning and subjects and _is_new_to(frame, trials, subjects[0], placed, returning):
        returning = None
    drug = returning or (subjects[0].arm.name if subjects else _drug_of_trial(told, trials))
    given = None if drug else enrolled(frame, clauses, named)
    drug = drug or given
    if drug is None and named and not frame.drugs and _is_about_treatment(clauses, named[0]):
        drug = named[0].arm.name
    if drug is None and any(frame.known(t.acronym) is None for t in trials):
        drug = next((p.arm.name for p in named if _is_tested(clauses, p)), None)
    if drug is None or frame.drugs == (drug,):
        return frame
    if not returning and not trials and not opens_block and any(a.name == drug for a in frame.arms):
        return frame
    unclaimed = bool(frame.trials) and all(s.drug is None for s in frame.studies if s.trial in frame.trials)
    waits = unclaimed or given or (frame.phase_open and not frame.trials)
    phase = frame.phase if frame.phase_open else frame.phase_of_drug(drug)
    kept = frame if waits else frame._replace(phase=phase, trials=(), series=(), n=None, registry=None)
    return kept._replace(drugs=(drug,), arms=(), comparators=(), sizes=())


def _is_about_treatment(clauses: Clauses, placed: PlacedArm) -> bool:
    """Whether a sentence that names a treatment first of all is about it: a study, a comparison, a value or a verb of
    giving stands beside it; in « les abus étaient liés à une psychothérapie » none does."""
    lead, after = clauses.slice(placed.start - _THEME, placed.start), clauses.slice(placed.end, placed.end + _THEME)
    cues = load_cues(clauses.rules_dir)
    beside = cues.giving.search(lead + after) or cues.enrolment.search(lead)
    beside = beside or cues.study_noun.search(fold_lower(clauses.text))
    return bool(beside or clauses.has("trial", "phase", "sample_size", "control", "dose", "number", "fraction"))


def _is_new_to(
    frame: Frame, trials: Sequence[Trial], subject: PlacedArm, placed: Sequence[PlacedArm], returning: str
) -> bool:
    """Whether the sentence is about a drug that its trials were not known for, and leaves out the one they were."""
    arms = {a.name for t in trials if (known := frame.known(t.acronym)) for a in known.arms}
    return subject.arm.name not in arms and all(p.arm.name != returning for p in placed)


def _drug_of_trial(told: Sequence[str], trials: Sequence[Trial]) -> str | None:
    """The drug of a trial known to the lexicon, where the document has spoken of that drug."""
    return next((t.drug for t in trials if t.drug in told), None)


def may_be_topic(clauses: Clauses, placed: PlacedArm) -> bool:
    """A drug by name, or one that the sentence opens with by reference (« Ce dernier, à la dose de … »)."""
    opens = placed.start - clauses.start < 3
    return (placed.named or opens) and not (placed.arm.is_control or placed.arm.is_class or placed.added)


def _is_subject(clauses: Clauses, placed: PlacedArm) -> bool:
    """Whether the arm opens the sentence or a clause of it as its theme, and is not what it is compared with."""
    lead = clauses.slice(clauses.start, placed.start)
    if len(lead) >= _THEME or any(0 <= placed.start - b.end <= 8 for b in clauses.comparisons):
        return False
    if is_compared(clauses, placed) or _POSSESSIVE.match(lead):
        return False
    if any(m.start < placed.start for m in clauses.of("number", "fraction", "contrast")):
        return False
    compares = load_cues(clauses.rules_dir).comparator_theme.search_in(clauses, clauses.start, placed.start)
    return not (compares or _is_of_before(clauses, placed) or _COMPARISON_WITH.search(lead))


def _is_of_before(clauses: Clauses, placed: PlacedArm) -> bool:
    """Whether the words before a treatment say that it was given before the study."""
    return load_cues(clauses.rules_dir).earlier.search_in(clauses, clauses.start, placed.start) is not None


def _is_tested(clauses: Clauses, placed: PlacedArm) -> bool:
    lead = clauses.slice(clauses.start, placed.start)
    return bool(load_cues(clauses.rules_dir).tested.search(lead)) and not (
        _is_of_before(clauses, placed) or is_compared(clauses, placed)
    )
