"""Arms of one drug told apart by what is added to it: « méthotrexate seul », « méthotrexate + bolus »."""

import re
from collections import Counter
from collections.abc import Mapping

from extract.entities.combinations import combination_name
from extract.tuples.tables.label import LabelArm

_ADDED = re.compile(r"\+\s*(?P<what>[^\W\d_]{3,}(?:[ -][^\W\d_]{2,}){0,2})\s*(?=$|[(\[,;:*†‡])")


def told_apart(arms: Mapping[int, tuple[LabelArm, str]]) -> dict[int, LabelArm]:
    """The arms, by row or column, that share drug and dose with another and whose text adds something to the drug.

    A treatment added in every arm is none of the arm's name.

    >>> alone, more = LabelArm("méthotrexate"), LabelArm("méthotrexate")
    >>> told_apart({1: (alone, "Méthotrexate seul"), 2: (more, "Méthotrexate + bolus (n = 38)")})
    {2: LabelArm(name='bolus + méthotrexate', dose=None, is_control=False)}
    >>> told_apart({1: (alone, "Méthotrexate + bolus"), 2: (LabelArm("placebo"), "Placebo + bolus")})
    {}
    """
    shared = Counter(arm for arm, _ in arms.values())
    found: dict[int, LabelArm] = {}
    for place, (arm, text) in arms.items():
        match = _ADDED.search(text) if shared[arm] > 1 and arm.name else None
        if match and arm.name and match["what"].lower() not in arm.name:
            found[place] = arm._replace(name=combination_name([arm.name, match["what"].lower()]))
    return found if len({arm for arm, _ in arms.values()} | set(found.values())) > len(shared) else {}
