"""Which values a printed p compares."""

import re
from collections.abc import Mapping, Sequence

from extract.entities.model import PValue
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.model import PrintedP
from extract.tuples.series import Series

_AGAIN = re.compile(r"\bsoit\s+(?:une?|le|la)\b|\bc['’]est-à-dire\b", re.IGNORECASE)
_EACH = re.compile(r"^\s*(?:pour|dans|avec)\s+(?:les|chaque|chacun\w*|toutes?|tous)\b", re.IGNORECASE)


def assign_p(clauses: Clauses, all_series: Sequence[Series]) -> Mapping[int, PrintedP]:
    """p by the offset of the value or contrast it stands behind; a p that closes a series stands on all its values.

    « p = 0,02, p = 0,01 et p = 0,2 respectivement » goes to the treatments in order; « p < 0,001 pour les deux
    critères » goes to every series of the sentence that has no p of its own.
    """
    found: dict[int, PrintedP] = {}
    groups = _groups(clauses)
    for group in groups:
        series = _owner(all_series, group[0].start)
        if series is None or _is_beyond(clauses, series, group[0], groups):
            continue
        shared = _shared_by(clauses, all_series, series, group, groups)
        printed = [PrintedP(m.value.operator, m.value.value) for m in group if isinstance(m.value, PValue)]
        told = [s for s in all_series if s.members and _anchor(s) < group[0].start]
        if len(group) > 1 and len(group) == len(told):
            for one, p in zip(told, printed, strict=True):
                found |= dict.fromkeys(_anchors(one), p)
            continue
        found |= _placed(series, group, printed, groups)
        for other in shared:
            found = dict.fromkeys(_anchors(other), printed[0]) | found
    return found


def _shared_by(
    clauses: Clauses, all_series: Sequence[Series], series: Series, group: Sequence[Mention],
    groups: Sequence[Sequence[Mention]],
) -> Sequence[Series]:  # fmt: skip
    """The further series that a p speaks of: all where it says so or is the one p at the end of a parallel sentence;
    those before it that are told again (« soit une baisse de 75 %, p = 0,002 »)."""
    if len(group) > 1:
        return ()
    if _EACH.match(clauses.slice(group[0].end, group[0].end + 30)):
        return all_series
    index = list(all_series).index(series)
    if _AGAIN.search(clauses.slice(all_series[index - 1].end if index else clauses.start, _anchor(series))):
        return all_series[max(0, index - 1) : index]
    parallel = len(groups) == 1 and index == len(all_series) - 1
    return all_series if parallel and all(_is_parallel(s) for s in all_series[1:]) else ()


def _is_parallel(series: Series) -> bool:
    """Whether a series goes on about the endpoint of the one before it."""
    return bool(series.members) and all(not c.before.endpoint and not c.after.endpoint for c in series.cells)


def _groups(clauses: Clauses) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for mention in clauses.of("p_value"):
        near = groups and re.fullmatch(r"\s*(?:,|et|;)?\s*(?:et)?\s*", clauses.slice(groups[-1][-1].end, mention.start))
        if near:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _owner(all_series: Sequence[Series], offset: int) -> Series | None:
    return next((s for s in reversed(all_series) if _anchor(s) < offset), None)


def _is_beyond(clauses: Clauses, series: Series, mention: Mention, groups: Sequence[Sequence[Mention]]) -> bool:
    """Whether a p stands in a later clause than the series, which has a p of its own: « mortalité, 8 % et 16 %,
    p = 0,3 ; le reste, p = 0,01 »."""
    own = [g[-1].end for g in groups if series.cells[-1].estimate.end <= g[0].start < mention.start]
    parted = [b for b in clauses.breaks_between(own[0], mention.start) if b.kind == ";"] if own else []
    return any(clauses.slice(b.end, mention.start).strip() for b in parted if b.depth == 0)


def _anchor(series: Series) -> int:
    return series.cells[0].estimate.start


def _placed(
    series: Series, group: Sequence[Mention], printed: Sequence[PrintedP], groups: Sequence[Sequence[Mention]]
) -> dict[int, PrintedP]:
    treatments = [m for m in series.members if not m.compared and not (m.arm and m.arm.is_control)]
    if len(group) > 1 and len(group) == len(treatments):
        return {m.start: p for m, p in zip(treatments, printed, strict=True)}
    mine = [g for g in groups if _anchor(series) < g[0].start < series.end]
    if len(mine) > 1 or _follows_one_of_many(series, group[0]):
        before = [c.estimate.start for c in series.cells if c.estimate.end <= group[0].start]
        return {before[-1]: printed[0]}
    return dict.fromkeys(_anchors(series), printed[0])


def _anchors(series: Series) -> list[int]:
    """The offsets at which a p of the whole series is kept: every value and contrast of it."""
    return [cell.estimate.start for cell in series.cells]


def _follows_one_of_many(series: Series, mention: Mention) -> bool:
    """A p in the middle of a series belongs to the value before it alone."""
    return any(m.start > mention.end for m in series.members) and len(series.members) > 2
