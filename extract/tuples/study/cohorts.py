"""Studies told without a word for study: « Nous avons traité 48 patients par … », « Une équipe rapporte 22 cas »."""

import re
from dataclasses import dataclass

from extract.entities.model import Disease
from extract.tuples.marking import Marked, mark
from extract.tuples.study.sizes import COUNT, number_told

_TOLD_BY = (
    r"\b(?:nous|on|equipe|equipes|auteurs|service|centre|collegues)\b[^.;⟨⟩]{0,60}"
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


@dataclass(frozen=True, slots=True)
class Cohort:
    """The patients whom the authors treated with one drug."""

    drug: str
    n: int
    indication: str | None


def read_cohort(marked: Marked) -> Cohort | None:
    """The cohort that a sentence without study noun, phase or name tells of; None where it tells of none."""
    told = _TREATED.search(marked.text) or _IN_REAL_LIFE.search(marked.text)
    if told is None:
        return None
    names = marked.drug_names(told["drug"])
    diseases = marked.values(told["patients"] + marked.text[told.end() :], Disease)
    return Cohort(names[0], number_told(marked, told), diseases[0].name if diseases else None) if names else None
