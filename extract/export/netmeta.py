"""netmeta: one line an arm, as R's `netmeta::pairwise` reads long data (Rücker et al.): studlab, treat, event, n, time.

`treat` is drug and dose, `agent` the drug alone, for models of dose and agent. An arm that several comparisons of a
study share stands once.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from extract.export.result import Written
from extract.export.tables import Row, write_table
from extract.query.comparison import Arm, Comparison, read_comparisons
from extract.query.record import Record

COLUMNS = (
    "studlab", "treat", "event", "n", "mean", "sd", "agent", "dose", "endpoint", "time", "indication", "conflict",
    "document", "page", "id",
)  # fmt: skip


def write_netmeta(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write csv; comparisons without events or means on both arms are left out and counted."""
    comparisons = read_comparisons(records)
    with_arms = [c for c in comparisons.kept if c.has_events or c.has_means]
    left_out = dict(comparisons.left_out)
    if len(with_arms) < len(comparisons.kept):
        left_out["an estimate without the arms' events or means"] = len(comparisons.kept) - len(with_arms)
    arms: dict[tuple[object, ...], Row] = {}
    for comparison in with_arms:
        for row in _arm_rows(comparison):
            arms.setdefault(tuple(row[name] for name in ("studlab", "treat", "endpoint", "time", "event", "mean")), row)
    write_table(COLUMNS, arms.values(), out)
    return Written(len(with_arms), left_out)


def _arm_rows(comparison: Comparison) -> Iterator[Row]:
    record = comparison.record
    yield _arm_row(comparison, comparison.treated, record.drug, record.dose)
    yield _arm_row(comparison, comparison.control, record.comparator, None)


def _arm_row(comparison: Comparison, arm: Arm, agent: str | None, dose: str | None) -> Row:
    record = comparison.record
    return {
        "studlab": comparison.study,
        "treat": arm.name,
        "event": arm.events if comparison.has_events else None,
        "n": arm.n,
        "mean": arm.mean if comparison.has_means else None,
        "sd": arm.sd if comparison.has_means else None,
        "agent": agent,
        "dose": dose,
        "endpoint": record.endpoint,
        "time": record.timepoint_weeks,
        "indication": record.indication,
        "conflict": comparison.is_conflict or None,
        "document": record.document,
        "page": record.page,
        "id": record.id,
    }
