"""revman: a zip of the csv files that RevMan Web reads for study-centric data, and the data rows of its data package.

Columns after Cochrane's « Data extraction templates » and « Data package specification » (documentation.cochrane.org).
Outcomes and interventions must be named in the review's criteria as they are here before the files are imported.
"""

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from extract.export.result import Written
from extract.export.tables import Row, csv_bytes
from extract.query.comparison import RATIOS, Arm, Comparison, read_comparisons
from extract.query.phrases import numeral
from extract.query.record import Record

STUDY_COLUMNS = ("Study", "Year", "Char: Participants", "Char: Interventions", "Char: Outcomes", "Char: Identification")
ARM_COLUMNS = ("Study", "Arm", "Description", "Intervention")
RESULT_COLUMNS = (
    "Study", "Outcome", "Data type", "Effect measure", "Arm", "Reference arm", "Sample size", "Cases", "Mean", "SD",
    "SE", "Variance", "CI level", "CI start", "CI end", "Exp mean", "Exp CI start", "Exp CI end", "Footnotes",
)  # fmt: skip
DATA_COLUMNS = (
    "Analysis group", "Analysis number", "Analysis name", "Subgroup", "Study", "Study year", "GIV Mean", "GIV SE",
    "CI start", "CI end", "Experimental cases", "Experimental N", "Experimental mean", "Experimental SD",
    "Control cases", "Control N", "Control mean", "Control SD", "O-E", "Variance", "Weight", "Footnotes",
)  # fmt: skip

_TIMELESS = (1980, 1, 1, 0, 0, 0)  # the earliest moment that zip knows: equal rows give equal bytes


def write_revman(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write the zip; rows without a comparison, and repeats of a study elsewhere, are left out and counted."""
    comparisons = read_comparisons(records)
    kept = comparisons.kept
    files = {
        "study-information.csv": csv_bytes(STUDY_COLUMNS, _study_rows(kept)),
        "study-arms.csv": csv_bytes(ARM_COLUMNS, _arm_rows(kept)),
        "study-results.csv": csv_bytes(RESULT_COLUMNS, [row for c in kept for row in _result_rows(c)]),
        "data-rows.csv": csv_bytes(DATA_COLUMNS, _data_rows(kept)),
    }
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, _TIMELESS), content, ZIP_DEFLATED)
    out.write(whole.getbuffer())
    return Written(len(kept), comparisons.left_out)


def outcome(record: Record) -> str:
    """The endpoint with its time, as an outcome of the review is named.

    >>> outcome(Record(id="a", document="a.pdf", page=1, passage="", kind="result", rule="r", endpoint="PASI90",
    ...                timepoint_weeks=16.0))
    'PASI90, week 16'
    """
    week = f", week {numeral(record.timepoint_weeks)}" if record.timepoint_weeks is not None else ""
    return f"{record.endpoint}{week}"


def _study_rows(kept: tuple[Comparison, ...]) -> Iterator[Row]:
    by_study: dict[str, list[Comparison]] = {}
    for comparison in kept:
        by_study.setdefault(comparison.study, []).append(comparison)
    for study, held in by_study.items():
        records = [comparison.record for comparison in held]
        yield {
            "Study": study,
            "Year": next((record.year for record in records if record.year), None),
            "Char: Participants": _listed(record.indication for record in records),
            "Char: Interventions": _listed(arm.name for c in held for arm in (c.treated, c.control)),
            "Char: Outcomes": _listed(outcome(record) for record in records),
            "Char: Identification": _listed(record.registry for record in records),
        }


def _arm_rows(kept: tuple[Comparison, ...]) -> Iterator[Row]:
    seen = set()
    for comparison in kept:
        interventions = (comparison.record.drug, comparison.record.comparator)
        for arm, intervention in zip((comparison.treated, comparison.control), interventions, strict=True):
            if (comparison.study, arm.name) not in seen:
                seen.add((comparison.study, arm.name))
                yield {"Study": comparison.study, "Arm": arm.name, "Intervention": intervention}


def _result_rows(comparison: Comparison) -> Iterator[Row]:
    """The arms' data where both arms have them, and the printed estimate with its interval."""
    record = comparison.record
    about = {"Study": comparison.study, "Outcome": outcome(record), "Footnotes": f"{record.document} p. {record.page}"}
    for arm in (comparison.treated, comparison.control):
        if comparison.has_events:
            yield about | {"Data type": "Dichotomous", "Arm": arm.name, "Sample size": arm.n, "Cases": arm.events}
        if comparison.has_means:
            yield about | {
                "Data type": "Continuous", "Arm": arm.name, "Sample size": arm.n, "Mean": arm.mean, "SD": arm.sd,
            }  # fmt: skip
    if comparison.estimate:
        is_ratio = comparison.estimate.measure in RATIOS
        mean, start, end = ("Exp mean", "Exp CI start", "Exp CI end") if is_ratio else ("Mean", "CI start", "CI end")
        yield about | {
            "Data type": "Continuous" if comparison.estimate.measure in ("MD", "SMD") else "Dichotomous",
            "Effect measure": comparison.estimate.measure,
            "Arm": comparison.treated.name,
            "Reference arm": comparison.control.name,
            "CI level": record.ci_level,
            mean: record.effect,
            start: record.effect_ci_low,
            end: record.effect_ci_high,
        }


def _data_rows(kept: tuple[Comparison, ...]) -> Iterator[Row]:
    """One line a comparison, analyses numbered by what is compared (group) and outcome (number)."""
    groups: dict[tuple[str | None, str | None], dict[str, int]] = {}
    for comparison in kept:
        record = comparison.record
        outcomes = groups.setdefault((record.drug, record.comparator), {})
        number = outcomes.setdefault(outcome(record), len(outcomes) + 1)
        yield {
            "Analysis group": list(groups).index((record.drug, record.comparator)) + 1,
            "Analysis number": number,
            "Analysis name": f"{record.drug} versus {record.comparator}: {outcome(record)}",
            "Study": comparison.study,
            "Study year": record.year,
            **_estimate_cells(comparison),
            **_side_cells("Experimental", comparison, comparison.treated),
            **_side_cells("Control", comparison, comparison.control),
            "Footnotes": f"{record.document} p. {record.page}",
        }


def _estimate_cells(comparison: Comparison) -> Row:
    """Estimate and error on the scale of pooling, the interval as printed (data package: « Important notes »)."""
    if comparison.estimate is None:
        return {}
    record = comparison.record
    return {
        "GIV Mean": round(comparison.estimate.yi, 6),
        "GIV SE": round(comparison.estimate.sei, 6),
        "CI start": record.effect_ci_low,
        "CI end": record.effect_ci_high,
    }


def _side_cells(side: str, comparison: Comparison, arm: Arm) -> Row:
    cells: dict[str, str | int | float | bool | None] = {f"{side} N": arm.n}
    if comparison.has_events:
        cells[f"{side} cases"] = arm.events
    if comparison.has_means:
        cells |= {f"{side} mean": arm.mean, f"{side} SD": arm.sd}
    return cells


def _listed(names: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(name for name in names if name))
