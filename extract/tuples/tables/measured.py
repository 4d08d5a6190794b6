"""What an observation of a table measures, and its value as an arm's: a share, change, mean or count with its size."""

from extract.tuples.model import ArmValue
from extract.tuples.tables.observations import Observation
from schema.vocabulary import Measure


def measure_of(observation: Observation) -> Measure | None:
    """What an arm's value measures by its labels; None where they do not tell, and the value is then no result."""
    label, cell = observation.label, observation.cell
    if cell.n is not None:
        return "proportion"
    if cell.has_spread and label.measure in (None, "proportion"):
        return "mean"
    if label.endpoint_kind == "response" and label.measure in (None, "proportion"):
        return "proportion"
    if label.measure is not None:
        percent = label.measure == "mean_change" and cell.is_percent
        return "percent_change" if percent else label.measure
    if cell.is_percent or cell.aside_is_percent or label.is_percent or _counts_events(observation):
        return "proportion"
    return "mean" if label.endpoint_kind == "score" else None


def arm_value(observation: Observation) -> ArmValue:
    """The value, interval, events and size of an observation's arm, the cell read as its labels say."""
    label, cell = observation.label, observation.cell
    if cell.events is not None:
        return ArmValue(cell.value, events=cell.events, n=cell.n)
    ci = cell.ci if cell.ci and (cell.ci_named or label.names_interval or _brackets(observation)) else None
    if _counts_events(observation):
        return ArmValue(cell.aside, events=int(cell.value or 0), n=label.n)
    return ArmValue(cell.value, ci=ci, n=label.n)


def _brackets(observation: Observation) -> bool:
    """Whether an unnamed range around a rate or proportion can only be its interval."""
    cell = observation.cell
    if cell.ci is None or cell.value is None or measure_of(observation) not in ("rate", "proportion"):
        return False
    return cell.ci[0] < cell.value < cell.ci[1]


def _counts_events(observation: Observation) -> bool:
    """Whether « 83 (74,1) » is 83 patients, 74.1 %."""
    label, cell = observation.label, observation.cell
    if not cell.is_whole or cell.value is None or cell.aside is None:
        return False
    if label.counts_first or cell.aside_is_percent:
        return True
    return bool(label.n) and abs(100 * cell.value / (label.n or 1) - cell.aside) < 1
