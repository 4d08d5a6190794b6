"""Drugs given together as one treatment: « dabrafénib + tramétinib », « l'association de … et de … », « … plus … »."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import cast

from extract.entities.model import Drug
from extract.entities.spans import Found

_ARTICLE = r"(?:l'|la |le |les |du |de la |de l'|des |d'|de |un |une )?"
_ALWAYS = re.compile(
    r"(?:[ ]\d+(?:[.,]\d+)?[ ]?(?:%|mg|µg))?(?:[ ]?\+[ ]?|/|-|[ ]plus[ ]"
    r"|,?[ ](?:associee?s?|combinee?s?|couplee?s?)[ ](?:a|au|aux|avec)[ ]"
    rf"|,?[ ]en[ ](?:association|combinaison|bitherapie)[ ](?:a|au|aux|avec)[ ]){_ARTICLE}"
)
"""Between two drugs these make one treatment wherever they stand."""

_AFTER_HEAD = re.compile(rf"(?:[ ](?:et|avec|a|au|plus)[ ]{_ARTICLE}|[ ][-][ ])")
_HEAD = re.compile(
    r"\b(?:association|combinaison|bitherapie|therapie combinee|traitement combine|double blocage|tritherapie)s?"
    r"(?: fixes?| orales?| therapeutiques?| topiques?)?(?: par| associant| combinant| comprenant| avec| entre)? ?"
    rf"{_ARTICLE}$"
)
"""Only after such a head does a plain « et » join two drugs into one treatment."""

_TAKEN_TOGETHER = re.compile(r"\b(?:recu|recevant|recevaient|recevoir|traitee?s? par|associant|combinant) $")
_BARE_AND = re.compile(r"[ ](?:et|avec)[ ]")
"""« ayant reçu rituximab et prednisone »: after such a verb, names without articles were given together."""

_COMMA = re.compile(rf",[ ]{_ARTICLE}")
_LAST_OF = re.compile(rf",?[ ](?:et|plus)[ ]{_ARTICLE}")
_ASSOCIATING = re.compile(rf"\b(?:(?:gel|creme|lotion|mousse) fixe|associant|combinant) {_ARTICLE}$")
"""Before an enumeration of three that is one treatment."""

_ONTO = re.compile(r"\bassociee?s? (?:a|aux?)\b")
_AND_ONTO = re.compile(r",?[ ]et (?:a |aux? )(?:la |l')?")
"""« associé à la clindamycine et au peroxyde de benzoyle »: what « à » takes up again is associated as well."""

_HEAD_REACH = 60


def joined(text: str, finds: Iterable[Found]) -> Iterator[Found]:
    """`finds` of drugs in the folded `text`, with those that are given together made one, `Drug.name` in ` + ` form."""
    group: list[Found] = []
    ordered = list(finds)
    for index, find in enumerate(ordered):
        if group and (_joins(text, group, find) or _enumerates(text, group, ordered[index : index + 2])):
            group.append(find)
            continue
        yield from _combined(group)
        group = [find]
    yield from _combined(group)


def _joins(text: str, group: list[Found], find: Found) -> bool:
    if find.start - group[-1].end > _HEAD_REACH:
        return False
    between = text[group[-1].end : find.start]
    if any(_name(find) == _name(other) for other in group):
        return False
    if _ALWAYS.fullmatch(between):
        return not _same_kind(group[-1], find) or between.strip() != "/"
    if len(group) > 1 and _AND_ONTO.fullmatch(between) and _ONTO.search(text[group[-2].end : group[-1].start]):
        return True
    head = text[max(0, group[0].start - _HEAD_REACH) : group[0].start]
    if len(group) > 1 and _LAST_OF.fullmatch(between) and _COMMA.fullmatch(text[group[-2].end : group[-1].start]):
        return True
    if _BARE_AND.fullmatch(between) and _TAKEN_TOGETHER.search(head):
        return True
    return bool(_AFTER_HEAD.fullmatch(between) and _HEAD.search(head))


def _enumerates(text: str, group: list[Found], following: list[Found]) -> bool:
    """« l'association trétinoïne, clindamycine et peroxyde de benzoyle »: a comma joins where « et » joins the next."""
    if len(following) < 2 or not _COMMA.fullmatch(text, group[-1].end, following[0].start):
        return False
    head = text[max(0, group[0].start - _HEAD_REACH) : group[0].start]
    if not (_HEAD.search(head) or _ASSOCIATING.search(head)):
        return False
    return bool(_LAST_OF.fullmatch(text[following[0].end : following[1].start]))


def _name(find: Found) -> str:
    return cast(Drug, find.value).name


def _same_kind(one: Found, other: Found) -> bool:
    """« adalimumab/infliximab » lists two drugs on one target rather than giving them together."""
    first, second = cast(Drug, one.value), cast(Drug, other.value)
    return bool(first.targets) and first.targets == second.targets


def _combined(group: list[Found]) -> Iterator[Found]:
    if len(group) < 2:
        yield from group
        return
    drugs = [cast(Drug, find.value) for find in group]
    names = {part: None for drug in drugs for part in drug.name.split(" + ")}
    if len(names) < 2:
        yield from group
        return
    value = Drug(
        name=combination_name(names),
        targets=tuple(dict.fromkeys(target for drug in drugs for target in drug.targets)),
        route=drugs[0].route if len({drug.route for drug in drugs}) == 1 else None,
        is_class=any(drug.is_class for drug in drugs),
        is_procedure=all(drug.is_procedure for drug in drugs),
        by_stem=any(drug.by_stem for drug in drugs),
    )
    yield Found(group[0].start, group[-1].end, value)


def combination_name(names: Iterable[str]) -> str:
    """The evidence table's name of treatments given together: each drug once, in alphabetical order.

    Accents have no part in the order, as in French dictionaries. A name may itself be that of a combination.

    >>> combination_name(["simvastatine", "ézétimibe"]), combination_name(["nivolumab", "ipilimumab + nivolumab"])
    ('ézétimibe + simvastatine', 'ipilimumab + nivolumab')
    """
    return " + ".join(sorted({drug for name in names for drug in name.split(" + ")}, key=_alphabetical))


def _alphabetical(name: str) -> tuple[str, str]:
    return _without_accents(name), name


def _without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()
