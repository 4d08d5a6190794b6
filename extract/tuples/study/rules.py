"""The rule that reads studies: which drug, in which disease, at which phase, how far along, on how many patients."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc

from extract.entities.model import Disease, Drug, PhaseMention, Registry
from extract.entities.spans import finds_in, folded_of
from extract.rules.word_lists import holds_any
from extract.text.model import SectionKind, SourceText
from extract.tuples.arms import place_arms
from extract.tuples.clauses import read_clauses
from extract.tuples.context import Context, Frame
from extract.tuples.frame import KnownStudy
from extract.tuples.marking import Marked, mark, mark_sentence
from extract.tuples.model import Draft
from extract.tuples.study.cohorts import read_cohort
from extract.tuples.study.combined import Combination, combination_meant
from extract.tuples.study.cues import StudyCues, load_cues
from extract.tuples.study.drugs import Scene, drugs_of, drugs_told
from extract.tuples.study.forms import PLURALS, form_of
from extract.tuples.study.mentions import StudyMention, find_mentions, joined_behind
from extract.tuples.study.progress import status_of
from extract.tuples.study.trials import DocumentTrials, read_trials
from extract.tuples.trial_drugs import drugs_by_trial
from schema.vocabulary import Phase

LETTERS = {
    "drug": "d",
    "trial": "r",
    "phase": "p",
    "disease": "i",
    "sample_size": "n",
    "registry": "g",
    "control": "x",
}

CONFIDENCE = {"trial": 0.9, "phase": 0.8, "design": 0.7, "cohort": 0.7, "patients": 0.6, "under_study": 0.8}
"""The author's estimate of each form's precision, until gold has measured it (`extract/rules/confidence.yaml`)."""


class _Sentence(NamedTuple):
    """A sentence as the study rule sees it; `together` is the combination told of, `is_pointed_at` if in its words."""

    doc: Doc
    marked: Marked
    scene: Scene
    together: Combination | None
    is_pointed_at: bool
    paired: Mapping[str, str]  # trials that brackets tell with their drug

    def combined(self, drugs: tuple[str, ...]) -> tuple[str, ...]:
        """The combination that the sentence points at, or that the text goes on about, in place of its members."""
        if self.together is None:
            return drugs
        named = {arm.arm.name for arm in self.scene.named}
        goes_on = len(drugs) == 1 and drugs[0] in self.together.members and drugs[0] not in named
        return (self.together.name,) if self.is_pointed_at or goes_on else drugs


def find_studies(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """One draft a drug, indication, phase and trial that `doc` reports as a clinical study; none without a drug."""
    found = list(_found(doc, source, context))
    named = {(draft.drug, draft.phase) for _, draft in found if draft.trials}
    sure = {draft.drug for _, draft in found if draft.rule != "study.patients"}
    for announces, draft in found:
        if draft.rule == "study.patients" and draft.drug in sure:
            continue
        if not announces or (draft.drug, draft.phase) not in named:
            yield draft if draft.n else draft._replace(n=_size_told_later(draft, context.frames))


def _size_told_later(draft: Draft, frames: Sequence[Frame]) -> int | None:
    """« Un essai de phase II de X … Au total, 390 malades ont été randomisés »: the first size told of the study while
    the text goes on about it."""
    at = bisect_left(frames, draft.start, key=lambda frame: frame.start)
    if draft.status != "completed" or draft.drug is None or at == len(frames) or frames[at].n is not None:
        return None
    for frame in frames[at + 1 :]:
        if frame.drugs != (draft.drug,) or frame.trials != draft.trials:
            return None
        if frame.n is not None:
            return frame.n
    return None


def _found(doc: Doc, source: SourceText, context: Context) -> Iterator[tuple[bool, Draft]]:
    """All studies told, each with whether it announces several that the text may name elsewhere."""
    cues = load_cues(context.rules_dir)
    trials = read_trials(doc, context)
    controls, text = context.controls, folded_of(doc)
    section, announced, together = None, None, None
    for number, clauses in enumerate(read_clauses(doc, context.rules_dir)):
        here = source.section_at(clauses.start)
        if here is not section:
            section, announced, together = here, None, None
        if here is not None and here.kind is SectionKind.TABLE:
            continue
        folded, frame = text[clauses.start : clauses.end], context.frames[number]
        meant = combination_meant(doc, folded, context.frames, number)
        together = meant or (together if together and {*together.members}.issuperset(frame.drugs) else None)
        may_mention = cues.may_mention(clauses, folded)
        if not may_mention and not cues.may_tell_without_noun(clauses, folded):
            continue
        marked = mark_sentence(doc, clauses, LETTERS)
        mentions = find_mentions(marked, cues) if may_mention else []
        before = context.frames[number - 1] if number else Frame(0, 0)
        if not mentions:
            yield from ((False, draft) for draft in _without_noun(doc, marked, frame, before, context.rules_dir))
            continue
        scene = Scene(text, place_arms(clauses, frame.cast), frame, before, controls)
        paired = drugs_by_trial(clauses, scene.placed)
        sentence = _Sentence(doc, marked, scene, together, is_pointed_at=meant is not None, paired=paired)
        for place, mention in enumerate(mentions):
            earlier = mentions[place - 1] if place and not mentions[place - 1].trials else None
            shared = earlier.phase if earlier else announced if _ORDINAL.search(mention.before) else None
            free = all(each.trials for each in mentions[:place])
            unnamed = mention.phase is not None and not mention.trials
            joined = joined_behind(mentions, place)
            for draft in _drafts(mention, joined, shared, free, sentence, trials, cues):
                announces = unnamed and (mention.noun in PLURALS or mention.noun is None)
                yield announces and draft.status == "completed" and not draft.trials, draft
            if unnamed and mention.noun in PLURALS:
                announced = mention.phase


_ORDINAL = re.compile(r"\bl[ea] (?:premiere?|seconde?|deuxieme|troisieme),?\s(?:s'appelle |se nomme |est )?$")
"""« deux essais de phase III … le second, X »: X is one of those announced."""


def _drafts(
    mention: StudyMention,
    joined: Sequence[StudyMention],
    shared: Phase | None,
    may_mean_a_trial: bool,
    sentence: _Sentence,
    trials: DocumentTrials,
    cues: StudyCues,
) -> Iterator[Draft]:
    """The studies of one mention; `joined` are it and those listed behind it, whose status holds for all, `shared` is
    the phase of a mention before it that holds for named trials, too.

    `may_mean_a_trial` where no other study of the sentence stands between it and the trial told of before.
    """
    marked = sentence.marked
    statuses = [status_of(each, marked, sentence.doc) for each in joined]
    status, is_told = next((each for each in statuses if each[1]), statuses[0])
    form = form_of(mention, is_told, bool(trials.known), cues)
    if form is None:
        return
    phase = mention.phase or (shared if mention.trials else None)
    elsewhere = set() if phase else _phases_elsewhere(mention, marked)
    start, end = marked.offset(mention.start), marked.offset(mention.end)
    is_open = form == "design" and mention.noun in PLURALS
    names = _names(mention, trials)
    told = drugs_told(start, end, sentence.scene)
    is_own = bool(told) and mention.phase is None and not _THIS.search(mention.before)
    if not mention.trials and status == "completed" and may_mean_a_trial and not is_own:
        names = [_meant(mention, sentence.scene, trials)]
    for place, acronyms in enumerate(names):
        known = trials.known.get(acronyms[0]) if acronyms else None
        lexicon = trials.drug_of(acronyms[0]) if acronyms else None
        size = mention.sizes[place] if len(mention.sizes) == len(names) else next(iter(mention.sizes), None)
        drugs = drugs_of(start, told, sentence.scene, known, lexicon, is_review=_is_review(mention), is_open=is_open)
        drugs = tuple(sentence.paired[trial] for trial in acronyms if trial in sentence.paired) or drugs
        for drug in sentence.combined(drugs):
            yield Draft(
                kind="study",
                rule=f"study.{form}",
                confidence=CONFIDENCE[form],
                start=marked.start,
                end=marked.end,
                drug=drug,
                indication=_indication(mention, sentence),
                phase=phase or _phase_known(known, elsewhere, sentence.scene.frame.phase_of_all if acronyms else None),
                trials=acronyms,
                registry=_registry(mention, marked, place),
                status=status,
                n=size if size is not None else (known.n if known else None),
            )


def _phase_known(known: KnownStudy | None, elsewhere: set[Phase], of_all: Phase | None) -> Phase | None:
    """What is known of a trial's phase, else the phase of all; none that the sentence gives to another study."""
    return next((p for p in (known.phase if known else None, of_all) if p and p not in elsewhere), None)


