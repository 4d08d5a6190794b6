"""An arm of a comparison, where a sentence names it, and the arms that a reader has in mind."""

from typing import NamedTuple

from extract.entities.combinations import combination_name


class Arm(NamedTuple):
    """A group on which a value is measured: drug (with dose), procedure or control, by its evidence-table name."""

    name: str
    dose: str | None = None
    is_control: bool = False
    n: int | None = None
    targets: tuple[str, ...] = ()
    route: str | None = None
    is_class: bool = False

    def same_as(self, other: "Arm") -> bool:
        """Whether both name the same group: same name, and same dose where both tell one.

        >>> Arm("dupilumab", "300 mg").same_as(Arm("dupilumab"))
        True
        """
        return self.name == other.name and (None in (self.dose, other.dose) or self.dose == other.dose)

    def at_dose(self, dose: str | None) -> "Arm":
        """The same arm at this dose; unchanged where `dose` is None."""
        return self._replace(dose=dose) if dose else self

    def together_with(self, other: "Arm") -> "Arm":
        """The arm given both treatments: the names of all their drugs in order, joined by ` + `.

        >>> Arm("nivolumab").together_with(Arm("ipilimumab")).name
        'ipilimumab + nivolumab'
        """
        return Arm(combination_name((self.name, other.name)))


class PlacedArm(NamedTuple):
    """An arm where the sentence names it; `named` is false for a reference (« le groupe traité », a bare dose).

    `added` tells a combination that the sentence makes of a treatment told of before and of one given on top of it.
    """

    start: int
    end: int
    arm: Arm
    named: bool = True
    added: bool = False


class Cast(NamedTuple):
    """The arms that a reader has in mind when the sentence begins.

    `topic` is the treatment under study or None where several could be; `arms` the groups of the study in the order
    named; `comparator` the group that the topic is compared with; `told` the drugs that the document has named so far;
    `reference` the group that every contrast is against unless it names another (« exprimés en DM contre placebo »).
    """

    topic: Arm | None = None
    arms: tuple[Arm, ...] = ()
    comparator: Arm | None = None
    told: tuple[str, ...] = ()
    reference: Arm | None = None
