"""summary-of-findings: one line a drug, comparator, endpoint and time over all documents, with their concordance.

The same trial, endpoint and time quoted by several documents with different numbers is shown as a conflict.
"""

from collections.abc import Iterable
from typing import BinaryIO

from extract.export.result import Written
from extract.export.tables import Row, write_table
from extract.query.concordance import Finding, Quote, TrialQuotes, findings
from extract.query.phrases import numeral
from extract.query.record import Record

COLUMNS = (
    "drug", "comparator", "endpoint", "weeks", "indication", "trials", "documents", "rows", "measure", "value",
    "comparator_value", "effect_measure", "effect", "agreement", "concordance", "conflicts", "sources",
)  # fmt: skip


def write_findings(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write csv; rows that state no result of a drug on an endpoint are left out and counted."""
    held = list(records)
    found = findings(held)
    write_table(COLUMNS, map(_row, found), out)
    used = sum(len(finding.records) for finding in found)
    left_out = {"no stated result of a drug on an endpoint": len(held) - used} if used < len(held) else {}
    return Written(len(found), left_out)


def conflict_text(quoted: TrialQuotes) -> str:
    """« TRuE-V1 value: 29.8 (a.pdf p. 3), 30 (b.pdf p. 1) »."""
    numbers = ", ".join(f"{_number(quote)} ({quote.record.document} p. {quote.record.page})" for quote in quoted.quotes)
    return f"{quoted.trial} {quoted.cell}: {numbers}"


def agreement(finding: Finding) -> str:
    """`conflict`, `concordant` (several documents, one trial, same numbers), or `not comparable`."""
    if finding.conflicts:
        return "conflict"
    return "concordant" if finding.quotes else "not comparable"


def _row(finding: Finding) -> Row:
    records = finding.records
    return {
        "drug": finding.drug,
        "comparator": finding.comparator,
        "endpoint": finding.endpoint,
        "weeks": finding.weeks,
        "indication": _listed(record.indication for record in records),
        "trials": _listed(record.trial for record in records),
        "documents": len({record.document for record in records}),
        "rows": len(records),
        "measure": _listed(record.measure for record in records),
        "value": _span(record.value for record in records),
        "comparator_value": _span(record.comparator_value for record in records),
        "effect_measure": _listed(record.effect_measure for record in records),
        "effect": _span(record.effect for record in records),
        "agreement": agreement(finding),
        "concordance": "; ".join(_concordance(quoted) for quoted in finding.quotes),
        "conflicts": "; ".join(map(conflict_text, finding.conflicts)),
        "sources": _listed(f"{record.document} p. {record.page}" for record in records),
    }


def _concordance(quoted: TrialQuotes) -> str:
    return f"{quoted.trial} {quoted.cell}: {quoted.agreeing} of {len(quoted.quotes)} documents agree"


def _number(quote: Quote) -> str:
    high = f"–{numeral(quote.value_high)}" if quote.value_high is not None else ""
    return f"{'~' if quote.approximate else ''}{numeral(quote.value)}{high}"


def _span(values: Iterable[float | None]) -> str | float | None:
    """The one value, or `lowest–highest`; None where no row has any."""
    known = sorted({value for value in values if value is not None})
    if len(known) < 2:
        return known[0] if known else None
    return f"{numeral(known[0])}–{numeral(known[-1])}"


def _listed(names: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))
