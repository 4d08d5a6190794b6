"""metafor: one line a comparison with the argument names of R's `escalc` and `rma` (Viechtbauer 2010).

`ai, n1i, ci, n2i` are events and sizes; `m1i, sd1i, m2i, sd2i` means and deviations; `yi, sei` the printed estimate,
ratios on the log scale. `measure` is the printed estimate's, empty where none is printed: the analyst chooses then.
"""

from collections.abc import Iterable
from typing import BinaryIO

from extract.export.result import Written
from extract.export.tables import Row, write_table
from extract.query.comparison import Comparison, read_comparisons
from extract.query.record import Record

COLUMNS = (
    "id", "slab", "drug", "dose", "comparator", "indication", "endpoint", "weeks", "measure", "ai", "n1i", "ci", "n2i",
    "m1i", "sd1i", "m2i", "sd2i", "yi", "sei", "events_from", "conflict", "document", "page",
)  # fmt: skip


def write_metafor(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write csv; rows without a comparison, and repeats of a study by another document, are left out and counted."""
    comparisons = read_comparisons(records)
    write_table(COLUMNS, map(_row, comparisons.kept), out)
    return Written(len(comparisons.kept), comparisons.left_out)


def _row(comparison: Comparison) -> Row:
    record, treated, control = comparison.record, comparison.treated, comparison.control
    row: dict[str, str | int | float | bool | None] = {
        "id": record.id,
        "slab": comparison.study,
        "drug": record.drug,
        "dose": record.dose,
        "comparator": record.comparator,
        "indication": record.indication,
        "endpoint": record.endpoint,
        "weeks": record.timepoint_weeks,
        "n1i": treated.n,
        "n2i": control.n,
        "conflict": comparison.is_conflict or None,
        "document": record.document,
        "page": record.page,
    }
    if comparison.has_events:
        computed = treated.is_computed or control.is_computed
        row |= {"ai": treated.events, "ci": control.events, "events_from": "percent" if computed else "text"}
    if comparison.has_means:
        row |= {"m1i": treated.mean, "sd1i": treated.sd, "m2i": control.mean, "sd2i": control.sd}
    if comparison.estimate:
        estimate = comparison.estimate
        row |= {"measure": estimate.measure, "yi": round(estimate.yi, 6), "sei": round(estimate.sei, 6)}
    return row
