"""Studies told without a word for study: « Nous avons traité 48 patients par … », « Une équipe rapporte 22 cas »."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.model import Disease
from extract.rules.word_lists import any_of, holds_any, read_word_lists
from extract.tuples.marking import Marked, mark
from extract.tuples.study.sizes import COUNT, COUNT_CORES, number_told

_DRUG = rf"(?:l[ae]s? |l'|un |une |du |de l'|de la )?(?:[a-z]+ (?:de |d'|du ))?(?P<drug>{mark('d')})"


@dataclass(frozen=True, slots=True, eq=False)
class CohortCues:
    """Compiled patterns over marked sentences, by the words of `extract/rules/study.yaml`.

    `sure` are wordings that hardly tell of anything else; `others` tell of a study only where the text tells of no
    other of the drug: « Chez 126 malades, le … a fait … », « 96 malades ont été randomisés entre … ».
    """

    sure: tuple[re.Pattern[str], ...]
    others: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> CohortCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    words = {role: rf"\b{any_of(forms)}\b" for role, forms in read_word_lists("study.yaml", rules_dir).items()}
    among = rf"\b(?:chez|sur|aupres de)\s{COUNT}"
    told = rf"(?:{words['tellers']}[^.;⟨⟩]{{0,60}}{words['telling']}|{words['real_life']})"
    given = rf"{words['given_to']}\s(?:le |la |l'|du |de l'|de la |un |une )?(?P<drug>{mark('d')})"
    tried = any_of(read_word_lists("study.yaml", rules_dir)["tried"])
    return CohortCues(
        sure=(
            re.compile(rf"{told}[^.;⟨⟩]{{0,40}}?{COUNT}(?P<patients>[^.;]{{0,90}}?){given}"),
            re.compile(rf"(?P<drug>{mark('d')})(?P<patients>[^.;]{{0,60}}{words['real_life']}[^.;%]{{0,80}}){among}"),
        ),
        others=(
            re.compile(
                rf"(?P<drug>{mark('d')})(?P<patients>[^.;⟨⟩]{{0,80}})\b(?:a|ont) ete {tried}e?s?\b[^.;]{{0,60}}?{among}"
            ),
            re.compile(
                rf"(?:^|[.;:,]\s)\W*(?:chez|parmi|sur)\s{COUNT}(?P<patients>[^.;:%]{{0,90}}),\s{_DRUG}"
                rf"(?=[^.;]{{0,60}}{words['does']})"
            ),
            re.compile(
                rf"{COUNT}(?P<patients>[^.;:%]{{0,90}}){words['shared_out']}[^.;⟨⟩]{{0,30}}"
                rf"\b(?:entre|pour recevoir)\s{_DRUG}"
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class Cohort:
    """The patients whom the authors treated with one drug; `is_sure` where the words hardly tell of anything else."""

    drug: str
    n: int
    indication: str | None
    is_sure: bool


def read_cohort(marked: Marked, rules_dir: Path | None = None) -> Cohort | None:
    """The cohort that a sentence without study noun, phase or name tells of; None where it tells of none."""
    if not holds_any(marked.text, COUNT_CORES):
        return None
    cues = load_cues(rules_dir)
    sure = next(filter(None, (pattern.search(marked.text) for pattern in cues.sure)), None)
    told = sure or next(filter(None, (pattern.search(marked.text) for pattern in cues.others)), None)
    if told is None:
        return None
    names = marked.drug_names(told["drug"])
    diseases = marked.values(told["patients"] + marked.text[told.end() :], Disease)
    indication = diseases[0].name if diseases else None
    return Cohort(names[0], number_told(marked, told), indication, sure is not None) if names else None
