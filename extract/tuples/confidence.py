"""How sure a row is: the measured precision of the rule that made it, among rows of its make."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from extract.rules.yaml_files import load_yaml
from extract.tuples.model import Draft
from schema.vocabulary import Kind

Make = Literal["any", "scale compared", "scale alone", "words compared", "words alone"]
"""What a row holds, as far as it tells how sure it is: of results the form of the endpoint, and a comparator."""

PRIOR_ROWS = 4
"""Weight, in rows, of what is known before: a make seen five times is not certain, one seen a hundred is."""

_SCALE_LABEL = re.compile(r"\d|[A-Z]{3}")
"""EASI75, IGA0/1, DLQI: labels of the lexicon's scales hold a number or capitals."""


class Measured(NamedTuple):
    """What gold said of rows of one rule and make: `right` of `found`."""

    right: int
    found: int


def make_of(kind: Kind, endpoint: str | None, comparator: str | None) -> Make:
    """The make of a row, by the cells that tell most of whether it is right.

    >>> make_of("result", "EASI75", "placebo"), make_of("result", "guérison", None), make_of("study", None, None)
    ('scale compared', 'words alone', 'any')
    """
    if kind != "result":
        return "any"
    if endpoint and _SCALE_LABEL.search(endpoint):
        return "scale compared" if comparator else "scale alone"
    return "words compared" if comparator else "words alone"


def calibrated(draft: Draft) -> float:
    """The confidence of the row, 0 to 1 in hundredths.

    It is the precision on gold of its rule among rows of its make, drawn towards the rule's precision where gold has
    seen few of them, and that towards the rule's own estimate (`Draft.confidence`).
    """
    by_make, whole = _measured(draft.rule)
    own = by_make.get(make_of(draft.kind, draft.endpoint, draft.comparator), _NEVER)
    return round(blend(blend(draft.confidence, whole), own), 2)


_NEVER = Measured(0, 0)


@cache
def _measured(rule: str) -> tuple[Mapping[Make, Measured], Measured]:
    """What gold said of a rule, by make of row and of all together."""
    by_make = measured_rules().get(rule, {})
    return by_make, Measured(sum(m.right for m in by_make.values()), sum(m.found for m in by_make.values()))


def blend(estimate: float, measured: Measured) -> float:
    """`estimate` counted as `PRIOR_ROWS` rows beside the measured ones.

    >>> blend(0.5, Measured(0, 0)), blend(0.5, Measured(96, 96))
    (0.5, 0.98)
    """
    return (measured.right + PRIOR_ROWS * estimate) / (measured.found + PRIOR_ROWS)


@cache
def measured_rules() -> Mapping[str, Mapping[Make, Measured]]:
    """The rules of `extract/rules/confidence.yaml` by name, each by make of row."""
    data = load_yaml(files("extract.rules").joinpath("confidence.yaml").read_text(encoding="utf-8"))
    return {rule: {make: Measured(**counts) for make, counts in makes.items()} for rule, makes in data["rules"].items()}
