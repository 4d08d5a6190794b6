"""`Label`: what a head, stub or caption of a table says, and how one adds to another."""

from typing import Literal, NamedTuple

from schema.vocabulary import EffectMeasure, Measure, Phase

EndpointKind = Literal["response", "score", "event", "outcome"]


class LabelArm(NamedTuple):
    """An arm that a label names: a drug or control, or None where it names only a dose of the table's drug."""

    name: str | None
    dose: str | None = None
    is_control: bool = False


class Label(NamedTuple):
    """What the labels of one row or column say together; cells that they do not name are None, empty or False.

    `noun` is the endpoint in the label's own words, for labels without an endpoint of the lexicon.
    """

    arms: tuple[LabelArm, ...] = ()
    is_comparison: bool = False  # « vs placebo »: the numbers compare arms
    endpoint: str | None = None
    endpoint_kind: EndpointKind | None = None
    noun: str | None = None
    response: str | None = None  # « réponse », where no label names the endpoint
    timepoint: str | None = None
    weeks: float | None = None
    trials: tuple[str, ...] = ()
    phase: Phase | None = None
    indication: str | None = None
    n: int | None = None
    holds_p: bool = False
    holds_size: bool = False
    contrast: EffectMeasure | None = None
    other_contrasts: tuple[EffectMeasure, ...] = ()  # « HR / différence »: which, the row's kind of value tells
    is_baseline: bool = False
    measure: Measure | None = None
    is_percent: bool = False
    counts_first: bool = False  # « n (%) »: the number before the bracket counts events
    names_interval: bool = False

    @property
    def outcome(self) -> str | None:
        """The endpoint: of the lexicon, else in the label's words, else that it is a response, whatever to."""
        return self.endpoint or self.noun or self.response

    @property
    def is_statistic(self) -> bool:
        """Whether the numbers under this label belong to a comparison and not to one arm."""
        return self.holds_p or self.contrast is not None

    @property
    def is_bare_interval(self) -> bool:
        """Whether the label names an interval and nothing that it is of: a column « IC 95 % » beside the values."""
        return self.names_interval and not (self.arms or self.endpoint or self.noun or self.is_statistic)

    def _measure_under(self, outer: "Label") -> Measure | None:
        """What the outer label says of the kind of number; a share of responders is no change, whatever it says."""
        if self.endpoint_kind == "response":
            return None
        return _IN_PERCENT.get(outer.measure) if self.is_percent else outer.measure

    def over(self, outer: "Label") -> "Label":
        """This label with what only `outer` says added: a head under its caption, a stub under its group heading."""
        if outer is NOTHING_TOLD:
            return self
        naming = outer if self.endpoint is None and self.noun is None else self
        return Label(  # and not `replace`, which takes twice as long: a table has several for every number
            arms=self.arms,
            is_comparison=self.is_comparison,
            endpoint=naming.endpoint,
            endpoint_kind=naming.endpoint_kind,
            noun=naming.noun,
            response=self.response or outer.response,
            timepoint=self.timepoint or outer.timepoint,
            weeks=self.weeks if self.weeks is not None else outer.weeks,
            trials=self.trials or outer.trials,
            phase=self.phase or outer.phase,
            indication=self.indication or outer.indication,
            n=self.n or outer.n,
            holds_p=self.holds_p,
            holds_size=self.holds_size,
            contrast=self.contrast,
            other_contrasts=self.other_contrasts,
            is_baseline=self.is_baseline,
            measure=self.measure or self._measure_under(outer),
            is_percent=self.is_percent or outer.is_percent,
            counts_first=self.counts_first or outer.counts_first,
            names_interval=self.names_interval or outer.names_interval,
        )


NOTHING_TOLD = Label()

_IN_PERCENT: dict[Measure | None, Measure] = {
    "mean_change": "percent_change",
    "percent_change": "percent_change",
    "rate": "rate",
}
"""What numbers in % are under a caption that tells of changes; under one that tells of means they are shares."""
