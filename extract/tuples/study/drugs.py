"""Which drugs a study is of: named with it, its subject, known of its trial, or those told of before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extract.entities.combinations import combination_name
from extract.rules.word_lists import holds_any
from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.context import Frame
from extract.tuples.frame import KnownStudy

_DET = r"(?:la |le |l'|les )?"

_NAMED_AFTER = re.compile(
    r"^[^.;]{0,70}?\b(?:du|de|de la|de l'|d'|avec|evalu\w+|test\w+|compar\w+|oppos\w+|confront\w+|associ\w+"
    rf"|traite\w* par|entre|recevant|recu)\s?(?:une? (?:autre )?[a-z ]{{0,30}},? )?{_DET}"
    r"(?:(?:deux|trois|quatre|plusieurs) (?:doses|schemas|concentrations) (?:orales? )?d[e'] ?)?"
    r"(?:traitement par (?:le |la |l')?)?$"
)
"""What may stand between a study and its drug: « un essai chez 80 adultes a comparé le … »."""

_SHARED_OUT = re.compile(
    rf"^[^.;]{{0,140}}?\b(?:(?:randomis\w+|repart\w+|tire\w* au sort)\b[^.;]{{0,40}}?\b(?:entre|recevoir)"
    rf"|(?:compar|evalu|test|oppos)(?:e|ent|ait|aient|ant|era))\s?(?:une? [a-z]+ (?:de |d'|a base de ))?{_DET}$"
)
"""« , menée dans dix centres, a tiré au sort 80 enfants entre une crème d' »: the drug that patients got by lot."""

_PRIOR = re.compile(r"\b(?:echecs?|resistan\w+|refractaires?|intoleran\w+|naifs?|non-?repond\w+)\b[^.;,]{0,30}$")
"""Words before a drug that patients had before the study: « en échec du »."""

_SUBJECT = re.compile(
    r"^[^.;]{0,80}?\b(?:est|sont|etait|etaient|a|ont|avait|avaient|fait|font|entren?t?|se poursuit|echou\w+|dans)\b"
    r"[^.;]{0,60}$"
)
"""What stands between a drug and the study that it is said of: « le … , antagoniste de X, est en phase III »."""

_FOIL = re.compile(
    r"(?:face a[ux]?|contre|versus|vs\.?|par rapport a[ux]?|compare\w* a[ux]?|sous|apres|hors|que|comme|naifs? d[eu']"
    r"|(?:superieure?s?|inferieure?s?|equivalente?s?) a(?:ux?)?|(?:superiorite|avantage) sur|echec d[eu']|avant"
    r"|ajoute\w* a[ux]?|en plus d[eu']|par|comparaison(?: [a-z]+)? a[ux]?|que (?:celles?|celui|ceux) d[eu']"
    rf"|combinaison avec|association avec)\s?{_DET}$"
)
"""Words before a drug that make it what patients had, or what the study's drug is compared with."""

_JOINED = re.compile(r"(?:\s*\([^()]*\))?\s*(?:,|et|ou|ainsi que)?\s*(?:et\s)?(?:la |le |l'|les |du |de la |de l')?")
"""What parts the members of a list of drugs."""


@dataclass(frozen=True)
class Scene:
    """The document's text, the sentence's arms, and what holds at the sentence (`frame`) and before it (`before`).

    The text is folded and in lower case; `controls` are the names of arms that are no treatment under study.
    """

    text: str
    placed: tuple[PlacedArm, ...]
    frame: Frame
    before: Frame
    controls: frozenset[str]

    @cached_property
    def named(self) -> list[PlacedArm]:
        """The treatments that the sentence names; controls, classes and words that stand for an arm are left out."""
        return [arm for arm in self.placed if arm.named and not arm.arm.is_class and not self.holds_control(arm.arm)]

    def holds_control(self, arm: Arm) -> bool:
        """Whether an arm is a control, alone or beside a treatment that both arms have (« corticoïdes + placebo »)."""
        return arm.is_control or not self.controls.isdisjoint(arm.name.split(" + "))


