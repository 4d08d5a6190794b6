"""Why the mention of a study is one of a particular study, and not of studies in general or wished for."""

import re

from extract.rules.word_lists import holds_any
from extract.tuples.study.cues import StudyCues
from extract.tuples.study.mentions import StudyMention


def form_of(mention: StudyMention, progress_told: bool, names_trials: bool, cues: StudyCues) -> str | None:
    """Why the mention is a particular study; None for studies in general and wished-for ones."""
    if mention.trials:
        return None if _ORIGIN.search(mention.before) else "trial"
    particular = mention.sizes or (mention.phase and progress_told)
    if (
        (mention.before[-2:-1].isdigit() and _COUNTED.search(mention.before))
        or (holds_any(mention.before, _DENIED_CORES) and _DENIED.search(mention.before))
        or (not particular and cues.general.search(mention.before))
    ):
        return None
    clause = mention.after.split(";")[0]
    if cues.unreal.search(clause) or (not particular and _EXAMINATION.match(clause)):
        return None
    if mention.phase:
        return "phase"
    if mention.noun is None or (names_trials and mention.noun in PLURALS and not mention.sizes and not progress_told):
        return None  # announced, and told one by one
    decisive = mention.sizes or progress_told or cues.decisive.search(f"{mention.text} {clause[:60]}")
    return "design" if decisive or (_REPORTS.match(clause) and _INDEFINITE.search(mention.before)) else None


_ORIGIN = re.compile(r"\b(?:issue?s?|venus|venant|provenant)\s(?:de|du|des|d')\s?(?:l'|la )?(?:(?:essai|etude)s? )?$")
"""« les patients issus de l'essai X »: where the patients of the study told of here came from."""

PLURALS = frozenset({"essais", "etudes", "cohortes", "meta-analyses"})
"""« quatre études randomisées ont été retenues » announces studies that a text with names tells one by one."""


_COUNTED = re.compile(r"\(?\b(?:\d+|une?|deux|trois)\s$(?<=[;,(]\s\d\s)|[;(]\s?\d+\s$")
"""« (2 études, 506 participants) »: how many studies an estimate rests on, no study of its own."""

_DENIED = re.compile(
    r"\b(?:pas|absence|faute|manque)\s(?:encore\s|a ce jour\s)?(?:d'|de\s)(?:[a-z-]+\s){0,2}$"
    r"|\bsans\s(?:[a-z-]+\s){0,2}$"
    r"|\bn'(?:a|ont)\s(?:(?:pas|jamais|encore)\s){0,2}ete\s(?:compar|evalu|test|etudi)\w+(?!\sque\b)[^.;:]*$"
)
"""« pas d'essai », « aucun n'a été comparé au … dans un essai »: a study that does not exist."""

_DENIED_CORES = ("pas", "absence", "faute", "manque", "sans", "n'a", "n'ont")

_EXAMINATION = re.compile(r"\s(?:de (?:la|l'|cette?|ces|leurs?)|des)\s?(?!vie\b)[a-z]")
"""« l'étude de la peau lésionnelle », « la revue des dossiers »: something is looked at, no treatment tested."""

_INDEFINITE = re.compile(r"\b(?:une?|deux|trois|ce|cet|cette)\s(?:[a-z]+\s)?$")
_REPORTS = re.compile(
    r"[^.;]{0,30}\b(?:a|ont)\s(?:[a-z]+\s)?(?:montre|compare|evalue|confirme|suggere|teste|etudie|conclu|rapporte)"
)
