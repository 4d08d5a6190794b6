"""Arms of a comparison: which drug, dose or control each mention of a sentence stands for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.entities.folding import fold_lower
from extract.entities.model import ArmReference, Control, Dose, Drug
from extract.tuples.added import added_to_another, may_add
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.arm_cues import ArmCues, load_cues
from extract.tuples.background import is_background, may_tell_of_before
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.compared import is_compared
from extract.tuples.given_together import combine
from extract.tuples.pointers import combination, may_point, with_pointed_at

_BETWEEN_DOSE_AND_DRUG = re.compile(r"^\s*(?:de\s+|d['’]\s?)?(?:la\s+|l['’]\s?)?$")
_DEFINITE = re.compile(r"(?:\b(?:le|la|du|au|cet|cette|ce|sous|avec)\s|\bl['’])$", re.IGNORECASE)
_APPOSITION = re.compile(
    r"\s*\)?\s*(?:,|\()\s*(?:une?\s+|l['’])?(?:(?:autre|nouvel|nouveau|premier|second)\s+)?"
    r"(?:anticorps\s+)?(?:monoclonal\s+)?"
)
_NAMED = re.compile(r",\s*(?:l[ea]\s+|l['’])?")
_LABEL = re.compile(r"\b(?:groupe|bras)\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"\s*(?:(?P<bracket>\()|(?:qui\s+)?(?:recev|pren|associ|combin)\w+\s)\s*"
    r"(?:une?\s+|l[ea]s?\s+|l['’]|du\s+|de la\s+|de l['’]|des\s+)?"
)
_NEXT_DOSE = re.compile(r"\s*(?:,|,?\s*\b(?:et|ou|puis))\s*(?:de\s+|à\s+)?")
_LIST_GAP = 10
"""« sous A 20 mg, 30 mg et placebo »: what parts a dose from the arm before it, and how many characters."""


def place_arms(clauses: Clauses, cast: Cast) -> tuple[PlacedArm, ...]:
    """The arms of a sentence in text order, references resolved by `cast`; a reference that stays open is left out."""
    for known, placed in clauses.placed:
        if known == cast:
            return placed
    if clauses.placed and _tells_all_by_name(clauses):
        known, placed = clauses.placed[0]
        if combination(known) is None and combination(cast) is None:
            return placed
    found = _place_arms(clauses, cast)
    clauses.placed.append((cast, found))
    return found


def _tells_all_by_name(clauses: Clauses) -> bool:
    """Whether each arm of a sentence is a drug by its own name, whomever the reader has in mind."""
    if clauses.has("control", "arm_reference", "dose") or may_point(clauses) or may_add(clauses):
        return False
    return not any(isinstance(drug.value, Drug) and drug.value.is_class for drug in clauses.of("drug"))


def _place_arms(clauses: Clauses, cast: Cast) -> tuple[PlacedArm, ...]:
    placed: list[PlacedArm] = []
    mentions, doses = clauses.of("drug", "control", "arm_reference"), list(clauses.of("dose"))
    tells_of_before = bool(mentions) and may_tell_of_before(clauses)
    for mention in mentions:
        if placed and placed[0].start - clauses.start < 3 and not placed[0].named:
            cast = cast._replace(topic=placed[0].arm)  # « Ce dernier, à la dose de 100 mg, … »
        if (tells_of_before and is_background(clauses, mention)) or _is_form_of_next(clauses, mention):
            continue
        if _is_apposed(clauses, mention, placed) or _is_label_of_next(clauses, mention):
            continue
        arm = _resolve(clauses, mention, cast, placed)
        if arm is not None:
            placed.append(_with_dose(clauses, mention, arm, doses))
    if placed:
        placed = added_to_another(clauses, cast, placed)
    placed = with_pointed_at(clauses, cast, placed)
    placed += _bare_doses(clauses, cast, placed, doses) if doses else ()
    if len(placed) < 2:
        return tuple(placed)
    return tuple(combine(clauses, sorted(placed, key=lambda p: p.start)))


def _is_form_of_next(clauses: Clauses, mention: Mention) -> bool:
    """« La pommade aux sinécatéchines »: a form with its drug behind it points at nothing said before."""
    if mention.family != "arm_reference":
        return False
    of_drug = load_cues(clauses.rules_dir).of_drug
    return any(
        drug.start >= mention.end and of_drug.fullmatch(clauses.slice(mention.end, drug.start))
        for drug in clauses.of("drug")
    )


def _is_label_of_next(clauses: Clauses, mention: Mention) -> bool:
    """« le bras A (dupilumab) », « le groupe témoin recevait un placebo »: the label and its treatment are one arm."""
    if mention.family == "drug" or not _LABEL.search(clauses.slice(mention.start, mention.end)):
        return False
    for arm in clauses.of("drug", "control"):
        if arm.start >= mention.end and (lead := _GIVEN.fullmatch(clauses.slice(mention.end, arm.start))):
            return lead["bracket"] is None or clauses.slice(arm.end, arm.end + 1) == ")"
    return False


def _resolve(clauses: Clauses, mention: Mention, cast: Cast, before: Sequence[PlacedArm]) -> Arm | None:
    value = mention.value
    if isinstance(value, Control):
        return _control(clauses.slice(mention.start, mention.end), value, cast, load_cues(clauses.rules_dir))
    if isinstance(value, Drug):
        if not value.is_class:
            return _of_drug(value)
        return _of_class(value, cast, is_one=_is_the_one(clauses, mention))
    if isinstance(value, ArmReference):
        return _referred(clauses, mention, value, cast, before)
    return None


def _control(text: str, control: Control, cast: Cast, cues: ArmCues) -> Arm:
    """The control of that name; « les témoins » are its placebo group, « le comparateur » its other arm."""
    known = cast.comparator
    if known and (cues.comparator.search(text) or (known.is_control and cues.control_group.search(text))):
        return known
    return Arm(control.name, is_control=True)


def _of_drug(drug: Drug) -> Arm:
    return Arm(drug.name, targets=drug.targets, route=drug.route)


def _of_class(drug: Drug, cast: Cast, is_one: bool) -> Arm:
    """« l’anti-IL-17 », « le rétinoïde »: the one arm of the study in that class, else the class itself.

    In the singular it may also be the one drug of the class that the document has named: « un essai de l'anti-IL-17 ».
    """
    members = [a for a in cast.arms if drug.targets and set(drug.targets) & set(a.targets)]
    if not members and is_one:
        members = [a for a in cast.arms if set(a.name.split(" + ")) <= set(drug.members)]
        members = members or [Arm(name, targets=drug.targets) for name in cast.told if name in drug.members]
    names = {a.name for a in members}
    return members[0] if len(names) == 1 else Arm(drug.name, targets=drug.targets, is_class=True)


def _is_the_one(clauses: Clauses, mention: Mention) -> bool:
    """Whether a class stands in the singular behind « le », « du », « cet »: one drug is meant by it."""
    lead, written = clauses.slice(mention.start - 6, mention.start), clauses.slice(mention.start, mention.end)
    return _DEFINITE.search(lead) is not None and not any(word.endswith("s") for word in written.split()[:1])


def _is_apposed(clauses: Clauses, mention: Mention, placed: Sequence[PlacedArm]) -> bool:
    """« Le rélatlimab, anticorps anti-LAG-3, … », « Cet anti-IL-23, le tildrakizumab, … »: what a drug is."""
    if not (isinstance(mention.value, Drug) and mention.value.is_class):
        return False
    following = next((m for m in clauses.of("drug") if m.start >= mention.end), None)
    if following and isinstance(following.value, Drug) and following.value.name in mention.value.members:
        named = _NAMED.fullmatch(clauses.slice(mention.end, following.start))
        return named is not None and clauses.slice(following.end, following.end + 1) in (",", ")")
    if not placed:
        return False
    before = placed[-1]
    return bool(
        before.named
        and (before.arm.name in mention.value.members or set(before.arm.targets) & set(mention.value.targets))
        and _APPOSITION.fullmatch(clauses.slice(before.end, mention.start))
    )


def _referred(
    clauses: Clauses, mention: Mention, reference: ArmReference, cast: Cast, before: Sequence[PlacedArm]
) -> Arm | None:
    cues = load_cues(clauses.rules_dir)
    if cues.trial_noun.match(fold_lower(clauses.slice(mention.end, mention.end + 12))):
        return None
    if reference.role == "control":
        return cast.comparator or Arm("contrôle", is_control=True)
    if reference.role in ("first", "second", "last"):
        named = _told_apart(before)
        if clauses.of("control") and len(named) < 2 and len({a.name for a in cast.arms if not a.is_control}) < 2:
            return cast.topic  # « 24 % avec le premier schéma, 18 % avec le second et 2 % sous placebo »
        return _ordinal(reference.role, named if len(named) >= 2 else cast.arms, cast)
    if cues.mixture.search(clauses.slice(mention.start, mention.end)):
        return combination(cast)
    if reference.role in ("anaphor", "treated", "dose"):
        return _by_route(clauses.slice(mention.start, mention.end), cast, cues) or cast.topic
    return None


def _told_apart(before: Sequence[PlacedArm]) -> list[Arm]:
    """The arms of the sentence that its « premiers » and « seconds » count: those named, else those pointed at."""
    named = [p.arm for p in before if p.named]
    pointed_at = list(dict.fromkeys(p.arm for p in before))
    return pointed_at if len(named) < 2 <= len(pointed_at) else named


def _ordinal(role: str, arms: Sequence[Arm], cast: Cast) -> Arm | None:
    """The first, second or last of several arms; of a treatment alone the first is itself, the second its control."""
    distinct = list(dict.fromkeys(arms))
    if len(distinct) < 2:
        return {"first": cast.topic, "second": cast.comparator or Arm("contrôle", is_control=True)}.get(role)
    return {"first": distinct[0], "second": distinct[1], "last": distinct[-1]}[role]


def _by_route(text: str, cast: Cast, cues: ArmCues) -> Arm | None:
    """« le comprimé », « l’injection », « l’anticorps »: the one arm of the study that is given so or is one.

    The INN stem -mab tells an antibody (WHO, stem book).
    """
    if cues.antibody.search(text):
        antibodies = {a.name: a for a in cast.arms if a.name.endswith("mab")}
        if len(antibodies) == 1:
            return next(iter(antibodies.values()))
    for form, routes in cues.routes:
        if form.search(text):
            fitting = {a.name: a for a in cast.arms if a.route in routes and not a.is_control}
            return next(iter(fitting.values())) if len(fitting) == 1 else None
    return None


def _with_dose(clauses: Clauses, mention: Mention, arm: Arm, doses: list[Mention]) -> PlacedArm:
    """The arm with the dose that stands beside it; a dose taken is struck from `doses`."""
    named, to_dose = mention.family != "arm_reference", load_cues(clauses.rules_dir).drug_to_dose
    for dose in [] if arm.is_control else doses:
        if 0 <= dose.start - mention.end <= 25 and to_dose.match(clauses.slice(mention.end, dose.start)):
            return _taken(clauses, doses, dose, mention.start, dose.end, arm, named)
        if 0 <= mention.start - dose.end <= 6 and _BETWEEN_DOSE_AND_DRUG.match(clauses.slice(dose.end, mention.start)):
            return _taken(clauses, doses, dose, dose.start, mention.end, arm, named)
        if mention.start <= dose.start < mention.end:  # « avec 12 mg » of « avec 12 mg x 2/jour »
            return _taken(clauses, doses, dose, mention.start, max(mention.end, dose.end), arm, named)
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
    doses = list(doses)
    subject = _only_subject(clauses, cast, placed, doses[0].start) if doses else None
    topic = subject or cast.topic or (next(iter(treatments.values())) if len(treatments) == 1 else None)
    listed, last, cues = False, None, load_cues(clauses.rules_dir)
    for dose in doses:
        lead = clauses.slice(dose.start - 40, dose.start)
        last = next((p for p in placed if p.arm.dose and p.end <= dose.start <= p.end + _LIST_GAP), last)
        if last and isinstance(dose.value, Dose) and _NEXT_DOSE.fullmatch(clauses.slice(last.end, dose.start)):
            listed_here = [last.arm.at_dose(each) for each in _written_doses(clauses, dose, dose.value)]
            yield from (PlacedArm(dose.start, dose.end, arm, named=False) for arm in listed_here)
            last = PlacedArm(dose.start, dose.end, listed_here[-1], named=False)
            continue
        listed = (
            bool(cues.bare_dose_lead.search(lead))
            or _is_item(clauses, dose)
            or (listed and bool(re.search(r"(?:,|\bet|\bou)\s*(?:de\s*)?$", lead)))
        )
        if topic is None or not listed or not isinstance(dose.value, Dose):
            continue
        for written in _written_doses(clauses, dose, dose.value):
            yield PlacedArm(dose.start, dose.end, topic.at_dose(written), named=False)


def _only_subject(clauses: Clauses, cast: Cast, placed: Sequence[PlacedArm], before: int) -> Arm | None:
    """The one treatment that the sentence names, `before` its doses, unless another is compared with it."""
    treatments = [p for p in placed if p.named and not p.arm.is_control and not p.arm.is_class]
    known = [a for a in cast.arms if cast.topic is None or a.name != cast.topic.name]
    one = len({p.arm.name for p in treatments}) == 1 and treatments[0].start < before
    if not one or any(is_compared(clauses, p) or any(p.arm.same_as(a) for a in known) for p in treatments):
        return None
    return treatments[0].arm._replace(dose=None)


def _is_item(clauses: Clauses, dose: Mention) -> bool:
    """Whether the dose names an item of a list: « 8 mg, 51 % ; 20 mg : 74 % », « 51 % sous 8 mg, 20 mg 74 % »."""
    before, after = clauses.slice(dose.start - 3, dose.start), clauses.slice(dose.end, dose.end + 9)
    opens = re.search(r"(?:^|[;:])\s*$", before) and re.match(r"\s*[,:=]\s*\d", after)
    return bool(opens or (re.search(r"[,;]\s*$", before) and re.match(r"\s\d+(?:,\d)?\s?%", after)))


def _written_doses(clauses: Clauses, mention: Mention, dose: Dose) -> list[str]:
    written = clauses.slice(mention.start, mention.end)
    if len(dose.amounts) < 2 and re.search(r"[a-z%]", written, re.IGNORECASE):
        return [written]
    return [f"{amount:g} {dose.unit}".replace(".", ",") for amount in dose.amounts]
