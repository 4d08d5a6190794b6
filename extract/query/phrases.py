"""How a row reads in an evidence table: a few cells that each say one thing, put together from the row's columns."""

import re
from typing import Literal, get_args

from extract.query.record import Record

Heading = Literal["drug", "study", "endpoint", "arms", "effect", "source"]

HEADINGS: tuple[Heading, ...] = get_args(Heading)
"""The cells of an evidence table in reading order."""


def phrase(record: Record, heading: Heading) -> str:
    """One cell of the evidence table; empty where the row says nothing of it.

    >>> row = Record(id="a1", document="a.pdf", page=4, passage="…", kind="result", rule="r", drug="ruxolitinib",
    ...     dose="1,5 % × 2/j", trial="TRuE-V1", phase="3", endpoint="F-VASI75", timepoint="semaine 24",
    ...     measure="proportion", value=29.8, unit="%", arm_n=221, comparator="véhicule", comparator_value=7.4,
    ...     comparator_n=109, effect_measure="RR", effect=4.0, effect_ci_low=1.9, effect_ci_high=8.4, ci_level=95,
    ...     p_operator="<", p_value=0.001)
    >>> for heading in HEADINGS: print(phrase(row, heading))
    ruxolitinib 1,5 % × 2/j
    TRuE-V1, phase 3
    F-VASI75, semaine 24
    29.8 % (n 221) vs véhicule 7.4 % (n 109)
    RR 4 [1.9–8.4] p<0.001
    a.pdf p. 4
    """
    return _PHRASES[heading](record)


_BOUND = re.compile(r"(\d|\bn|\bp\.|\bphase|\b[A-Z]{2}) (%|[\d\[])")


def bound(text: str) -> str:
    """The cell with no-break spaces where a line should not break: « 7.4 % », « n 109 », « p. 3 », « 4 [1.9–8.4] ».

    >>> bound("a.pdf p. 3") == "a.pdf p.\N{NO-BREAK SPACE}3"
    True
    """
    return _BOUND.sub("\\1\N{NO-BREAK SPACE}\\2", text)


def numeral(number: float) -> str:
    """A number as people write it: no exponent, no superfluous zeros.

    >>> numeral(30.0), numeral(0.001), numeral(-5.25)
    ('30', '0.001', '-5.25')
    """
    text = f"{number:.10f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def interval(low: float | None, high: float | None) -> str:
    """`[low–high]`; an open side is `…`, and nothing known is empty.

    >>> interval(1.9, 4.8), interval(0.5, None), interval(None, None)
    ('[1.9–4.8]', '[0.5–…]', '')
    """
    if low is None and high is None:
        return ""
    return f"[{'…' if low is None else numeral(low)}–{'…' if high is None else numeral(high)}]"


def _drug(record: Record) -> str:
    return _join(" ", record.drug, record.dose)


def _study(record: Record) -> str:
    phase = f"phase {record.phase}" if record.phase else None
    size = f"n {record.n}" if record.n is not None and record.kind == "study" else None
    return _join(", ", record.trial or record.registry, phase, record.indication, record.status, size)


def _endpoint(record: Record) -> str:
    if record.kind == "mechanism":
        return f"→ {record.target}" if record.target else ""
    return _join(", ", record.endpoint, record.timepoint)


def _arms(record: Record) -> str:
    arm = _arm(
        record.value, record.value_high, record.unit, (record.ci_low, record.ci_high), (record.events, record.arm_n)
    )
    against = _arm(
        record.comparator_value,
        record.comparator_value_high,
        record.unit,
        (record.comparator_ci_low, record.comparator_ci_high),
        (record.comparator_events, record.comparator_n),
    )
    if record.approximate and arm:
        arm = f"~{arm}"
    if not record.comparator and not against:
        return arm
    return _join(" ", arm, "vs", record.comparator, against)


def _arm(
    value: float | None,
    value_high: float | None,
    unit: str | None,
    ci: tuple[float | None, float | None],
    counts: tuple[int | None, int | None],
) -> str:
    number = None if value is None else numeral(value) + (f"–{numeral(value_high)}" if value_high is not None else "")
    events, n = counts
    size = f"({events}/{n})" if events is not None and n is not None else f"(n {n})" if n is not None else None
    return _join(" ", number, unit if number else None, interval(*ci), size)


def _effect(record: Record) -> str:
    estimate = None if record.effect is None else numeral(record.effect)
    measure = record.effect_measure if estimate or record.effect_ci_low is not None else None
    level = f"{numeral(record.ci_level)} %" if record.ci_level not in (None, 95) and record.ci_level else None
    p_value = f"p{record.p_operator or '='}{numeral(record.p_value)}" if record.p_value is not None else None
    certainty = f"({record.certainty})" if record.certainty != "affirmed" else None
    flag = "⚠" if record.check else None
    bounds = interval(record.effect_ci_low, record.effect_ci_high)
    return _join(" ", measure, estimate, level, bounds, p_value, certainty, flag)


def _source(record: Record) -> str:
    return f"{record.document} p. {record.page}"


def _join(between: str, *parts: str | None) -> str:
    return between.join(part for part in parts if part)


_PHRASES = {
    "drug": _drug,
    "study": _study,
    "endpoint": _endpoint,
    "arms": _arms,
    "effect": _effect,
    "source": _source,
}
