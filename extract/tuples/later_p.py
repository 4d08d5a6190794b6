"""p values that a later sentence tells of the values before it: « cette différence était significative (p = 0,03) »."""

import re
from collections.abc import Iterator, Sequence

from extract.entities.model import Endpoint, PValue, Trial
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.distribution import BASELINE
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


def with_p_across(told: Sequence[Draft], last: int, clauses: Clauses, now: Sequence[Draft]) -> list[Draft]:
    """The drafts `told` before in the block, of which the sentence before gave `last`, and those that this sentence
    gives, each with the p that is told of it in another sentence or clause."""
    if not (told or now):
        return []
    now = with_later_p(now, 0, clauses, now)  # contrasts of a later clause
    return [*with_later_p(told, last, clauses, now), *with_earlier_p(told, now)]


def with_later_p(told: Sequence[Draft], last: int, clauses: Clauses, now: Sequence[Draft]) -> list[Draft]:
    """The drafts `told` before in the block, with the p that a sentence tells of them.

    `last` is how many of them the sentence before gave, `now` what this sentence gives: where it holds values of its
    own only the p of a contrast is of values before it.
    """
    if not told:
        return []
    for contrast, values in _compared(told, now):
        if contrast.p and len(values) == 1:
            told = [_compared_by(draft, contrast) if draft is values[0] else draft for draft in told]
    p = _verdict(clauses) if not now and clauses.has("p_value") else None
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
    printed = {id(contrast): values[0].p for contrast, values in _compared(told, now) if len(values) == 1}
    if not printed:
        return list(now)
    return [draft._replace(p=draft.p or printed.get(id(draft))) for draft in now]


def _compared(told: Sequence[Draft], now: Sequence[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """Each contrast of `now` that stands alone, with the rows of the values before that it compares.

    As many contrasts as rows, « 10 points pour la dose faible et 12 points pour la forte », are dealt out in order.
    """
    alone = [draft for draft in now if draft.contrast and draft.arm.value is None]
    found = [[d for d in told if d.arm.value is not None and _same_comparison(d, contrast)] for contrast in alone]
    in_order = len(alone) > 1 and all(len(values) == len(alone) and values == found[0] for values in found)
    for index, (contrast, values) in enumerate(zip(alone, found, strict=True)):
        yield contrast, [values[index]] if in_order else values


def _compared_by(draft: Draft, contrast: Draft) -> Draft:
    """A value row, with the p and the comparator of the contrast of its arms where it has none."""
    return draft._replace(p=draft.p or contrast.p, comparator=draft.comparator or contrast.comparator)


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
    return draft.p is None and draft.comparator is not None and draft.comparator != BASELINE.name


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
