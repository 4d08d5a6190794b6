"""Arithmetic that a careful reader would redo: what a row states twice must agree, within the printed digits.

A check never corrects; it writes a short code into the `check` column. The codes, one a function below:

| code | what does not add up |
|---|---|
| `value-outside-ci`, `comparator-outside-ci`, `effect-outside-ci` | the estimate lies outside its own interval |
| `ci-reversed` | an interval's lower bound is above its upper bound |
| `p-against-ci` | p recomputed from the interval is far from the printed p |
| `value-against-events`, `comparator-against-events` | the proportion is not events / n |
| `events-above-n` | more events than participants in an arm |
| `effect-against-arms` | the contrast is not the difference or ratio of the two arms |
| `nnt-against-arms` | the number needed to treat is not 1 / difference |
"""

import math
from collections.abc import Iterator
from statistics import NormalDist

from extract.tuples.model import ArmValue, ContrastValue, Draft
from extract.tuples.printed import Printed, as_printed

RATIOS = frozenset({"RR", "OR", "HR", "IRR"})
DIFFERENCES = frozenset({"RD", "MD", "SMD"})

Z_SLACK = 1.0
"""How far the z of the printed p may lie from the z of the interval while both tell the same: exact and log-rank tests
differ from Wald's by up to 0.6 in published dermatology trials (measured on ratios printed with interval and p)."""

Z_SLACK_SHARE = 0.25
"""The same as a share of z, for very small p values, where tests diverge most."""

Z_SLACK_VERDICT = 0.3
"""How far they may lie apart where one calls the contrast significant and the other does not."""

UNADJUSTED_SLACK = 1.0
"""Units by which a contrast without an interval may differ from the arms' difference: stratified estimates do."""

UNRELATED_P = ("infériorité", "équivalence", "interaction", "tendance")
"""Words by which a passage says that its p tests something other than « no difference »."""


def check(draft: Draft, passage: str) -> str | None:
    """The codes of all checks that `draft` fails, joined by `;`, or None where everything adds up.

    `passage` is the text that the numbers were read from: it tells how many digits were printed.

    >>> from extract.tuples.model import ArmValue
    >>> draft = Draft("result", "r", 1.0, 0, 0, measure="proportion", arm=ArmValue(41.0, events=37, n=91))
    >>> check(draft, "37 patients sur 91 (41 %)")
    >>> wrong = Draft("result", "r", 1.0, 0, 0, measure="proportion", arm=ArmValue(51.0, events=37, n=91))
    >>> check(wrong, "37 patients sur 91 (51 %)")
    'value-against-events'
    """
    if draft.kind != "result":
        return None  # it holds no values
    return ";".join(dict.fromkeys(_failures(draft, passage))) or None


def _failures(draft: Draft, passage: str) -> Iterator[str]:
    signed = draft.measure in ("mean_change", "percent_change")
    if draft.arm.ci:
        yield from _interval_failures("value", draft.arm.value, draft.arm.ci, passage, signed)
    if other := draft.comparator_arm.ci:
        yield from _interval_failures("comparator", draft.comparator_arm.value, other, passage, signed)
    if draft.measure == "proportion":
        yield from _event_failures("value", draft.arm, passage)
        yield from _event_failures("comparator", draft.comparator_arm, passage)
    if draft.contrast:
        signed = draft.contrast.measure in DIFFERENCES
        if draft.contrast.ci:
            yield from _interval_failures("effect", draft.contrast.value, draft.contrast.ci, passage, signed)
        if _p_far_from_interval(draft, draft.contrast, passage):
            yield "p-against-ci"
        yield from _arm_failures(draft, draft.contrast, passage)


def _interval_failures(
    name: str, value: float | None, ci: tuple[float, float], passage: str, signed: bool
) -> Iterator[str]:
    """`signed` tells of changes and differences, whose sign words may carry: « diminuait de 8,6 (−9,3 à −7,8) »."""
    low, high = (as_printed(bound, passage) for bound in ci)
    if low.value > high.value:
        yield "ci-reversed"
        return
    if value is None:
        return
    estimate = as_printed(value, passage)
    turned = Printed(-value, estimate.half)
    if not any(one.low <= high.high and one.high >= low.low for one in ((estimate, turned) if signed else (estimate,))):
        yield f"{name}-outside-ci"


def _event_failures(name: str, arm: ArmValue, passage: str) -> Iterator[str]:
    if arm.events is None or not arm.n:
        return
    if arm.events > arm.n:
        yield "events-above-n"
    elif arm.value is not None:
        printed = as_printed(arm.value, passage)
        # a whole unit of the last digit: authors round up, down and to even
        if abs(100 * arm.events / arm.n - printed.value) > 2 * printed.half + 1e-9:
            yield f"{name}-against-events"


def _p_far_from_interval(draft: Draft, contrast: ContrastValue, passage: str) -> bool:
    if draft.p is None or contrast.ci is None or contrast.value is None or _reversed(contrast.ci):
        return False
    if any(word in passage.lower() for word in UNRELATED_P):
        return False
    wald = _wald_z(contrast, draft.ci_level or 95.0, passage)
    if wald is None:
        return False
    printed = _z_of_p(draft, passage)
    gap = max(printed[0] - wald[1], wald[0] - printed[1], 0.0)
    significant = _z_at(1 - (draft.ci_level or 95.0) / 100)
    verdicts_differ = min(wald[1], printed[1]) < significant < max(wald[0], printed[0])
    slack = Z_SLACK_VERDICT if verdicts_differ else max(Z_SLACK, Z_SLACK_SHARE * wald[0])
    return gap > slack


