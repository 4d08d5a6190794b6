"""p values that a later sentence tells of the values before it: « cette différence était significative (p = 0,03) »."""

import re
from collections.abc import Sequence

from extract.entities.model import Endpoint, PValue, Trial
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.model import Draft, PrintedP

_VERDICT = Cue(
    r"\b(?:différences?|écarts?|comparaisons?|supériorité|avantages?|résultats?|bénéfices?|effets?|gains?|tests?"
    r"|significati(?:f|fs|ve|ves|vement))\b",
    "diff écar comp supé avan résu béné effe gain test sign",
)
_ALL = Cue(
    r"\b(?:tou(?:te?s|s)|chaque|chacune?|l['’]ensemble|les (?:deux|trois|quatre)|partout)\b",
    "tous tout chaq chac ense deux troi quat part",
)
_SAVE = re.compile(r"\b(?:sauf|hormis|excepté|à l['’]exception|ailleurs|autres)\b", re.IGNORECASE)


def with_later_p(told: Sequence[Draft], last: int, clauses: Clauses, now: Sequence[Draft]) -> list[Draft]:
    """The drafts `told` before in the block, with the p that a sentence tells of them.

    `last` is how many of them the sentence before gave, `now` what this sentence gives: where it holds values of its
    own only the p of a contrast is of values before it.
    """
    compared = [draft for draft in now if draft.contrast and draft.arm.value is None and draft.p]
    for contrast in compared:
        told = [_compared_by(draft, contrast) for draft in told]
    p = _verdict(clauses) if told and not now else None
    if p is None:
        return list(told)
    first = 0 if _ALL.search(clauses) else len(told) - last
    about = _named_here(clauses)
    return [
        draft._replace(p=p) if index >= first and _is_open(draft) and _is_about(draft, about) else draft
        for index, draft in enumerate(told)
    ]


def with_earlier_p(told: Sequence[Draft], now: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence, a contrast alone with the p that was printed with the values that it compares."""
    return [_with_p_of_values(draft, told) for draft in now]


def _compared_by(draft: Draft, contrast: Draft) -> Draft:
    """A value row without a p, with that of the contrast of its arms."""
    if draft.p or draft.arm.value is None or not _same_comparison(draft, contrast):
        return draft
    return draft._replace(p=contrast.p, comparator=draft.comparator or contrast.comparator)


def _with_p_of_values(contrast: Draft, told: Sequence[Draft]) -> Draft:
    if contrast.p or contrast.contrast is None or contrast.arm.value is not None:
        return contrast
    printed = {d.p for d in told if d.p and d.arm.value is not None and _same_comparison(d, contrast)}
    return contrast._replace(p=printed.pop()) if len(printed) == 1 else contrast


def _same_comparison(draft: Draft, contrast: Draft) -> bool:
    return (
        draft.drug == contrast.drug
        and draft.endpoint == contrast.endpoint
        and draft.trials == contrast.trials
        and (draft.dose == contrast.dose or not contrast.dose)
        and draft.comparator in (None, contrast.comparator)
        and (draft.timepoint_weeks == contrast.timepoint_weeks or contrast.timepoint_weeks is None)
    )


def _is_open(draft: Draft) -> bool:
    return draft.p is None and draft.comparator is not None and draft.comparator != "baseline"


def _verdict(clauses: Clauses) -> PrintedP | None:
    """The one p that a sentence without values tells as a verdict on those before; None where it tells several."""
    printed = [m.value for m in clauses.of("p_value") if isinstance(m.value, PValue)]
    if len({(p.operator, p.value) for p in printed}) != 1 or printed[0].value is None:
        return None
    is_said = _VERDICT.search(clauses) and not _SAVE.search(clauses.text)
    return PrintedP(printed[0].operator, printed[0].value) if is_said else None


def _named_here(clauses: Clauses) -> tuple[frozenset[str], frozenset[str]]:
    """The endpoints and the trials that the verdict names; it is about all where it names none."""
    return (
        frozenset(m.value.label for m in clauses.of("endpoint") if isinstance(m.value, Endpoint)),
        frozenset(m.value.acronym for m in clauses.of("trial") if isinstance(m.value, Trial)),
    )


def _is_about(draft: Draft, about: tuple[frozenset[str], frozenset[str]]) -> bool:
    endpoints, trials = about
    return (not endpoints or draft.endpoint in endpoints) and (not trials or bool(trials & {*draft.trials}))
