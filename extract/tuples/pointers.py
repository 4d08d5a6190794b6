"""Arms that a sentence points at without a word of the lexicon: « le groupe toxine », « le troisième », « l'autre »."""

import re
from collections.abc import Iterator, Sequence

from extract.entities.folding import fold_lower
from extract.entities.model import Drug
from extract.tuples.added import load_cues as load_added
from extract.tuples.added import mixtures
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue

_ASSOCIATION = re.compile(
    r"\b(?:l['’]association|la combinaison|le mélange|la (?:bi|tri)thérapie|cette (?:triple )?association"
    r"|(?:groupe|bras) (?:association|combinaison|combinée?|mixte|(?:bi|tri)thérapie))\b(?! (?:de|d['’]|entre|des)\b)"
)

_MONOTHERAPY = Cue(r"\b(?:en|groupe|bras) monothérapie\b", "mono")

_WITH_AND_WITHOUT = Cue(
    r"\b(?:(?:ont|avaient|ayant) et (?P<without>(?:(?:ceux )?qui )?n['’](?:ont|avaient|ayant) pas)"
    r"|(?:traité|vacciné|exposé)e?s (?P<without2>et non[- ](?:traité|vacciné|exposé)e?s)"
    r"|avec (?P<without3>et sans))\b",
    "pas non sans",
)
_WITHOUT = ("without", "without2", "without3")
_GIVEN_TO = re.compile(
    r"\s*(?:(?:(?:commencé|continué) à (?:prendre|recevoir|utiliser)|reçu|pris|eu|utilisé|appliqué|été traité\w*)\s+)?"
    r"(?:(?:par|avec)\s+)?"
    r"(?:(?:un\s+|le\s+|du\s+)?(?:traitement|ajout)\s+|(?:une?\s+|la\s+)?(?:prise|injection|application)s?\s+)?"
    r"(?:par\s+|à\s+|aux?\s+|d[eu]\s+|d['’]\s?)?(?:l[ea]s?\s+|l['’]\s?|une?\s+|du\s+|des\s+)?"
)
"""What parts « avec et sans » from its treatment; « avec et sans arthrite, sous X » tells of no groups of X."""

_GROUP = Cue(r"\b(?:premier|premiers|première) (?:groupe|bras)\b", "grou bras")

_BARE_ORDINAL = Cue(
    r"\b(?:dans|du|chez|pour)\s+(?:le\s+)?(?P<which>second|deuxième|troisième|quatrième)\b", "seco deux troi quat"
)

_ORDER = {"seco": 1, "deux": 1, "troi": 2, "quat": 3}

_GROUP_LABEL = Cue(r"\b(?:groupes?|bras)\s+(?:sous\s+|par\s+)?(?P<label>[\w’'-]{3,})", "grou bras")

_NO_LABEL = re.compile(
    r"(?:de|des|du|d['’].*|les?|la|deux|trois|ayant|qui|et|ou|dans|chez|par|sous|avec|sans|contre|est|était|parallèles?|pour|sur"
    r"|traitée?s?|recevant|entre|patients?|malades?|contrôle|témoin|placebo|n|comparateur|actif|actifs"
    r"|orale?s?|topiques?|locale?s?)",
    re.IGNORECASE,
)
"""Words behind « groupe » that name no arm, or one that the lexicon of arms already reads."""

_SHORTEST = 3
"""Characters of a drug's name that an abbreviation made of its beginning keeps at least."""

_ONES = Cue(
    r"\b(?:des|les) une?s\b|\b(?:d['’]un côté|dans (?:un|l['’]un des(?: deux)?) (?:bras|groupes?|cas))\b",
    "uns unes côté bras grou cas",
)
_THE_ONE = re.compile(r"\b(?:dans|chez|avec|pour) l['’]une?\b(?! (?:des|de|d['’]|et)\b)", re.IGNORECASE)
"""No cue, as most sentences have all of its words; side by side they are rare."""
_OTHERS = Cue(
    r"\bde l['’]autre(?: côté)?\b(?!\s\w+[ée]\b)|\b(?:dans|chez|avec|pour) l['’]autre\b"
    r"|\b(?:des|les) autres\b(?!\s+(?:patients|malades|groupes|bras|essais|études|cas|effets"
    r"|événements|formes|traitements))",
    "autr",
)
_OTHER = Cue(
    r"(?:\b(?:dans|chez|pour|de)\s+(?:l['’]autre|les autres)|(?<=%)\s+des autres)\b"
    r"(?!\s+(?:essais?|études?|cas|séries?))",
    "autr",
)