def _is_review(mention: StudyMention) -> bool:
    return mention.noun is not None and mention.noun.startswith(("revue", "meta", "analyse"))


def _phases_elsewhere(mention: StudyMention, marked: Marked) -> set[Phase]:
    """The phases that other clauses of the sentence tell, of other studies."""
    low = marked.text.rfind(";", 0, mention.start) + 1
    high = marked.text.find(";", mention.end) % (len(marked.text) + 1)
    outside = marked.text[:low] + marked.text[high:]
    return {mention.phase for mention in marked.values(outside, PhaseMention)}


_THIS = re.compile(r"\bcett?e?\s$")
"""« cet essai » means the one told of, even where it names its arms again."""

_DEFINITE = re.compile(r"(?:^\W*|\b(?:cett?e?|l'|la|le|ce)\s?)$")


def _meant(mention: StudyMention, scene: Scene, trials: DocumentTrials) -> tuple[str, ...]:
    """The one trial told of that « cette étude de phase III » means; none for a study of its own (« une phase II »)."""
    told = scene.frame.trials or scene.before.trials
    if len(told) != 1 or not _DEFINITE.search(mention.before) or mention.noun in PLURALS:
        return ()
    known = trials.known.get(told[0])
    fits = known is None or known.phase is None or mention.phase in (None, known.phase)
    return told if fits else ()


