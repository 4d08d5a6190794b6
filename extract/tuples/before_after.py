"""« passé de 14,2 à 4,1 », « de 56 à l'inclusion »: an earlier and a later value of one group."""

import re
from collections.abc import Iterator, Sequence

from extract.entities.model import Timepoint
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.estimate import Estimate

_MOVED = Cue(
    r"\b(?:pass(?:é|ée|és|ées|ant|ait|aient|e|ent|age)|évolu(?:é|ant|ait)|chut(?:é|ant|ait)|descend\w+|remont\w+|tomb(?:é|ée|ant|ait)"
    r"|diminu(?:é|ant|ait|aient)|augment(?:é|ant|ait|aient)|baiss(?:é|ant|ait|aient)|régress(?:é|ant|ait)|progress(?:é|ant|ait)"
    r"|réduite?s?|améliorée?s?)\b[^;:]{0,60}?\bde\s*$",
    "pass évol chut desc remo tomb dimi augm bais régr prog rédu amél",
)
_TO = re.compile(r"^[^;,()]{0,40}?(?:\([^()]*\)\s*)?[^;,()]{0,20}?\bà\s*(?:une? \w+ de\s*)?$")


_MOVED_TOO = re.compile(r"\b(?:de|d['’])\s*$")
_RIGHT_TO = re.compile(r"\s*(?:points?\s+|%\s*)?à\s*")
"""« …, sous aprémilast, de 13,5 à 6,2 »: a move told like the one before it in the sentence, without its verb."""


def split_moves(clauses: Clauses, estimates: Sequence[Estimate]) -> tuple[Estimate, ...]:
    """The estimates, with `baseline` set on the first of « passé de X à Y »; a range read there is two values again."""
    return tuple(_split(clauses, estimates))


def _split(clauses: Clauses, estimates: Sequence[Estimate]) -> Iterator[Estimate]:
    has_moved, told_from = False, clauses.start
    for index, estimate in enumerate(estimates):
        following = estimates[index + 1] if index + 1 < len(estimates) else None
        moved = bool(_MOVED.search_in(clauses, told_from, estimate.start))
        told_from = estimate.end
        moved = moved or (has_moved and _is_moved_too(clauses, estimate, following))
        if moved and estimate.value_high is not None:
            middle = estimate.start + clauses.slice(estimate.start, estimate.end).rfind(" ", 0, -1) - 1
            has_moved = True
            yield estimate._replace(value_high=None, end=middle, baseline=True)
            yield estimate._replace(value=estimate.value_high, value_high=None, start=middle + 1)
        elif (
            moved
            and following
            and _TO.match(clauses.slice(estimate.end, following.start))
            and not _has_arm(clauses, estimate)
            and not _is_later(clauses, estimate, following)
        ):
            has_moved = True
            yield estimate._replace(baseline=True)
        else:
            yield estimate


def _is_moved_too(clauses: Clauses, estimate: Estimate, following: Estimate | None) -> bool:
    if not _MOVED_TOO.search(clauses.slice(estimate.start - 4, estimate.start)):
        return False
    if estimate.value_high is not None:
        return True
    return following is not None and bool(_RIGHT_TO.fullmatch(clauses.slice(estimate.end, following.start)))


def _is_later(clauses: Clauses, estimate: Estimate, following: Estimate) -> bool:
    """« passait de 42 % à la semaine 12 à 59 % à la semaine 24 »: the earlier one is under treatment, too."""
    between = [m.value for m in clauses.of("timepoint") if estimate.end <= m.start < following.start]
    return any(isinstance(time, Timepoint) and time.weeks is not None and time.weeks > 0 for time in between)


_OF_ARM = re.compile(r"\s*\(\s*|\s*(?:%\s*)?(?:(?:avec|sous|par|chez|dans)\s+)(?:l[ea]s?\s+|l['’]\s?|du\s+|un\s+)?")


def _has_arm(clauses: Clauses, estimate: Estimate) -> bool:
    """« passe de 64 % (placebo) à 87 % », « de 5 % avec l'excipient à … »: the arm behind tells whose value it is."""
    return any(
        _OF_ARM.fullmatch(clauses.slice(estimate.end, mention.start))
        for mention in clauses.of("drug", "control", "arm_reference")
        if estimate.end <= mention.start < estimate.end + 16
    )
