"""Arms of a comparison: which drug, dose or control each mention of a sentence stands for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.entities.model import ArmReference, Control, Dose, Drug
from extract.tuples.clauses import Clauses, Mention


@dataclass(frozen=True, slots=True)
class Arm:
    """A group on which a value is measured: drug (with dose), procedure or control, by its evidence-table name."""

    name: str
    dose: str | None = None
    is_control: bool = False
    n: int | None = None
    targets: tuple[str, ...] = ()
    route: str | None = None
    is_class: bool = False

    def same_as(self, other: "Arm") -> bool:
        """Whether both name the same group: same name, and same dose where both tell one.

        >>> Arm("dupilumab", "300 mg").same_as(Arm("dupilumab"))
        True
        """
        return self.name == other.name and (None in (self.dose, other.dose) or self.dose == other.dose)

    def at_dose(self, dose: str | None) -> "Arm":
        """The same arm at this dose; unchanged where `dose` is None."""
        return replace(self, dose=dose) if dose else self


@dataclass(frozen=True, slots=True)
class PlacedArm:
    """An arm where the sentence names it; `named` is false for a reference (« le groupe traité », a bare dose)."""

    start: int
    end: int
    arm: Arm
    named: bool = True


@dataclass(frozen=True, slots=True)
class Cast:
    """The arms that a reader has in mind when the sentence begins.

    `topic` is the treatment under study or None where several could be; `arms` the groups of the study in the order
    named; `comparator` the group that the topic is compared with.
    """

    topic: Arm | None = None
    arms: tuple[Arm, ...] = ()
    comparator: Arm | None = None


_BETWEEN_DRUG_AND_DOSE = re.compile(
    r"^\s*(?:\(|,)?\s*(?:à|en (?:crème|gel|pommade|lotion)(?: à)?|à la dose de|crème|gel|oral)?\s*$"
)
_BETWEEN_DOSE_AND_DRUG = re.compile(r"^\s*(?:de\s+|d['’]\s?)?(?:la\s+|l['’]\s?)?$")
_JOINED = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?(?:\+|plus|associée?s? (?:à|aux?)|en association avec|combinée?s? (?:à|aux?))"
    r"\s*(?:la\s+|le\s+|l['’])?$"
)
_BARE_DOSE_LEAD = re.compile(
    r"(?:%\s*\(|\d\s*\(|entre|avec|sous|pour|recevant|dose|doses|injection|prise|application|celle|groupe|groupes|bras|traitée?s?|injectée?s?|à)"
    r"(?:\s+(?:la|les|une|le|l['’])?\s*(?:doses? )?(?:de|d['’])?)?\s*$"
)
_ASSOCIATION = re.compile(
    r"\b(?:l['’]association|la combinaison|la bithérapie|groupe association)\b(?! (?:de|d['’]|entre))"
)
_ORAL = re.compile(r"comprimé|gélule|voie orale|oral")
_INJECTED = re.compile(r"injec|perfus|anticorps|biothérapie")
_TOPICAL = re.compile(r"crème|gel|pommade|lotion|topique|émulsion|mousse|gouttes|patch")
_ASSOCIATION_WORD = re.compile(r"\b(?:association|combinaison|bithérapie)\b", re.IGNORECASE)
_GROUP = re.compile(r"\b(?:premier|premiers|première) (?:groupe|bras)\b", re.IGNORECASE)
_BARE_ORDINAL = re.compile(
    r"\b(?:dans|du|chez|pour)\s+(?:le\s+)?(?P<which>second|deuxième|troisième|quatrième)\b", re.IGNORECASE
)
_ORDER = {"seco": 1, "deux": 1, "troi": 2, "quat": 3}
_BY_CHOICE = re.compile(r"\bau choix\b|\bchoix (?:du médecin|de l['’]investigateur)\b|\bcomparateur\b", re.IGNORECASE)
_GROUP_LABEL = re.compile(r"\b(?:groupes?|bras)\s+(?:sous\s+|par\s+)?(?P<label>[\w’'-]{3,})", re.IGNORECASE)
_NO_LABEL = re.compile(
    r"(?:de|des|du|d['’].*|les?|la|deux|trois|ayant|qui|et|ou|dans|chez|par|sous|avec|contre|est|était|parallèles?|pour|sur"
    r"|traitée?s?|recevant|entre|patients?|malades?|contrôle|témoin|placebo|n|comparateur|actif|actifs"
    r"|orale?s?|topiques?|locale?s?)",
    re.IGNORECASE,
)
"""Words behind « groupe » that name no arm, or one that the lexicon of arms already reads."""
_OTHER = re.compile(
    r"\b(?:dans|chez|pour|de)\s+(?:l['’]autre|les autres)\b(?!\s+(?:essais?|études?|cas|séries?))", re.IGNORECASE
)
_TRIAL_NOUN = re.compile(r"^\s*(?:essai|étude|cohorte)")


_HAD_RECEIVED = re.compile(
    r"\b(?:avaient|avait|(?:ayant|a|ont) (?:déjà|auparavant)) (?:tous |déjà |auparavant )*(?:reçu|échoué)\b",
    re.IGNORECASE,
)
_REACH = 45
"""Characters over which a cue of earlier treatment reaches; twice as many for « avaient reçu », which lists."""
_BACKGROUND = re.compile(
    r"échec|intoléran|contre-indi|naïfs?|prétrait|résistan|réfractaire|antérieur|initialement sous"
    r"|parmi (?:le |la |l['’]|les )$|\b(?:sans|hors|arrêt d[eu]s?|épargne (?:en|de)) (?:les? |la |l['’]|aucune? )?$",
    re.IGNORECASE,
)
"""A drug named behind these is what patients had before, not what is studied."""


def place_arms(clauses: Clauses, cast: Cast) -> tuple[PlacedArm, ...]:
    """The arms of a sentence in text order, references resolved by `cast`; a reference that stays open is left out."""
    placed: list[PlacedArm] = []
    doses = list(clauses.of("dose"))
    for mention in clauses.of("drug", "control", "arm_reference"):
        if placed and placed[0].start - clauses.start < 3 and not placed[0].named:
            cast = replace(cast, topic=placed[0].arm)  # « Ce dernier, à la dose de 100 mg, … »
        if _is_background(clauses, mention):
            continue
        arm = _resolve(clauses, mention, cast, placed)
        if arm is not None:
            placed.append(_with_dose(clauses, mention, arm, doses))
    placed += _associations(clauses, cast, placed)
    placed += _bare_ordinals(clauses, cast, placed)
    placed += _others(clauses, cast, placed)
    placed += _labelled(clauses, cast, placed)
    placed += _bare_doses(clauses, cast, placed, doses)
    return tuple(_combine(clauses, sorted(placed, key=lambda p: p.start)))


def _is_background(clauses: Clauses, mention: Mention) -> bool:
    lead = re.split(r"[;:]", clauses.slice(mention.start - 2 * _REACH, mention.start))[-1]
    return bool(_HAD_RECEIVED.search(lead) or _BACKGROUND.search(lead[-_REACH:]))


def _resolve(clauses: Clauses, mention: Mention, cast: Cast, before: Sequence[PlacedArm]) -> Arm | None:
    value = mention.value
    if isinstance(value, Control):
        generic = "comparateur" in clauses.slice(mention.start, mention.end).lower()
        return cast.comparator if generic and cast.comparator else Arm(value.name, is_control=True)
    if isinstance(value, Drug):
        return _of_class(value, cast) if value.is_class else _of_drug(value)
    if isinstance(value, ArmReference):
        return _referred(clauses, mention, value, cast, before)
    return None


def _of_drug(drug: Drug) -> Arm:
    return Arm(drug.name, targets=drug.targets, route=drug.route)


def _of_class(drug: Drug, cast: Cast) -> Arm:
    """« l’anti-IL-17 », « le rétinoïde »: the one arm of the study in that class, else the class itself."""
    members = [a for a in cast.arms if drug.targets and set(drug.targets) & set(a.targets)]
    names = {a.name for a in members}
    return members[0] if len(names) == 1 else Arm(drug.name, targets=drug.targets, is_class=True)


def _referred(
    clauses: Clauses, mention: Mention, reference: ArmReference, cast: Cast, before: Sequence[PlacedArm]
) -> Arm | None:
    if _TRIAL_NOUN.match(clauses.slice(mention.end, mention.end + 12)):
        return None
    if reference.role == "control":
        return cast.comparator or Arm("contrôle", is_control=True)
    if reference.role in ("first", "second", "last"):
        named = [p.arm for p in before if p.named]
        return _ordinal(reference.role, named if len(named) >= 2 else cast.arms, cast)
    if _ASSOCIATION_WORD.search(clauses.slice(mention.start, mention.end)):
        return _combination(cast)
    if reference.role in ("anaphor", "treated", "dose"):
        return _by_route(clauses.slice(mention.start, mention.end), cast) or cast.topic
    return None


def _ordinal(role: str, arms: Sequence[Arm], cast: Cast) -> Arm | None:
    """The first, second or last of several arms; of a treatment alone the first is itself, the second its control."""
    distinct = list(dict.fromkeys(arms))
    if len(distinct) < 2:
        return {"first": cast.topic, "second": cast.comparator or Arm("contrôle", is_control=True)}.get(role)
    return {"first": distinct[0], "second": distinct[1], "last": distinct[-1]}[role]


def _by_route(text: str, cast: Cast) -> Arm | None:
    """« le comprimé », « l’injection », « l’anticorps »: the one arm of the study that is given so or is one.

    The INN stem -mab tells an antibody (WHO, stem book).
    """
    if "anticorps" in text.lower():
        antibodies = {a.name: a for a in cast.arms if a.name.endswith("mab")}
        if len(antibodies) == 1:
            return next(iter(antibodies.values()))
    for pattern, routes in (
        (_ORAL, ("orale",)),
        (_INJECTED, ("sous-cutanée", "intraveineuse")),
        (_TOPICAL, ("topique",)),
    ):
        if pattern.search(text.lower()):
            fitting = {a.name: a for a in cast.arms if a.route in routes and not a.is_control}
            return next(iter(fitting.values())) if len(fitting) == 1 else None
    return None


def _with_dose(clauses: Clauses, mention: Mention, arm: Arm, doses: list[Mention]) -> PlacedArm:
    """The arm with the dose that stands beside it; a dose taken is struck from `doses`."""
    named = mention.family != "arm_reference"
    for dose in [] if arm.is_control else doses:
        if 0 <= dose.start - mention.end <= 25 and _BETWEEN_DRUG_AND_DOSE.match(clauses.slice(mention.end, dose.start)):
            return _taken(clauses, doses, dose, mention.start, dose.end, arm, named)
        if 0 <= mention.start - dose.end <= 6 and _BETWEEN_DOSE_AND_DRUG.match(clauses.slice(dose.end, mention.start)):
            return _taken(clauses, doses, dose, dose.start, mention.end, arm, named)
        if mention.start <= dose.start and dose.end <= mention.end:
            return _taken(clauses, doses, dose, mention.start, mention.end, arm, named)
    return PlacedArm(mention.start, mention.end, arm, named)


def _taken(
    clauses: Clauses, doses: list[Mention], dose: Mention, start: int, end: int, arm: Arm, named: bool
) -> PlacedArm:
    doses.remove(dose)
    return PlacedArm(start, end, arm.at_dose(clauses.slice(dose.start, dose.end)), named)


def _bare_doses(
    clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm], doses: Iterable[Mention]
) -> Iterator[PlacedArm]:
    """« avec 300 mg », « à celle de 8 mg », « aux doses de 15, 45 et 75 mg »: the treatment at that dose."""
    treatments = {p.arm.name: p.arm for p in placed if p.named and not p.arm.is_control}
    topic = cast.topic or (next(iter(treatments.values())) if len(treatments) == 1 else None)
    listed = False
    for dose in doses:
        lead = clauses.slice(dose.start - 40, dose.start)
        listed = bool(_BARE_DOSE_LEAD.search(lead)) or (
            listed and bool(re.search(r"(?:,|\bet|\bou)\s*(?:de\s*)?$", lead))
        )
        if topic is None or not listed or not isinstance(dose.value, Dose):
            continue
        for written in _written_doses(clauses, dose, dose.value):
            yield PlacedArm(dose.start, dose.end, topic.at_dose(written), named=False)


def _written_doses(clauses: Clauses, mention: Mention, dose: Dose) -> list[str]:
    if len(dose.amounts) < 2:
        return [clauses.slice(mention.start, mention.end)]
    return [f"{amount:g} {dose.unit}".replace(".", ",") for amount in dose.amounts]


def _associations(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« le groupe association »: the one combination among the arms of the study."""
    combination = _combination(cast)
    for match in _ASSOCIATION.finditer(clauses.text) if combination else ():
        start, end = clauses.start + match.start(), clauses.start + match.end()
        if combination and not _overlaps(placed, start, end):
            yield PlacedArm(start, end, combination, named=False)


