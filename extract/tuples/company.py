"""Whom the sentence and the context offer a series: arms named apart from its values, and those of series before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from extract.entities.model import ArmReference
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.compared import is_compared
from extract.tuples.cue import Cue
from extract.tuples.series import Series
from extract.tuples.talk import read_talk

_BETWEEN = Cue(r"\bentre\b", "entr")


@dataclass(frozen=True, slots=True, eq=False)
class CompanyCues:
    """What tells whom values are of, by the words of `extract/rules/talk.yaml`."""

    in_order: Cue
    overall: re.Pattern[str]
    reference: re.Pattern[str]  # behind an arm: « l'adalimumab servant de référence »


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> CompanyCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    groups, figures = talk.any("groups"), talk.any("figures")
    return CompanyCues(
        in_order=Cue(
            rf"{talk.any('in_order')}|\bdans les (?:deux|trois|quatre) {groups}|\bces {figures}",
            talk.told_by("in_order", "groups", "figures"),
        ),
        overall=re.compile(rf"\s*{talk.any('overall')}", re.IGNORECASE),
        reference=re.compile(
            rf"[\s(]*(?:servant|pris|comme|étant)?\s*(?:de |pour |la )?{talk.any('comparators', 'reference')}",
            re.IGNORECASE,
        ),
    )


class Company(NamedTuple):
    """Whom the sentence and the context offer a series.

    `free` are arms named apart from any value, `against` one of them behind a comparison cue, `here` the arms of the
    series before in this sentence, `remembered` those of the last series in a sentence before; `in_order` tells that
    the words ask for distribution in order; `others` that the sentence compares groups of its own, not arms;
    `taken` are arms that stand beside values; `for_each` where one value is told of both groups.
    """

    free: tuple[Arm, ...]
    against: Arm | None
    here: tuple[Arm, ...]
    remembered: tuple[Arm, ...]
    cast: Cast
    in_order: bool
    others: bool
    taken: tuple[Arm, ...] = ()
    for_each: bool = False


def company_of(
    clauses: Clauses, series: Series, all_series: Sequence[Series], placed: Sequence[PlacedArm], cast: Cast,
    here: tuple[Arm, ...], remembered: tuple[Arm, ...],
) -> Company:  # fmt: skip
    """The company of one series: arms named in its own words, and in the words before the first series."""
    taken = [m.arm for s in all_series for m in s.members if m.at_hand and m.arm]
    taken += [c.arm for s in all_series for c in s.contrasts if c.arm]
    start = clauses.start if all_series[0] is series else series.start
    theme_end = all_series[0].cells[0].estimate.start
    own = [p for p in placed if start <= p.start < series.end]
    if not here and all(is_in(p.arm, taken) for p in own):
        own = [p for p in placed if p.start < theme_end]
    alone = len({p.arm.name for p in placed if p.named}) == 1
    if not own and not here and alone:
        own = [p for p in placed if p.named]  # « une réduction de A de 65 % et de B de 41 % sous X »
    free = [p for p in own if alone or p.start < theme_end or not is_in(p.arm, taken)]
    behind = {p.arm.name: p.arm for p in free if is_compared(clauses, p) or _is_reference(clauses, p)}
    against = series.against or (next(iter(behind.values())) if len(behind) == 1 else None)
    named = distinct([p.arm for p in free])
    if against is None and len(named) == 2 and _BETWEEN.search_in(clauses, start, series.end):
        against = named[1]
    if here and here[0].is_control and len(here) == 1 and _opens_clause(clauses, series):
        here = ()  # « … , quand le placebo faisait 5 % ; une diarrhée chez 29 % »
    in_order = any(m.compared for m in series.members) or bool(load_cues(clauses.rules_dir).in_order.search(clauses))
    in_order = in_order or all(c.listed for c in series.cells[1:] if not c.estimate.contrast)
    return Company(
        named,
        against,
        here,
        remembered,
        cast,
        in_order,
        _compares_others(clauses, series, placed, cast),
        tuple(taken),
        _is_for_each(clauses, series),
    )


def _is_for_each(clauses: Clauses, series: Series) -> bool:
    """« 49 % dans chaque groupe », « 4 % des patients dans les deux bras »: right behind the one value."""
    values = [c for c in series.cells if not c.estimate.contrast]
    return len(values) == 1 and any(
        isinstance(m.value, ArmReference)
        and m.value.role == "each"
        and re.fullmatch(r"\s*(?:(?:des|de) \w+ )?(?:dans|de)\s+", clauses.slice(values[0].estimate.end, m.start))
        for m in clauses.of("arm_reference")
    )


def _opens_clause(clauses: Clauses, series: Series) -> bool:
    """Whether a semicolon parts the series from what was told before it."""
    return clauses.slice(series.start, series.start + 2).lstrip().startswith(";") or any(
        b.kind == ";" and b.depth == 0 and series.start <= b.start < series.cells[0].estimate.start
        for b in clauses.breaks
    )


def _is_reference(clauses: Clauses, placed: PlacedArm) -> bool:
    """« l'adalimumab servant de référence »."""
    return bool(load_cues(clauses.rules_dir).reference.match(clauses.slice(placed.end, placed.end + 40)))


def _compares_others(clauses: Clauses, series: Series, placed: Sequence[PlacedArm], cast: Cast) -> bool:
    """« plus élevé chez les fumeurs que chez les autres »: a comparison cue with no arm and no value behind it."""
    if cast.comparator and load_cues(clauses.rules_dir).overall.match(clauses.text):
        return True  # « Au total, 12 % des patients … » of a comparison speaks of all its arms
    cues = [b for b in clauses.comparisons if series.start <= b.start < series.end]
    named = {p.start for p in placed}
    values = {c.estimate.start for c in series.cells}
    return any(not any(b.end <= at <= b.end + 60 for at in named | values) for b in cues)


def is_in(arm: Arm, arms: Sequence[Arm]) -> bool:
    """Whether one of `arms` is the same group as `arm`."""
    return any(arm.same_as(a) for a in arms)


def distinct(arms: Sequence[Arm]) -> tuple[Arm, ...]:
    """The groups among `arms`, each once, in order."""
    found: list[Arm] = []
    for arm in arms:
        if not is_in(arm, found):
            found.append(arm)
    return tuple(found)
