"""Values before treatment, against which those after it stand where a table tells of one group of patients."""

from collections.abc import Sequence

from extract.tuples.model import ArmValue, Draft, PrintedP
from extract.tuples.tables.measured import arm_value
from extract.tuples.tables.observations import Observation


def read_baselines(observations: Sequence[Observation]) -> dict[tuple[str, int], Observation]:
    """The values before treatment: of their row where a column holds them, of their column where a row does."""
    found: dict[tuple[str, int], Observation] = {}
    for observation in observations:
        if observation.label.is_baseline:
            at = ("column", observation.column) if observation.in_row_of_baseline else ("row", observation.row)
            found[at] = observation
    return found


def after(draft: Draft, before: Observation, p: PrintedP | None) -> Draft:
    """A value after treatment against the one before it in the same group; a change has none to stand against."""
    against = arm_value(before) if draft.measure not in ("mean_change", "percent_change") else ArmValue()
    return draft._replace(comparator="baseline", comparator_arm=against, p=draft.p or p)
