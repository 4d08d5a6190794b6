"""Closed vocabularies of the evidence table; a cell holds one of these words or is empty."""

from typing import Literal

Kind = Literal["mechanism", "study", "result"]
TargetSource = Literal["text", "lexicon"]
Phase = Literal["1", "1/2", "2", "2a", "2b", "2/3", "2b/3", "3", "3a", "3b", "4"]
Status = Literal["completed", "ongoing", "planned"]
Measure = Literal["proportion", "mean", "median", "mean_change", "percent_change", "rate", "count"]
EffectMeasure = Literal["RR", "OR", "HR", "IRR", "RD", "MD", "SMD", "NNT", "NNH"]
POperator = Literal["<", "=", ">", "≤", "≥"]
Certainty = Literal["affirmed", "negated", "hypothetical"]
ReviewState = Literal["unreviewed", "accepted", "rejected", "corrected"]
DocumentOutcome = Literal[
    "ok",
    "no text",
    "no statement",
    "partly read",
    "password needed",
    "not a PDF",
    "damaged",
    "timed out",
    "out of memory",
]
PageOutcome = Literal["ok", "no text", "unreadable font", "unreadable"]

USUAL_STATES = {"kind": "result", "certainty": "affirmed", "review": "unreviewed"}
"""States that most rows have: looking for them narrows nothing, and no index holds these rows."""

WEEKS_PER_MONTH = 4.345
"""A month in weeks, as the evidence table's contract fixes it."""

WEEKS_PER_YEAR = 52.14
"""A year in weeks, as the evidence table's contract fixes it."""
