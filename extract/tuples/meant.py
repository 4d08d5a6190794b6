"""The outcome that a word of measure stands for: « l'effet semblait plus net », « la réduction moyenne atteignait »."""

import re
from collections.abc import Sequence

from extract.tuples.changes import phrase_of_change
from extract.tuples.clauses import Clauses
from extract.tuples.judged import rivals_in, tells_efficacy
from extract.tuples.memory import Memory
from extract.tuples.outcomes import Outcome
from extract.tuples.series import Series

_CHANGE_ALONE = re.compile(
    r"\b(?:réduction|baisse|diminution|augmentation|hausse|amélioration|recul)s?\b(?!\s(?:du|des|de la|de l['’])\s?)",
    re.IGNORECASE,
)
_RESPONSE = ("réponse", "répondeur")
_EFFICACY = re.compile(r"\befficac", re.IGNORECASE)


def meant_by(told: str, carried: Outcome | None, memory: Memory) -> Outcome | None:
    """What the words `told` before a value mean, where they name no outcome: mostly the one `carried` to them.

    An effect is that on the primary endpoint, else on the last outcome that was no adverse event. A change is that of
    what the sentence before said to change; none is of a response, which patients have or have not.

    >>> rash, healing = Outcome("éruption", "event"), Outcome("guérison", "outcome")
    >>> meant_by("L'effet se maintenait (", rash, Memory(effect=healing)).label
    'guérison'
    >>> meant_by("La baisse moyenne était de ", rash, Memory(said="On notait une baisse de 20 % du volume.")).label
    'volume'
    """
    if tells_efficacy(told):
        effect = memory.primary.outcome if memory.primary else memory.effect
        return carried if carried and carried.kind != "event" else effect
    if not _CHANGE_ALONE.search(told):
        return carried
    if changed := phrase_of_change(memory.said):
        return Outcome(changed, "outcome", by_phrase=True, carried=True)
    had_or_not = carried and (carried.kind == "response" or carried.label.startswith(_RESPONSE))
    return None if had_or_not else carried


def efficacy_alone(told: str) -> Outcome | None:
    """« plus efficace que le placebo (RR 1,9) », where nothing says at what: efficacy."""
    return Outcome("efficacité", "outcome", by_phrase=True) if _EFFICACY.search(told) and rivals_in(told) else None


def told_in_order(series: Sequence[Series], outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes of a sentence's series for the next to mean in the same order; empty where two are of one."""
    labels = {outcome.label for outcome in outcomes}
    return tuple(outcomes) if 1 < len(labels) == len(series) and _compare(series) else ()


def meant_in_order(clauses: Clauses, series: Sequence[Series], memory: Memory) -> tuple[Outcome, ...]:
    """« Dans l'autre essai, 33 % et 11 % ; 52 % et 18 % »: the outcomes of the sentence before, told in the same order.

    Empty where the sentence names an endpoint of its own, or tells other than as many comparisons.
    """
    alike = len(series) == len(memory.order) and _compare(series) and not clauses.has("endpoint")
    return memory.order if alike else ()


def _compare(series: Sequence[Series]) -> bool:
    return all(len(one.members) > 1 for one in series)
