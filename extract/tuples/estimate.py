"""`Estimate`: one measured number of a sentence."""

from typing import NamedTuple

from extract.entities.model import Interval
from schema.vocabulary import EffectMeasure


class Estimate(NamedTuple):
    """One measured number: an arm's value, or a contrast between arms where `contrast` is set.

    `share` is true for « n sur N », which is a proportion whatever the words around it; `noun` is the counted noun.
    `participants` is what a pooled estimate rests on, `n` the size of the arm; `is_tally` where an event has its number
    in brackets.
    """

    start: int
    end: int
    value: float
    value_high: float | None = None
    unit: str = ""
    approximate: bool = False
    signed: bool = False
    share: bool = False
    noun: str | None = None
    events: int | None = None
    n: int | None = None
    contrast: EffectMeasure | None = None
    interval: Interval | None = None
    participants: int | None = None
    baseline: bool = False
    is_tally: bool = False
    in_words: bool = False
