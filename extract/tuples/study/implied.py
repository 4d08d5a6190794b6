"""Studies that results imply: a value measured on a drug is of a study of it, named or not."""

from collections.abc import Iterator, Sequence

from extract.tuples.model import Draft

CONFIDENCE = 0.7
"""The author's estimate of an implied study's precision, until gold has measured it."""


def imply_studies(drafts: Sequence[Draft], controls: frozenset[str]) -> Iterator[Draft]:
    """One study a drug and trial that `drafts` hold results of and no study; `controls` are arms without a drug.

    In a document that names no trial, an abstract or a meta-analysis, any drug with a result is studied; where trials
    are named, a number without one is more often of the background, a ratio with its interval is not.

    >>> result = Draft("result", "r", 0.9, 0, 40, drug="dapivirine", indication="prévention du VIH", endpoint="VIH")
    >>> [(study.kind, study.drug, study.status) for study in imply_studies([result, result], frozenset({"placebo"}))]
    [('study', 'dapivirine', 'completed')]
    """
    told = [draft for draft in drafts if draft.kind == "study"]
    names_trials = any(draft.trials for draft in drafts)
    results = [draft for draft in drafts if draft.kind == "result" and draft.drug and draft.drug not in controls]
    for result in sorted(results, key=lambda draft: (not draft.trials, draft.start)):
        is_of_none = not names_trials or _is_pooled(result)
        names: list[tuple[str, ...]] = [(trial,) for trial in result.trials] or ([()] if is_of_none else [])
        for trials in names:
            if any(_covers(study, result, trials) for study in told):
                continue
            study = Draft(
                kind="study",
                rule="study.implied",
                confidence=CONFIDENCE,
                start=result.start,
                end=result.end,
                drug=result.drug,
                indication=result.indication,
                phase=result.phase,
                trials=trials,
                status="completed",
            )
            told.append(study)
            yield study


def _is_pooled(result: Draft) -> bool:
    """Whether a ratio with its interval stands for itself, as meta-analyses and cohorts tell theirs."""
    return result.contrast is not None and result.contrast.ci is not None and result.arm.value is None


def _covers(study: Draft, result: Draft, trials: tuple[str, ...]) -> bool:
    """Whether a study is told already: of the trial, whatever its drug, or of the drug in the disease.

    The drugs of a table without a reference arm are all under study, in one trial.
    """
    if trials:
        side_by_side = result.rule == "table.single"
        return set(trials) <= set(study.trials) and (study.drug == result.drug or not side_by_side)
    if study.drug != result.drug or study.status != "completed":
        return False
    return study.indication is None or result.indication is None or study.indication == result.indication
