"""`Memory`: what the results of one sentence leave to those of the next."""

from typing import NamedTuple

from extract.entities.model import Endpoint, Timepoint
from extract.tuples.arm import Arm
from extract.tuples.distribution import Moment
from extract.tuples.outcomes import Outcome
from extract.tuples.primary import Primary
from schema.vocabulary import Measure


class Memory(NamedTuple):
    """What the sentences before leave to the next: the last outcome and time, the arms in their order, and how the
    methods define the primary endpoint."""

    block: int = 0
    outcome: Outcome | None = None
    moment: Moment | None = None
    moment_text: str | None = None
    arms: tuple[Arm, ...] = ()
    trials: tuple[str, ...] = ()
    by_trial: tuple[str, ...] = ()  # told of one by one, the treatment against the control in each
    drugs: tuple[str, ...] = ()
    primary: Primary | None = None
    measure: Measure | None = None
    visits: tuple[tuple[Moment, str], ...] = ()  # when the methods say that outcomes were assessed
    course: Timepoint | None = None  # how long the study lasts
    response: Primary | None = None  # what the methods call a response or a success
    announced: Outcome | None = None  # the one outcome of the sentence before, which may hold no number
    announced_at: tuple[Moment, str] | None = None  # the one time of that sentence
    headed: tuple[Moment, str] | None = None  # the time of a run-in heading: « Le bilan à un an. »
    order: tuple[Outcome, ...] = ()  # of the series of the sentence before, where each has another
    effect: Outcome | None = None  # the last outcome of this section and disease that is no adverse event
    said: str = ""  # the sentence before
    endpoints: tuple[Endpoint, ...] = ()  # of which the sentence before told one value each

    def in_block(self, block: int) -> "Memory":
        """What holds on in the next block, which starts at the character `block`: all but outcome, time and trials.

        >>> Memory(drugs=("dupilumab",), trials=("ALPHA 1",)).in_block(7) == Memory(block=7, drugs=("dupilumab",))
        True
        """
        return self._replace(
            block=block, outcome=None, moment=None, moment_text=None, trials=(), by_trial=(), measure=None,
            announced=None, announced_at=None, headed=None, endpoints=(), order=(),
        )  # fmt: skip

    def at_time_of(self, primary: Primary) -> "Memory":
        """The memory with the time of the primary endpoint, where none was told since."""
        return self if self.moment else self._replace(moment=primary.moment, moment_text=primary.moment_text)

    @property
    def meant_by_response(self) -> Primary | None:
        """What « réponse » and « succès » stand for: as defined, else the primary endpoint where it is a response."""
        primary = self.primary if self.primary and self.primary.outcome.kind == "response" else None
        return self.response or primary