_WITHOUT_IT = Cue(r"\bsans(?: (?:aucun )?traitement\b)?(?=\s*(?:[(.,;:)]|$))", "sans")
_FIGURE = re.compile(r"\d[^.;:,()]*$")
"""« 6 semaines sans »; in « une rémission complète sans traitement » no figure of the group stands before it."""
_WITH_IT = re.compile(r"\b(?:avec|sous)\s+(?:l[ea]s?\s+|l['’]\s?)?$")


_OTHER_TRIAL = re.compile(
    r"\b(?:une?|l['’]une?|des deux|premi(?:er|ère)) (?:des deux )?(?:essais?|études?)\b", re.IGNORECASE
)
"""« 35 % dans un essai et 40 % dans l'autre »: the other is a trial, no group."""

_POINTING = frozenset[str]().union(
    *(cue.openings for cue in (_WITH_AND_WITHOUT, _GROUP, _ONES, _OTHER, _GROUP_LABEL, _WITHOUT_IT))
)
"""How a word opens in every sentence that points at an arm, but for mixtures and the combination of a study."""


def with_pointed_at(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> list[PlacedArm]:
    """The arms that stand in a sentence with those that it only points at, the latter behind."""
    found = list(placed)
    points = may_point(clauses)
    if points:
        found = with_and_without(clauses, found)
    elif combination(cast) is None:
        return found
    for pointed_at in _BY_CUE if points else _OF_COMBINATION:
        found += pointed_at(clauses, cast, found)
    return found


def may_point(clauses: Clauses) -> bool:
    """Whether the sentence has words by which it may point at an arm, but for the combination of a study."""
    return (
        not _POINTING.isdisjoint(clauses.openings)
        or load_added(clauses.rules_dir).mixture.may_match(clauses)
        or _may_name_the_one(clauses)
    )


def _may_name_the_one(clauses: Clauses) -> bool:
    return "l'un" in clauses.low or "l’un" in clauses.low


def associations(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« le groupe association »: the one combination among the arms of the study."""
    treatment = combination(cast)
    for match in _ASSOCIATION.finditer(clauses.text) if treatment else ():
        start, end = clauses.start + match.start(), clauses.start + match.end()
        if treatment and not overlaps(placed, start, end):
            yield PlacedArm(start, end, treatment, named=False)


def monotherapies(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« en monothérapie »: the one arm of the study that gives a member of its combination alone."""
    treatment = combination(cast)
    members = treatment.name.split(" + ") if treatment else []
    alone = {a.name: a for a in cast.arms if a.name in members}
    for match in _MONOTHERAPY.matches(clauses) if len(alone) == 1 else ():
        start, end = clauses.start + match.start(), clauses.start + match.end()
        if not any(0 <= start - p.end < 25 and p.named for p in placed):
            yield PlacedArm(start, end, next(iter(alone.values())), named=False)


def with_and_without(clauses: Clauses, placed: Sequence[PlacedArm]) -> list[PlacedArm]:
    """« ceux qui avaient et ceux qui n'avaient pas pris l'ivermectine », « traités et non traités par X »: two groups.

    The treatment, named right behind both, is put where those with it are told of, so that values keep their order.
    """
    found = list(placed)
    for match in _WITH_AND_WITHOUT.matches(clauses):
        split = clauses.start + next(match.start(name) for name in _WITHOUT if match[name])
        end = clauses.start + match.end()
        drug = next((m for m in clauses.of("drug") if m.start >= end), None)
        if not drug or not isinstance(drug.value, Drug) or not _GIVEN_TO.fullmatch(clauses.slice(end, drug.start)):
            continue
        treatment = Arm(drug.value.name, targets=drug.value.targets, route=drug.value.route)
        found = [p for p in found if p.end <= clauses.start + match.start() or p.start >= drug.end]
        found.append(PlacedArm(clauses.start + match.start(), split, treatment))
        found.append(PlacedArm(split, end, Arm("contrôle", is_control=True)))
    return found


def combination(cast: Cast) -> Arm | None:
    """The one arm of the study that combines several drugs; None where there is none or more than one."""
    combinations = {a.name: a for a in cast.arms if " + " in a.name} if cast.arms else {}
    return next(iter(combinations.values())) if len(combinations) == 1 else None


def bare_ordinals(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« 41 % dans le deuxième et 19 % dans le troisième », after « dans le premier groupe »."""
    ordinals = _BARE_ORDINAL.matches(clauses) if _GROUP.search(clauses) else []
    if not ordinals:
        return
    named = list(dict.fromkeys(p.arm for p in placed if p.named))
    arms = named if len(named) >= 2 else list(dict.fromkeys(cast.arms))
    for match in ordinals:
        start, end = clauses.start + match.start(), clauses.start + match.end()
        index = _ORDER[match["which"].lower()[:4]]
        if index < len(arms) and not overlaps(placed, start, end):
            yield PlacedArm(start, end, arms[index], named=False)


def pairs(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« 58 % des uns et 17 % des autres »: the first and the second arm of the study."""
    ones = [*_ONES.matches(clauses), *(_THE_ONE.finditer(clauses.text) if _may_name_the_one(clauses) else ())]
    if not ones:
        return
    here = list(dict.fromkeys(p.arm for p in sorted(placed, key=lambda p: p.start)))
    arms = here if len(here) >= 2 else list(dict.fromkeys(cast.arms))
    for index, matches in enumerate((ones, _OTHERS.matches(clauses)) if len(arms) >= 2 else ()):
        for match in matches:
            yield PlacedArm(clauses.start + match.start(), clauses.start + match.end(), arms[index], named=False)


def others(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« et de 18,7 mm dans l'autre »: the group that the treatment is compared with."""
    matches = _OTHER.matches(clauses)
    if not matches or _OTHER_TRIAL.search(clauses.text):
        return
    for match in matches:
        start, end = clauses.start + match.start(), clauses.start + match.end()
        treated = {p.arm.name for p in placed if p.named and p.end <= start and not p.arm.is_control}
        untreated = Arm("contrôle", is_control=True) if len(treated) == 1 and "des autres" in match[0].lower() else None
        arm = cast.comparator or untreated  # « 4 % des malades sous X et 2 % des autres »: those without X
        if arm and not overlaps(placed, start, end):
            yield PlacedArm(start, end, arm, named=False)


def without(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« 14 semaines avec la colchicine, contre 6 semaines sans »: those without the one treatment told before."""
    for match in _WITHOUT_IT.matches(clauses):
        start, end = clauses.start + match.start(), clauses.start + match.end()
        given = {p.arm.name for p in placed if p.end <= start and _WITH_IT.search(clauses.slice(p.start - 12, p.start))}
        if len(given) == 1 and _FIGURE.search(clauses.slice(start - 25, start)) and not overlaps(placed, start, end):
            yield PlacedArm(start, end, cast.comparator or Arm("contrôle", is_control=True), named=False)


def labelled(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« le groupe toxine »: the arm whose name holds the label; where several groups are named, one of that label."""
    labels = _GROUP_LABEL.matches(clauses)
    for match in labels:
        start, end = clauses.start + match.start("label"), clauses.start + match.end()
        read = any(m.start < end and start < m.end for m in clauses.mentions)
        label = match["label"]
        if read or _NO_LABEL.fullmatch(label) or overlaps(placed, start, end):
            continue
        fitting = {a.name: a for a in cast.arms if _is_short_for(label, a.name) or _holds(a.name, label)}
        exact = {name: a for name, a in fitting.items() if _is_short_for(label, name)}
        fitting = exact if len(exact) == 1 else fitting
        if len(fitting) == 1:
            yield PlacedArm(start, end, next(iter(fitting.values())), named=False)
        elif not fitting and len(labels) > 1:
            yield PlacedArm(start, end, Arm(clauses.slice(start, end)))


def _holds(name: str, label: str) -> bool:
    return any(w.startswith(label[:6]) for w in re.split(r"\W+", name.lower()))


def _is_short_for(label: str, name: str) -> bool:
    """Whether a label joins the beginnings of all members of a combination (« ada-peroxyde ») or is that of one drug.

    >>> _is_short_for("ada-peroxyde", "adapalène + peroxyde de benzoyle")
    True
    """
    parts = [p for p in re.split(r"[-+/]", fold_lower(label)) if p]
    members = fold_lower(name).split(" + ")
    return (
        len(parts) == len(members)
        and all(len(p) >= _SHORTEST for p in parts)
        and all(any(m.startswith(p) for m in members) for p in parts)
        and all(any(m.startswith(p) for p in parts) for m in members)
    )


_OF_COMBINATION = (associations, monotherapies)
_BY_CUE = (mixtures, *_OF_COMBINATION, bare_ordinals, pairs, others, without, labelled)
"""In the order in which they are asked: none points at what another has found."""


def overlaps(placed: Sequence[PlacedArm], start: int, end: int) -> bool:
    """Whether an arm already stands on these characters."""
    return any(p.start < end and start < p.end for p in placed)
