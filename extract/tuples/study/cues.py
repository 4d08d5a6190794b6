"""The words of `extract/rules/study.yaml` as regular expressions over marked sentences."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.rules.word_lists import any_of, cores, holds_any, read_word_lists
from extract.tuples.clauses import Clauses
from extract.tuples.marking import mark

NO_NOUN = r"(?<!\ba l')(?<!\best )(?<!\bsont )(?<!\bete )(?<!\bfaire l')"
"""Words before a noun that make it a participle or an idiom: « est programmé », « a été revue », « à l'étude »."""


@dataclass(frozen=True, slots=True)
class StudyCues:
    """Compiled patterns: `anchor` is a study noun, phase or trial; `gap` what may stand between those of one study."""

    anchor: re.Pattern[str]
    gap: re.Pattern[str]
    decisive: re.Pattern[str]
    under_study: re.Pattern[str]
    general: re.Pattern[str]
    unreal: re.Pattern[str]
    enrolment: re.Pattern[str]
    anaphor: re.Pattern[str]
    nouns: tuple[str, ...]  # `cores` of the study nouns
    without_noun: tuple[str, ...]  # and of `under_study`

    def may_mention(self, clauses: Clauses, folded: str) -> bool:
        """Whether `anchor` can match in the sentence, its text `folded`: seen at once, while marking it is dear."""
        return clauses.has("trial", "phase") or holds_any(folded, self.nouns)

    def may_tell_without_noun(self, clauses: Clauses, folded: str) -> bool:
        """Whether the sentence can tell of a cohort, its drug and number, or of a drug under study."""
        if clauses.has("drug") and (clauses.has("sample_size") or _may_count_people(folded)):
            return True
        return holds_any(folded, self.without_noun)


PEOPLE_CORES = (
    *("patient", "malade", "participant", "sujet", "adulte", "enfant", "adolescent", "nourrisson", "femme", "homme"),
    *("personne", "cas"),
)
"""The words for those whose number tells how large a study is, as they begin."""
_DIGIT = re.compile(r"\d")


def _may_count_people(folded: str) -> bool:
    return holds_any(folded, PEOPLE_CORES) and _DIGIT.search(folded) is not None


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> StudyCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    words = read_word_lists("study.yaml", rules_dir)
    design = any_of((*words["design"], *words["decisive"]))
    noun = any_of(words["nouns"])
    return StudyCues(
        anchor=re.compile(rf"{mark('rp')}|\b(?={noun}\b){NO_NOUN}(?P<noun>{noun})\b"),
        gap=re.compile(
            rf"(?:[\s,:()'-]|;(?=\s?{mark('gn')})|{mark('gnx')}|\b{design}\b"
            r"|\b(?:de|d|du|en|et|ou|a|au|l|la|le|les|un|une|non|\d+|contre|mene|menee|menes|dit|dite|appele|nomme)\b)*"
        ),
        decisive=re.compile(rf"\b{any_of(words['decisive'])}\b"),
        under_study=re.compile(rf"\b{any_of(words['under_study'])}\b"),
        general=re.compile(rf"(?:^|[\s,'(]){any_of(words['general'])}\s(?:(?!deux|trois|quatre)[a-z]+\s)?$"),
        unreal=re.compile(rf"\b{any_of(words['unreal'])}\b"),
        anaphor=re.compile(rf"(?:^|[;,.]\s|\bet\s){any_of(words['anaphors'])}\s[^.;⟨⟩]{{0,40}}$"),
        enrolment=re.compile(rf"\b{any_of(words['enrolment'])}"),
        nouns=cores(words["nouns"]),
        without_noun=cores(words["under_study"]),
    )