def drugs_of(
    start: int,
    told: tuple[str, ...],
    scene: Scene,
    known: KnownStudy | None,
    lexicon: str | None,
    *,
    is_review: bool = False,
    is_open: bool = False,
) -> tuple[str, ...]:
    """The drugs of the study mentioned at character `start` of the text; none where nothing settles it.

    `told` are those that the sentence itself gives it (`drugs_told`), `known` is what the document tells of the trial,
    `lexicon` the trial's drug by the rules where the document names it. In a study without a control every arm is a
    drug under study, and so are the arms told of before in a review. `is_open` where only the sentence itself may tell
    (« des essais randomisés suggèrent »).
    """
    if lexicon:
        told = (lexicon,)
    elif not told and known and known.drug:
        told = (known.drug,)
    head_to_head = _head_to_head(start, scene, known)
    if head_to_head and (not told or told[0] in head_to_head):
        return head_to_head
    if not told and is_review:
        told = _uncontrolled(scene.frame.arms, scene)
    if not told and _tells_of_class(start, scene):
        return ()
    return told if told or is_open else _others(scene) or scene.frame.drugs


def _tells_of_class(start: int, scene: Scene) -> bool:
    """« Les inhibiteurs de JAK1 entrent en phase III », « Toutes ont été testées »: no one drug is the subject."""
    if _ALL.match(scene.text[scene.frame.start : start]):
        return True
    if any(_EXPOSED.search(scene.text[max(start, arm.start - 40) : arm.start]) for arm in _classes(scene)):
        return True
    return any(arm.end <= start for arm in _classes(scene)) and not scene.named


def _classes(scene: Scene) -> list[PlacedArm]:
    return [arm for arm in scene.placed if arm.arm.is_class]


_ALL = re.compile(
    r"\W*(?:toute?s|tous|ces (?:deux|trois|quatre) [a-z]+|les (?:deux|trois|quatre) [a-z]+)\s(?:ont|sont|etaient)\b"
)
"""A plural subject stands for several drugs, never for the one told of last."""

_EXPOSED = re.compile(rf"\b(?:exposee?s? a(?:ux?)?|traitee?s? par|recevant|sous)\s?(?:des |un |une )?{_DET}$")
"""« une cohorte de malades exposés aux anti-IL-17 »: the study is of the class."""


def _others(scene: Scene) -> tuple[str, ...]:
    """The one treatment that the sentence names, where it is not what patients had or what others are compared with."""
    leads = [(arm, scene.text[scene.frame.start : arm.start]) for arm in scene.named]
    names = dict.fromkeys(
        arm.arm.name for arm, lead in leads if not _FOIL.search(lead[-40:]) and not _COMPARED_TO.search(lead)
    )
    if len(names) != 1 or names.keys() & {*scene.frame.drugs}:
        return () if scene.frame.drugs else tuple(names)
    return tuple(names)


_ANAPHOR = re.compile(
    r"(?:^|[;,.] )(?:il|elle|ce dernier|cette derniere|(?:cette|la)(?: derniere)? molecule|ce traitement|ce medicament"
    r"|cet anticorps)\s[^.;]{0,40}$"
)
_OBJECT = re.compile(r"^[^.;]{0,60}?\b(?P<pronoun>l'|les |la |le )(?:evalu|compar|test|confront|oppos|etudi)")
"""« pour l'évaluer », « les a confrontés »: the drugs told of before are what is studied."""
_OBJECT_CORES = ("evalu", "compar", "test", "confront", "oppos", "etudi")


def drugs_told(start: int, end: int, scene: Scene) -> tuple[str, ...]:
    """The drugs that the sentence itself gives the study mentioned at characters `start` to `end`, by name or by a word
    that stands for one."""
    frame, earlier = scene.frame, scene.before.drugs
    if len(earlier) == 1 and (added := _added_to(end, scene)):
        return (combination_name((*earlier, added)),)
    told = scene.text[end : frame.end] if earlier else ""
    if holds_any(told, _OBJECT_CORES) and (object_ := _OBJECT.match(told)):
        return earlier if len(earlier) > 1 or object_["pronoun"] != "les " else ()
    after = _named_after(end, scene.named, scene.text)
    if len(earlier) == 1 and _ANAPHOR.search(scene.text[max(frame.start, start - 80) : start]):
        return tuple(dict.fromkeys((*earlier, *after)))
    return after or _subject_before(start, scene.named, scene.text)


_ADDED = re.compile(
    rf"\s(?:associant|combinant|evaluant)\s(?:ce(?:tte)? (?:derni(?:er|ere)|molecule|traitement)|celui-ci|celle-ci)\s"
    rf"(?:associee?\s)?(?:au|a|avec)\s?{_DET}$"
)
"""« un essai associant ce dernier à la … »: the drug told of before together with the one that follows."""