def _combination(cast: Cast) -> Arm | None:
    combinations = {a.name: a for a in cast.arms if " + " in a.name}
    return next(iter(combinations.values())) if len(combinations) == 1 else None


def _bare_ordinals(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« 44 % dans le deuxième et 26 % dans le troisième », after « dans le premier groupe »."""
    named = list(dict.fromkeys(p.arm for p in placed if p.named))
    arms = named if len(named) >= 2 else list(dict.fromkeys(cast.arms))
    for match in _BARE_ORDINAL.finditer(clauses.text) if _GROUP.search(clauses.text) else ():
        start, end = clauses.start + match.start(), clauses.start + match.end()
        index = _ORDER[match["which"].lower()[:4]]
        if index < len(arms) and not _overlaps(placed, start, end):
            yield PlacedArm(start, end, arms[index], named=False)


def _others(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« et de 18,7 mm dans l'autre »: the group that the treatment is compared with."""
    for match in _OTHER.finditer(clauses.text):
        start, end = clauses.start + match.start(), clauses.start + match.end()
        if cast.comparator and not _overlaps(placed, start, end):
            yield PlacedArm(start, end, cast.comparator, named=False)


def _labelled(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """« le groupe toxine »: the arm whose name holds the label; where several groups are named, one of that label."""
    groups = len(_GROUP_LABEL.findall(clauses.text))
    for match in _GROUP_LABEL.finditer(clauses.text):
        start, end = clauses.start + match.start("label"), clauses.start + match.end()
        read = any(m.start < end and start < m.end for m in clauses.mentions)
        if read or _NO_LABEL.fullmatch(match["label"]) or _overlaps(placed, start, end):
            continue
        label = match["label"].lower()
        fitting = {
            a.name: a for a in cast.arms if any(w.startswith(label[:6]) for w in re.split(r"\W+", a.name.lower()))
        }
        if len(fitting) == 1:
            yield PlacedArm(start, end, next(iter(fitting.values())), named=False)
        elif not fitting and groups > 1:
            yield PlacedArm(start, end, Arm(match["label"]))


def _overlaps(placed: Sequence[PlacedArm], start: int, end: int) -> bool:
    return any(p.start < end and start < p.end for p in placed)


def _combine(clauses: Clauses, placed: Sequence[PlacedArm]) -> Iterator[PlacedArm]:
    """Arms joined by « plus », « associé à » are one arm, its members in alphabetical order."""
    current: PlacedArm | None = None
    chosen = bool(_BY_CHOICE.search(clauses.text))
    for arm in placed:
        if (
            current
            and chosen
            and re.fullmatch(r"\s*ou\s*(?:la\s+|le\s+|l['’])?", clauses.slice(current.end, arm.start))
        ):
            current = PlacedArm(current.start, arm.end, Arm(f"{current.arm.name} ou {arm.arm.name}"))
            continue
        if current and _JOINED.match(clauses.slice(current.end, arm.start)) and not arm.arm.is_control:
            current = joined(current, arm)
            continue
        if current:
            yield current
        current = arm
    if current:
        yield current


def joined(first: PlacedArm, second: PlacedArm) -> PlacedArm:
    """Two arms given together as one: names in alphabetical order, joined by ` + `.

    >>> joined(PlacedArm(0, 9, Arm("nivolumab")), PlacedArm(15, 25, Arm("ipilimumab"))).arm.name
    'ipilimumab + nivolumab'
    """
    members = sorted({*first.arm.name.split(" + "), *second.arm.name.split(" + ")})
    return PlacedArm(first.start, second.end, Arm(" + ".join(members)))
