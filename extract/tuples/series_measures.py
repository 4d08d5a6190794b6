"""What the values of a series measure: told with its first value, or gone on with from the series before."""

import re

from extract.tuples.clauses import Clauses
from extract.tuples.estimate import Estimate
from extract.tuples.measures import is_event_noun, is_people, is_rate, measure_of
from extract.tuples.outcomes import Outcome
from extract.tuples.series import Series
from extract.tuples.words import words
from schema.vocabulary import Measure

_PARALLEL = re.compile(
    r"\W*(?:et\s+)?(?:(?:pour|sur)\s+(?:l[ae]s?\s+|l['’])"
    r"|(?:de la|de l['’]|du|des|de|d['’])\s*\w|(?:l[ea]s?\s|l['’])[^,;:.]{2,40}\sde\s*$)"
)
"""« une réduction de A de 65 %, de B de 66 % », « A avait diminué de 64 %, et le B de 41 % »."""
_STRUCK = re.compile(r"\b(?:touch|affect|frapp)(?:é|a|aient|ait|èrent)\s*$", re.IGNORECASE)
_FOLLOWED = re.compile(r"\b(?:suivi|recul|âge)s? (?:médiane?|moyen(?:ne)?)s?\b", re.IGNORECASE)


def goes_on(clauses: Clauses, series: Series, outcome: Outcome) -> bool:
    """Whether a percentage goes on under the words of the one before: « une réduction de A de 65 %, de B de 66 % »."""
    cell = series.cells[0]
    left = clauses.slice(cell.start, cell.estimate.start)
    parallel = _PARALLEL.match(left) and not words("verbs").search(left)
    return not cell.estimate.share and (outcome.carried or bool(parallel))


def is_fragment(clauses: Clauses, series: Series, outcome: Outcome) -> bool:
    """Whether a sentence only adds values to those of the one before: « Et 14 % sous placebo. »"""
    if not outcome.carried or words("verbs").search(clauses.text):
        return False
    return not words("verbs").search(clauses.slice(clauses.start, series.cells[0].estimate.start))


def series_measure(clauses: Clauses, series: Series, outcome: Outcome) -> Measure | None:
    """The measure of a series is that of its first value; the others are told shorter."""
    if not series.members:
        return None
    cell = next(c for c in series.cells if not c.estimate.contrast)
    left = clauses.slice(max(cell.start, clauses.start), cell.estimate.start)
    right = clauses.slice(cell.estimate.end, cell.end)
    if is_rate(clauses.slice(series.start, series.end)):
        return "rate"
    counts_people = any(is_people(c.estimate.noun) and not c.estimate.share for c in series.cells)
    if counts_people and len(series.members) > 1 and not _STRUCK.search(left):
        return None
    measure = measure_of(cell.estimate, left, right, outcome.scored and not outcome.carried)
    if cell.estimate.baseline and measure == "mean_change":
        measure = "mean"  # « a diminué de 28,4 à 6,2 » tells two levels
    if measure is None and (outcome.scored or len(series.members) > 1) and not cell.estimate.noun:
        measure = "mean" if len(series.members) > 1 or not cell.estimate.value.is_integer() else None
    if measure in ("mean", "median") and _is_tally(cell.estimate, outcome, left):
        measure = "count"
    exposed = measure == "count" and outcome.by_phrase and not is_event_noun(cell.estimate.noun or "")
    return None if exposed and not _befell(left) else measure


def _is_tally(estimate: Estimate, outcome: Outcome, left: str) -> bool:
    """Whether a bare whole number counts events: « 3 décès sous X », whatever the follow-up's median was."""
    central = re.search(r"\b(?:moyen|médian)", _FOLLOWED.sub("", left), re.IGNORECASE)
    is_event = outcome.kind == "event" or is_event_noun(outcome.label.split(" ")[0])
    return is_event and not central and not estimate.unit and estimate.value == round(estimate.value)


def _befell(left: str) -> bool:
    """Whether people are counted because something befell them: « chez deux patients », « a touché deux patients »."""
    return bool(re.search(r"\b(?:chez|dans|au nombre de)\s*$", left, re.IGNORECASE) or _STRUCK.search(left))
