"""The words of `extract/rules/mechanism.yaml` as regular expressions over marked sentences."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.rules.word_lists import any_of, cores, read_word_lists
from extract.tuples.marking import mark, mark_list

DRUGS = mark_list("d")
"""One drug or several in a row."""

_DETERMINER = r"(?:(?:l[ae]s?|l'|un|une|des|du|de la|de l'|d'|deux|trois|quatre|plusieurs|tous|ces|cet|cette|ce)\s*)"
_JOINED = (
    r"(?:(?:\s*(?:,|/|\+|-|\bet\b|\bou\b|\bainsi que\b|\bmais aussi\b))+\s*(?:propres? a|specifiques? d[e'u])?"
    r"|\s+(?:que partagent|communes? (?:a|aux?)|partagees? par))\s*"
    r"(?:(?:a la fois|surtout|aussi|egalement|dans une moindre mesure,?)\s*)?"
    r"(?:(?:l[ae]s?|l'|de|des|du|d'|a|au|celle|celui|la voie|le recepteur|kinases?|famille|anti-)\s*)*"
)
TARGETS = rf"{mark('tu')}(?:(?:{_JOINED}|\s\(?){mark('tu')})*"
"""One target or several in a row: « JAK1 et JAK2 », « kinase Janus (JAK1) », « JAK3 et la famille TEC »."""

_DOWNSTREAM = "production|secretion|synthese|liberation|expression|signalisation|transcription|taux|effets?|genes?"
"""What a drug does further down, « bloque la production d'IL-17 », is not what it acts on."""

_BETWEEN = rf"(?:(?!\b(?:{_DOWNSTREAM}|qui|que|dont|par|chez|dans|sous(?!-)|avec|sans|comme|est|sont|et)\b)[^.;:()⟨⟩,])"
"""Words between a cue and its target, « de la chaîne alpha de », but nothing that opens another clause."""


