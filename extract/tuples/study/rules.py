"""The rule that reads studies: which drug, in which disease, at which phase, how far along, on how many patients."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.text.model import SourceText
from extract.tuples.arms import place_arms
from extract.tuples.clauses import read_clauses
from extract.tuples.context import Context
from extract.tuples.marking import Marked, mark, mark_sentence
from extract.tuples.model import Draft
from extract.tuples.study.cues import StudyCues, load_cues
from extract.tuples.study.drugs import Scene, drugs_of
from extract.tuples.study.mentions import StudyMention, find_mentions
from extract.tuples.study.progress import status_of
from extract.tuples.study.trials import DocumentTrials, read_trials
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

CONFIDENCE = {"trial": 0.9, "phase": 0.8, "design": 0.7, "under_study": 0.8}
"""The author's estimate of each form's precision, until gold has measured it (`extract/rules/confidence.yaml`)."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as the study rule sees it."""

    doc: Doc
    marked: Marked
    scene: Scene


def find_studies(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """One draft a drug, indication, phase and trial that `doc` reports as a clinical study; none without a drug."""
    cues = load_cues()
    trials = read_trials(doc, context)
    for clauses, span in zip(read_clauses(doc), doc.sents, strict=True):
        frame = context.at(span.start_char)
        scene = Scene(doc.text, place_arms(clauses, frame.cast), frame, context.at(span.start_char - 1))
        sentence = _Sentence(doc, mark_sentence(doc, span, LETTERS), scene)
        mentions = find_mentions(sentence.marked, cues)
        for place, mention in enumerate(mentions):
            shared = mentions[place - 1] if place and not mentions[place - 1].trials else None
            yield from _drafts(mention, shared, sentence, trials, cues)
        if not mentions:
            yield from _under_study(sentence, cues)


def _drafts(
    mention: StudyMention, shared: StudyMention | None, sentence: _Sentence, trials: DocumentTrials, cues: StudyCues
) -> Iterator[Draft]:
    """The studies of one mention; `shared` is a mention before it whose phase holds for it, too."""
    marked = sentence.marked
    status = status_of(mention, marked, sentence.doc)
    form = _form(mention, status != "completed", cues)
    if form is None:
        return
    phase = mention.phase or (shared.phase if shared and mention.trials else None)
    elsewhere = _phases_elsewhere(mention, marked)
    start, end = marked.offset(mention.start), marked.offset(mention.end)
    names = _names(mention, trials)
    for place, acronyms in enumerate(names):
        known = trials.known.get(acronyms[0]) if acronyms else None
        lexicon = trials.drug_of(acronyms[0]) if acronyms else None
        size = mention.sizes[place] if len(mention.sizes) == len(names) else next(iter(mention.sizes), None)
        for drug in drugs_of(start, end, sentence.scene, known, lexicon, is_review=_is_review(mention)):
            yield Draft(
                kind="study",
                rule=f"study.{form}",
                confidence=CONFIDENCE[form],
                start=marked.start,
                end=marked.end,
                drug=drug,
                indication=_indication(mention, marked) or sentence.scene.frame.indication,
                phase=phase or (known.phase if known and known.phase not in elsewhere else None),
                trials=acronyms,
                registry=_registry(mention, marked, place),
                status=status,
                n=size if size is not None else (known.n if known else None),
            )


def _is_review(mention: StudyMention) -> bool:
    return mention.noun is not None and mention.noun.startswith(("revue", "meta", "analyse"))


def _phases_elsewhere(mention: StudyMention, marked: Marked) -> set[Phase]:
    """The phases that other clauses of the sentence tell, of other studies."""
    low = marked.text.rfind(";", 0, mention.start) + 1
    high = marked.text.find(";", mention.end) % (len(marked.text) + 1)
    outside = marked.text[:low] + marked.text[high:]
    return {span._.value.phase for span in marked.spans(outside, "p")}


def _names(mention: StudyMention, trials: DocumentTrials) -> Sequence[tuple[str, ...]]:
    """The trials of a mention one by one, together where they were pooled; one empty name where it names none."""
    if mention.noun and mention.noun.startswith("analyse") and len(mention.trials) > 1:
        return [mention.trials]
    return [(trial,) for trial in trials.expand(mention.trials)] or [()]


def _form(mention: StudyMention, under_way: bool, cues: StudyCues) -> str | None:
    """Why the mention is a particular study; None for studies in general and wished-for ones."""
    if mention.trials:
        return "trial"
    if _COUNTED.search(mention.before) or (cues.general.search(mention.before) and not mention.sizes):
        return None
    clause = mention.after.split(";")[0]
    if cues.unreal.search(clause):
        return None
    if mention.phase:
        return "phase"
    decisive = cues.decisive.search(f"{mention.text} {clause[:60]}") or mention.sizes or under_way
    told = _INDEFINITE.search(mention.before) and _REPORTS.match(clause)
    announced = mention.noun in _PLURALS and not mention.sizes and not under_way
    return "design" if mention.noun and (decisive or told) and not announced else None


_PLURALS = frozenset({"essais", "etudes", "cohortes", "meta-analyses"})
"""« l'évaluation repose sur trois études randomisées » announces studies that are told one by one."""


_COUNTED = re.compile(r"\(?\b(?:\d+|une?|deux|trois)\s$(?<=[;,(]\s\d\s)|[;(]\s?\d+\s$")
"""« (2 études, 506 participants) »: how many studies an estimate rests on, no study of its own."""

_INDEFINITE = re.compile(r"\b(?:une?|deux|trois|ce|cet|cette)\s(?:[a-z]+\s)?$")
_REPORTS = re.compile(
    r"[^.;]{0,30}\b(?:a|ont)\s(?:[a-z]+\s)?(?:montre|compare|evalue|confirme|suggere|teste|etudie|conclu)"
)


def _indication(mention: StudyMention, marked: Marked) -> str | None:
    for text in (mention.after, mention.text, mention.before):
        if diseases := marked.spans(text, "i"):
            name: str = diseases[0]._.value.name
            return name
    return None


def _registry(mention: StudyMention, marked: Marked, place: int) -> str | None:
    found = [*marked.spans(mention.text, "g"), *marked.spans(mention.after, "g")]
    if len(found) == max(len(mention.trials), 1):
        number: str = found[place]._.value.number
        return number
    return None


def _under_study(sentence: _Sentence, cues: StudyCues) -> Iterator[Draft]:
    """« Le rocatinlimab est à l'étude dans la pelade »: studies of a drug without any noun, one a disease."""
    marked = sentence.marked
    cue = cues.under_study.search(marked.text)
    if cue is None:
        return
    subject = re.search(
        rf"(?:^|[,;]\s)(?:l[ea] |l'|un |une )?(?P<drug>{mark('d')})[^.;⟨⟩]{{0,60}}$", marked.text[: cue.start()]
    )
    drugs = marked.drug_names(subject["drug"]) if subject else []
    if not drugs and cues.anaphor.search(marked.text[: cue.start()]) and len(sentence.scene.before.drugs) == 1:
        drugs = list(sentence.scene.before.drugs)
    diseases = dict.fromkeys(span._.value.name for span in marked.spans(marked.text[cue.end() :], "i"))
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
