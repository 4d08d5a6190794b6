"""The words of `extract/rules/talk.yaml` by which `arms.py` tells which treatment or dose an arm is."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.rules.word_lists import any_of, read_word_lists
from extract.tuples.talk import read_talk


@dataclass(frozen=True, slots=True, eq=False)
class ArmCues:
    """Compiled patterns.

    `drug_to_dose` and `of_drug` stand between a drug or a form and what follows; `bare_dose_lead` before a
    dose without a drug; `trial_noun` is for folded text; `routes` pairs words for a form with the routes of its arm.
    """

    drug_to_dose: re.Pattern[str]
    bare_dose_lead: re.Pattern[str]
    mixture: re.Pattern[str]
    comparator: re.Pattern[str]
    control_group: re.Pattern[str]
    of_drug: re.Pattern[str]
    trial_noun: re.Pattern[str]
    antibody: re.Pattern[str]
    routes: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> ArmCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    oral, topical, mixtures = talk.any("oral_forms"), talk.any("topical_forms"), talk.any("mixtures")
    given = talk.any("intakes", "treated", "groups")
    of = r"(?:de\s+(?:la\s+|l['’])?|du\s+|des\s+|d['’]\s?|aux?\s+|à (?:la\s+|l['’]|base (?:de\s+|d['’])))?"
    return ArmCues(
        drug_to_dose=re.compile(rf"^\s*(?:\(|,)?\s*(?:à|en {topical}(?: à)?|à la dose de|{topical}|{oral})?\s*$"),
        bare_dose_lead=re.compile(
            rf"(?:%\s*\(|\d\s*\(|\b(?:entre|avec|sous|pour|celle|à)|{given})"
            r"(?:\s+(?:la|les|une|le|l['’])?\s*(?:doses? )?(?:de|d['’])?)?\s*$"
        ),
        mixture=re.compile(mixtures, re.IGNORECASE),
        comparator=re.compile(talk.any("comparators"), re.IGNORECASE),
        control_group=re.compile(talk.any("controls"), re.IGNORECASE),
        of_drug=re.compile(rf"\s*(?:(?:{oral}|{topical})\s+)?{of}"),
        trial_noun=re.compile(rf"^\s*{any_of(read_word_lists('study.yaml', rules_dir)['nouns'])}"),
        antibody=re.compile(talk.any("antibodies"), re.IGNORECASE),
        routes=(
            (re.compile(oral, re.IGNORECASE), ("orale",)),
            (re.compile(talk.any("injected_forms", "antibodies"), re.IGNORECASE), ("sous-cutanée", "intraveineuse")),
            (re.compile(topical, re.IGNORECASE), ("topique",)),
        ),
    )