@dataclass(frozen=True, slots=True, eq=False)  # the hash of so many patterns takes long
class Cues:
    """Compiled patterns over marked sentences, and parts of patterns (`str`) that subjects are found with."""

    nominal: re.Pattern[str]
    verbal: re.Pattern[str]
    same_target: re.Pattern[str]
    pronoun_target: re.Pattern[str]
    no_targets: re.Pattern[str]
    passive: re.Pattern[str]
    action: re.Pattern[str]
    aim: re.Pattern[str]
    target_of: re.Pattern[str]
    object_first: re.Pattern[str]
    bracket: re.Pattern[str]
    copulas: str
    formulations: str
    anaphors: str
    ordinals: tuple[str, ...]
    barriers: re.Pattern[str]
    foils: re.Pattern[str]
    foil_aside: re.Pattern[str]
    predicate_drug: re.Pattern[str]  # « est une immunoglobuline »: what the subject is, no subject itself
    nominal_cores: tuple[str, ...]  # strings one of which stands in every match of `nominal`
    pointing_cores: tuple[str, ...]  # and of `same_target` and `pronoun_target`


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> Cues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    words = read_word_lists("mechanism.yaml", rules_dir)
    noun = any_of(words["nouns"])
    adjectives = r"(?:\s(?!qui\b|que\b|dont\b|par\b|chez\b|est\b|sont\b|[a-z]+ant\b)[a-z0-9'’,-]+){0,7}?"
    nominal = (
        rf"(?P<nominal>(?:(?:double|triple|puissant|premier|autre|nouvel|nouveau)s? )*(?P<noun>{noun}){adjectives}"
        rf"(?:\s?(?:{any_of(words['prepositions'])})\s?{_BETWEEN}{{0,60}}?|\s)(?P<noun_targets>{TARGETS}))"
    )
    reverse = rf"(?P<reverse>(?P<reverse_targets>{TARGETS})[ -](?P<reverse_noun>{noun}))"
    prefix = (
        rf"(?P<prefix>(?:(?P<carrier>{any_of(words['carriers'])})\b[^.;:()⟨⟩,]{{0,60}}?)?"
        rf"(?:\banti[- ]{_BETWEEN}{{0,30}}?(?P<prefix_targets>{TARGETS})"
        rf"|(?P<class>{mark('k')}(?:{_JOINED}{mark('ktu')})*)))"
    )
    verb = any_of(words["verbs"])
    drugs_of = rf"(?:de|du|de l'|d')\s?(?P<aim_agent>{DRUGS})"
    return Cues(
        nominal=re.compile("|".join((nominal, reverse, prefix))),
        verbal=re.compile(
            rf"\b{verb}\b(?:\s+(?:\w+\s+)?qu[e'])?(?:\s+(?:ainsi|donc|aussi|a la fois|en meme temps),?)?"
            rf"{_BETWEEN}{{0,70}}?(?:\b(?:chaine|recepteur|cytokine|enzyme|kinase|proteine|cible),\s)?"
            rf"(?P<verb_targets>{TARGETS})"
        ),
        same_target=re.compile(any_of(words["same_target"])),
        pronoun_target=re.compile(rf"(?:l'|\ble\s|\bla\s|\bles\s){any_of(words['object_verbs'])}\b"),
        no_targets=re.compile(any_of(words["no_targets"])),
        passive=re.compile(
            rf"(?P<passive_targets>{TARGETS})[^.;:()⟨⟩]{{0,40}}?\b(?:est|sont|etait|etaient)\s(?:[a-z]+ment\s)?"
            rf"{any_of(words['participles'])}s?[^.;:()⟨⟩]{{0,30}}?\bpar\s{_DETERMINER}?(?P<agent>{DRUGS})"
        ),
        action=re.compile(
            rf"\b{any_of(words['actions'])}\b{_BETWEEN}{{0,50}}?(?P<action_targets>{TARGETS})"
            rf"[^.;:()⟨⟩]{{0,20}}?\bpar\s{_DETERMINER}?(?P<action_agent>{DRUGS})"
        ),
        aim=re.compile(rf"(?P<aim_targets>{TARGETS})[^.;:()⟨⟩,]{{0,20}},\s(?:la\s)?cible\s(?:[a-z]+\s)?{drugs_of}"),
        target_of=re.compile(
            rf"\bcible\s(?:[a-z]+\s)?{drugs_of.replace('aim_agent', 'of_agent')}\s"
            rf"{any_of(words['copulas'])}\s{_BETWEEN}{{0,30}}?(?P<of_targets>{TARGETS})"
        ),
        object_first=re.compile(
            rf"(?P<first_targets>{TARGETS}),?\squ(?:e\s|')(?:[a-z]+ment\s)?(?:{verb}|porte l'action d[eu])"
            rf"\s?{_DETERMINER}?(?P<first_agent>{DRUGS})"
        ),
        bracket=re.compile(
            rf"(?P<bracket_agent>{mark('d')})\s?\((?:cible\s?:?\s)?"
            rf"(?P<bracket_targets>{mark('t')}(?:{_JOINED}{mark('t')})*)\)"
        ),
        copulas=any_of(words["copulas"]),
        formulations=rf"(?:\s{any_of(words['formulations'])}){{0,3}}",
        anaphors=any_of(words["anaphors"]),
        ordinals=tuple(any_of(words[f"{place}_named"]) for place in ("first", "second", "third", "fourth")),
        barriers=re.compile(rf"\b{any_of(words['barriers'])}\b"),
        foils=re.compile(rf"(?:^|[\s,(])(?<!tandis )(?<!alors ){any_of(words['foils'])}\s?$"),
        predicate_drug=re.compile(rf"({any_of(words['copulas'])}\s+une?\s+){mark('d')}"),
        nominal_cores=(*cores(words["nouns"]), "anti", "⟨k"),
        pointing_cores=cores((*words["same_target"], *words["object_verbs"])),
        foil_aside=re.compile(rf",\s{any_of(words['foils'])}\s?[^.;:,()]{{0,60}},"),
    )
