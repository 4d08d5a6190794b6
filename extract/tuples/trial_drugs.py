"""Which of several drugs each trial of a sentence is of, where brackets tell: « de l'A (X-1 et X-2) et du B (Y-1) »."""

from collections.abc import Sequence

from extract.entities.model import Trial
from extract.tuples.arm import PlacedArm
from extract.tuples.clauses import Clauses, Mention


def drugs_by_trial(clauses: Clauses, placed: Sequence[PlacedArm]) -> dict[str, str]:
    """The drug of each trial whose bracket stands behind it (« STAMP (pembrolizumab) ») or which stands in a drug's
    bracket; empty where brackets do not tell several trials apart, for « A contre B (essai X) » is of A.
    """
    trials = [m for m in clauses.of("trial") if isinstance(m.value, Trial)]
    if len(trials) < 2:
        return {}
    drugs = [p for p in placed if p.named and not p.arm.is_control and not p.arm.is_class]
    if len({p.arm.name for p in drugs}) < 2:
        return {}
    behind = {_name(t): p.arm.name for t in trials for p in drugs if _opens_bracket(clauses, t, p)}
    if behind:
        return behind
    around = {_name(t): p.arm.name for t in trials if (p := _before_bracket(clauses, t, trials, drugs))}
    return around if len(set(around.values())) > 1 else {}


def _name(mention: Mention) -> str:
    assert isinstance(mention.value, Trial)
    return mention.value.acronym


def _opens_bracket(clauses: Clauses, trial: Mention, drug: PlacedArm) -> bool:
    return clauses.slice(trial.end, drug.start).strip() in ("(", "(le", "(la", "(l'", "(l’")


def _before_bracket(
    clauses: Clauses, trial: Mention, trials: Sequence[Mention], drugs: Sequence[PlacedArm]
) -> PlacedArm | None:
    """The first drug between the last trial of another bracket and the bracket that the trial stands in."""
    opened = [b.start for b in clauses.breaks if b.kind == "(" and b.start < trial.start]
    if clauses.depth_at(trial.start) == 0 or not opened:
        return None
    after = max((t.end for t in trials if t.end < opened[-1]), default=clauses.start)
    return next((p for p in drugs if after <= p.start < opened[-1]), None)
