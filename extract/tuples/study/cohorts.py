"""Studies told without a word for study: « Nous avons traité 48 patients par … », « Une équipe rapporte 22 cas »."""

import re
from dataclasses import dataclass

from extract.entities.model import Disease
from extract.tuples.marking import Marked, mark
from extract.tuples.study.sizes import COUNT, number_told

_TOLD_BY = (
    r"\b(?:nous|on|equipe|equipes|auteurs|service|centre|collegues|lettre|travail|article|auteure|publication|communication)\b[^.;⟨⟩]{0,60}"
    r"\b(?:suivi|inclus|traite|revu|collige|analyse|etudie|rapport\w+|decri\w+|publi\w+|observ\w+)\b"
)
_GIVEN = (
    r"\b(?:traitee?s? par|recevant|sous|ayant recu|qui ont recu|mis(?:es)? sous|par)\s"
    r"(?:le |la |l'|du |de l'|de la |un |une )?"
)
_TREATED = re.compile(
    rf"(?:{_TOLD_BY}|\bvie reelle\b)[^.;⟨⟩]{{0,40}}?{COUNT}(?P<patients>[^.;]{{0,90}}?){_GIVEN}(?P<drug>{mark('d')})"
)
_IN_REAL_LIFE = re.compile(
    rf"(?P<drug>{mark('d')})(?P<patients>[^.;]{{0,60}}\bvie reelle\b[^.;%]{{0,80}})\b(?:chez|sur|aupres de)\s{COUNT}"
)


_DRUG = rf"(?:l[ae]s? |l'|un |une |du |de l'|de la )?(?:[a-z]+ (?:de |d'|du ))?(?P<drug>{mark('d')})"
_TRIED = re.compile(
    rf"(?P<drug>{mark('d')})(?P<patients>[^.;⟨⟩]{{0,80}})\b(?:a|ont) ete "
    r"(?:juge|essaye|evalue|teste|donne|administre|applique|etudie|compare|mis a l'epreuve)e?s?\b[^.;]{0,60}?"
    rf"\b(?:chez|sur|aupres de)\s{COUNT}"
)
_AMONG = re.compile(
    rf"(?:^|[.;:,]\s)\W*(?:chez|parmi|sur)\s{COUNT}(?P<patients>[^.;:%]{{0,90}}),\s{_DRUG}"
    r"(?=[^.;]{0,60}\b(?:a|ont|avait|avaient|fait|faisait|reduit|reduisait|ameliore|ameliorait)\b)"
)
_SHARED_OUT = re.compile(
    rf"{COUNT}(?P<patients>[^.;:%]{{0,90}})\b(?:randomises|randomisees|tires au sort|repartis)\b[^.;⟨⟩]{{0,30}}"
    rf"\b(?:entre|pour recevoir)\s{_DRUG}"
)
"""Wordings that tell of a study only where the text tells of no other of the drug: « Chez 126 malades, le … a fait … »,
« 96 malades ont été randomisés entre … »."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """The patients whom the authors treated with one drug; `is_sure` where the words hardly tell of anything else."""

    drug: str
    n: int
    indication: str | None
    is_sure: bool


def read_cohort(marked: Marked) -> Cohort | None:
    """The cohort that a sentence without study noun, phase or name tells of; None where it tells of none."""
    sure = _TREATED.search(marked.text) or _IN_REAL_LIFE.search(marked.text)
    others = (pattern.search(marked.text) for pattern in (_TRIED, _AMONG, _SHARED_OUT))
    told = sure or next((match for match in others if match), None)
    if told is None:
        return None
    names = marked.drug_names(told["drug"])
    diseases = marked.values(told["patients"] + marked.text[told.end() :], Disease)
    indication = diseases[0].name if diseases else None
    return Cohort(names[0], number_told(marked, told), indication, sure is not None) if names else None