def _reversed(ci: tuple[float, float]) -> bool:
    return ci[0] >= ci[1]


def _wald_z(contrast: ContrastValue, level: float, passage: str) -> tuple[float, float] | None:
    """The least and greatest |z| that estimate and interval allow, ratios on the log scale; None where undefined."""
    assert contrast.value is not None and contrast.ci is not None
    numbers = [as_printed(value, passage) for value in (contrast.value, *contrast.ci)]
    if contrast.measure in RATIOS:
        if min(number.low for number in numbers) <= 0:
            return None
        ends = [(math.log(number.low), math.log(number.high)) for number in numbers]
    elif contrast.measure in DIFFERENCES:
        ends = [(number.low, number.high) for number in numbers]
    else:
        return None
    estimate, low, high = ends
    per_z = 2 * _z_at(1 - level / 100)
    narrow, wide = (high[0] - low[1]) / per_z, (high[1] - low[0]) / per_z
    nearest = 0.0 if estimate[0] <= 0 <= estimate[1] else min(abs(estimate[0]), abs(estimate[1]))
    farthest = max(abs(estimate[0]), abs(estimate[1]))
    return nearest / wide, farthest / narrow if narrow > 0 else math.inf


def _z_of_p(draft: Draft, passage: str) -> tuple[float, float]:
    """The least and greatest |z| that the printed p allows; « NS » is p > 0.05."""
    assert draft.p is not None
    if draft.p.value is None:
        return 0.0, _z_at(0.05)
    printed = as_printed(draft.p.value, passage)
    if draft.p.operator in ("<", "≤"):
        return _z_at(printed.value), math.inf
    if draft.p.operator in (">", "≥"):
        return 0.0, _z_at(printed.value)
    return _z_at(printed.high), _z_at(max(printed.low, 0.0))


def _z_at(p: float) -> float:
    """|z| of a two-sided p.

    >>> round(_z_at(0.05), 2)
    1.96
    """
    return math.inf if p <= 0 else 0.0 if p >= 1 else NormalDist().inv_cdf(1 - p / 2)


def _arm_failures(draft: Draft, contrast: ContrastValue, passage: str) -> Iterator[str]:
    if draft.arm.value is None or draft.comparator_arm.value is None or contrast.value is None:
        return
    arm, comparator = as_printed(draft.arm.value, passage), as_printed(draft.comparator_arm.value, passage)
    effect = as_printed(contrast.value, passage)
    if contrast.measure in ("NNT", "NNH") and draft.measure == "proportion":
        if not _nnt_fits(arm, comparator, effect):
            yield "nnt-against-arms"
        return
    expected = _expected_effect(draft, contrast, arm, comparator)
    if expected is None:
        return
    if contrast.ci is not None and not _reversed(contrast.ci):
        low, high = (as_printed(bound, passage) for bound in contrast.ci)
        allowed = (low.low, high.high)
    elif contrast.measure in RATIOS or "ajusté" in passage:
        return  # without an interval nothing tells an adjusted ratio from a wrong one
    else:
        allowed = (effect.low - UNADJUSTED_SLACK, effect.high + UNADJUSTED_SLACK)
    if not any(least <= allowed[1] and greatest >= allowed[0] for least, greatest in expected):
        yield "effect-against-arms"


def _nnt_fits(arm: Printed, comparator: Printed, nnt: Printed) -> bool:
    """Whether 100 / difference reaches the printed NNT, which authors round up or to the nearest."""
    least = max(abs(arm.value - comparator.value) - arm.half - comparator.half, 0.0)
    greatest = abs(arm.value - comparator.value) + arm.half + comparator.half
    if greatest == 0:
        return False
    return 100 / greatest <= nnt.high and (least == 0 or nnt.value - 1 <= 100 / least)


def _expected_effect(
    draft: Draft, contrast: ContrastValue, arm: Printed, comparator: Printed
) -> list[tuple[float, float]] | None:
    """Ranges of the contrast that the arms allow, in either direction (authors turn signs and ratios round)."""
    if (contrast.measure, draft.measure == "proportion") in (("RD", True), ("MD", False)):
        both = [sign * (arm.value - comparator.value) for sign in (1, -1)]
        if arm.value * comparator.value < 0 or draft.measure != "proportion":
            both += [sign * (abs(arm.value) - abs(comparator.value)) for sign in (1, -1)]
        width = arm.half + comparator.half
        return [(middle - width, middle + width) for middle in both]
    if contrast.measure == "RR" and draft.measure == "proportion":
        return _ratio_ranges((arm.low, arm.high), (comparator.low, comparator.high))
    if contrast.measure == "OR" and draft.measure == "proportion":
        return _ratio_ranges(_odds(arm), _odds(comparator))
    return None


def _odds(printed: Printed) -> tuple[float, float]:
    low, high = max(printed.low, 0.0), min(printed.high, 100.0)
    return low / (100 - low) if low < 100 else math.inf, high / (100 - high) if high < 100 else math.inf


def _ratio_ranges(one: tuple[float, float], other: tuple[float, float]) -> list[tuple[float, float]]:
    return [
        (top[0] / bottom[1] if bottom[1] > 0 else 0.0, top[1] / bottom[0] if bottom[0] > 0 else math.inf)
        for top, bottom in ((one, other), (other, one))
    ]