def _names(mention: StudyMention, trials: DocumentTrials) -> Sequence[tuple[str, ...]]:
    """The trials of a mention one by one, together where they were pooled; one empty name where it names none."""
    if mention.noun and mention.noun.startswith("analyse") and len(mention.trials) > 1:
        return [mention.trials]
    return [(trial,) for trial in trials.expand(mention.trials)] or [()]


def _indication(mention: StudyMention, sentence: _Sentence) -> str | None:
    """The disease told with the mention, else before it in the sentence, else the one that held before or holds now."""
    marked, scene = sentence.marked, sentence.scene
    for text in (mention.after, mention.text, mention.before):
        if diseases := marked.values(text, Disease):
            return diseases[0].name
    if earlier := marked.values(marked.text[: mention.start], Disease):
        return earlier[-1].name
    is_of_others = bool(marked.values(marked.text[mention.end :], Disease))
    return (scene.before.indication if is_of_others else None) or scene.frame.indication


def _registry(mention: StudyMention, marked: Marked, place: int) -> str | None:
    found = marked.values(mention.text + mention.after, Registry)
    return found[place].number if len(found) == max(len(mention.trials), 1) else None


def _without_noun(doc: Doc, marked: Marked, frame: Frame, before: Frame, rules_dir: Path | None) -> Iterator[Draft]:
    """Studies that a sentence tells of without naming them as such."""
    cohort = None if frame.trials else read_cohort(marked, rules_dir)
    if cohort is None:
        yield from _under_study(doc, marked, before, load_cues(rules_dir))
        return
    form = "cohort" if cohort.is_sure else "patients"
    yield Draft(
        kind="study",
        rule=f"study.{form}",
        confidence=CONFIDENCE[form],
        start=marked.start,
        end=marked.end,
        drug=cohort.drug,
        indication=cohort.indication or frame.indication,
        status="completed",
        n=cohort.n,
    )


_SUBJECT = re.compile(rf"(?:^|[,;]\s)(?:l[ea] |l'|un |une )?(?P<drug>{mark('d')})[^.;⟨⟩]{{0,60}}$")


def _under_study(doc: Doc, marked: Marked, before: Frame, cues: StudyCues) -> Iterator[Draft]:
    """« Le rocatinlimab est à l'étude dans la pelade »: studies of a drug without any noun, one a disease."""
    cue = cues.under_study.search(marked.text) if holds_any(marked.text, cues.without_noun) else None
    if cue is None:
        return
    subject = _SUBJECT.search(marked.text[: cue.start()])
    drugs = marked.drug_names(subject["drug"]) if subject else []
    anaphor = cues.anaphor.search(marked.text[: cue.start()])
    if not drugs and anaphor:
        drugs = _last_named(doc, marked) if "dernier" in anaphor.group() else list(before.drugs[:1])
    diseases = dict.fromkeys(disease.name for disease in marked.values(marked.text[cue.end() :], Disease))
    for drug in drugs:
        for disease in diseases:
            yield Draft(
                kind="study",
                rule="study.under_study",
                confidence=CONFIDENCE["under_study"],
                start=marked.start,
                end=marked.end,
                drug=drug,
                indication=disease,
                status="ongoing",
            )


def _last_named(doc: Doc, marked: Marked) -> list[str]:
    """The drug that the text names last before the sentence: what « cette dernière molécule » means."""
    drugs = [f.value for f in finds_in(doc, "drug", 0, marked.start) if f.end <= marked.start]
    names = [drug.name for drug in drugs if isinstance(drug, Drug) and not drug.is_class]
    return names[-1:]