def _added_to(end: int, scene: Scene) -> str | None:
    """The drug that a study gives beside the one told of before; None where it gives none."""
    return next((a.arm.name for a in scene.named if _ADDED.match(scene.text[end : a.start])), None)


def _named_after(end: int, named: Sequence[PlacedArm], text: str) -> tuple[str, ...]:
    """The arm that follows the mention with « du », « a comparé », and those listed beside it."""
    following = [a for a in named if a.start >= end and not _PRIOR.search(text[end : a.start])]
    lead = text[end : following[0].start] if following else ""
    if not following or not (_NAMED_AFTER.search(lead) or _SHARED_OUT.search(lead)):
        return ()
    return _listed(following, text)


def _subject_before(start: int, named: Sequence[PlacedArm], text: str) -> tuple[str, ...]:
    """The drugs that the study is told of, « X et Y ont été comparés dans un essai »; foils are no subject."""
    before = [arm for arm in named if arm.end <= start]
    for place in range(len(before) - 1, -1, -1):
        arm = before[place]
        if _FOIL.search(text[max(0, arm.start - 40) : arm.start]):
            continue
        if _SUBJECT.search(text[arm.end : start]):
            first = place
            while first and _JOINED.fullmatch(text[before[first - 1].end : before[first].start]):
                first -= 1
            return _listed(before[first : place + 1], text)
    return ()


_BESIDE = re.compile(rf"(?:avant|apres|hors|naifs? d[eu']|echec d[eu'])\s?{_DET}$")
"""Words before a treatment that is no arm of the study."""


def _listed(arms: Sequence[PlacedArm], text: str) -> tuple[str, ...]:
    """The first of `arms` and those joined to it by commas and « et »."""
    names = [arms[0].arm.name]
    for before, after in pairwise(arms):
        if not _JOINED.fullmatch(text[before.end : after.start]):
            break
        names.append(after.arm.name)
    return tuple(dict.fromkeys(names))


_COMPARED_TO = re.compile(
    rf"(?:\b(?:compar|oppos|confront)\w+\b[^.;]*\s(?:a|au|aux|a la|a l'|et a|et au)|contre|versus|\bvs\.?"
    rf"|\b(?:superieure?s?|inferieure?s?) a(?:ux?)?|\b(?:superiorite|avantage) sur|\bque)\s?{_DET}$"
)
"""« compare X à Y », « X, supérieur à Y »: Y is what X is tested against."""

_FINITE = re.compile(r"\b(?:est|sont|a|ont|etait|etaient|avait|avaient|fut)\b")


def _head_to_head(start: int, scene: Scene, known: KnownStudy | None) -> tuple[str, ...]:
    """All arms of a study whose arms its clause tells side by side, none of them a control or a mere comparator."""
    if len(scene.placed) < 2 or (known and any(arm.is_control for arm in known.arms)):
        return ()
    text = scene.text
    low = text.rfind(";", scene.frame.start, start) + 1
    high = text.find(";", start, scene.frame.end) % (len(text) + 1)
    here: list[PlacedArm] = []
    for arm in (arm for arm in scene.placed if low <= arm.start < high):
        if here and here[-1].end > start and _FINITE.search(text[here[-1].end : arm.start]):
            break  # another statement begins
        lead = text[max(low, scene.frame.start) : arm.start]
        if not _BESIDE.search(lead[-40:]) and not _COMPARED_TO.search(lead):
            here.append(arm)
    return _uncontrolled(_without_lone_member([arm.arm for arm in here]), scene)


def _without_lone_member(arms: Sequence[Arm]) -> list[Arm]:
    """« A ajouté à B, contre B seul »: the one member given alone is what the combination is compared with."""
    members = {name for arm in arms if " + " in arm.name for name in arm.name.split(" + ")}
    alone = {arm.name for arm in arms} & members
    return [arm for arm in arms if len(alone) != 1 or arm.name not in alone]


def _uncontrolled(arms: Sequence[Arm], scene: Scene) -> tuple[str, ...]:
    """The names of two or more arms none of which is a control; none otherwise."""
    names = dict.fromkeys(arm.name for arm in arms if not arm.is_class)
    return tuple(names) if len(names) > 1 and not any(scene.holds_control(arm) for arm in arms) else ()
