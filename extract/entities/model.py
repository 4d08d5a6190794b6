"""Typed values that the entity components put on spans (`span._.value`), one frozen class a family.

`doc.spans[FAMILY]` holds the spans of a family in text order, without overlaps inside one family. Offsets are exact:
`span.text` is what the value was read from. Families: see `FAMILIES`.
"""

from dataclasses import dataclass, field
from typing import Literal

from schema.vocabulary import EffectMeasure, Phase, POperator, Status


@dataclass(frozen=True, slots=True)
class Drug:
    """A drug, combination or procedure by its evidence-table name; `members` of a class (« anti-IL-23 ») by name."""

    name: str
    atc: str | None = None
    targets: tuple[str, ...] = ()
    route: str | None = None  # where the drug has one usual route, or the mention names it (« ruxolitinib topique »)
    is_class: bool = False
    is_procedure: bool = False
    by_stem: bool = False  # read by its INN stem, not in the lexicon
    members: tuple[str, ...] = field(default=(), repr=False, compare=False)  # the drugs of a class


@dataclass(frozen=True, slots=True)
class Control:
    """A control arm: `placebo`, `véhicule`, `contrôle`, `traitement standard`, `baseline`."""

    name: str


@dataclass(frozen=True, slots=True)
class ArmReference:
    """A mention of an arm that does not name it: « le groupe traité », « le second », « sous traitement ».

    `role` says which arm a reader would look for: the treated one, the control, the first or second named, or the
    dose or number named inside the mention (« le groupe 300 mg »).
    """

    role: Literal["treated", "control", "first", "second", "last", "dose", "each", "anaphor"]


@dataclass(frozen=True, slots=True)
class Target:
    """A molecular target symbol; `family` is the family it belongs to (`JAK` for `JAK1`) or itself."""

    symbol: str
    family: str


@dataclass(frozen=True, slots=True)
class Disease:
    """A disease by its usual French name, lower case."""

    name: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial acronym in its usual spelling; `known` where the lexicon has it, with what it says of it."""

    acronym: str
    known: bool = False
    drug: str | None = None
    indication: str | None = None
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """A registry number: NCT, EudraCT, CTIS, ISRCTN."""

    number: str


@dataclass(frozen=True, slots=True)
class PhaseMention:
    """A trial phase; two spans where « phases II et III » names two."""

    phase: Phase


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint by its canonical label; `scale` (`PASI`) and `threshold` (`75`) where it has them.

    `kind` tells what a value of it can be: a responder share (`response`), a score, an adverse event, a time-to-event
    or other clinical outcome.
    """

    label: str
    scale: str | None = None
    threshold: str | None = None
    kind: Literal["response", "score", "event", "outcome"] = "outcome"


@dataclass(frozen=True, slots=True)
class Timepoint:
    """A time in weeks; `role` parts the moment of a measurement from a follow-up, a duration of treatment, an age."""

    weeks: float
    role: Literal["at", "baseline", "followup", "duration"] = "at"
    weeks_high: float | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose, concentration or rhythm of administration, as written; `amounts` are its numbers."""

    amounts: tuple[float, ...]
    unit: str
    rhythm: str | None = None
    is_concentration: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be a result. `unit` is `%`, `points`, a word of the text, or empty.

    `value_high` closes a range (« 30 % à 40 % »); `spread` is the ± of a mean; `bound` is `<` for « moins de », `>` for
    « plus de », `≤` for « jusqu'à », `≥` for « au moins »; `approximate` for « environ », « près de », « plus de ».
    A fraction in words (« un tiers ») or « trois patients sur quatre » is a percentage. `signed` where the text
    writes + or − before it.
    """

    value: float
    unit: str = ""
    value_high: float | None = None
    approximate: bool = False
    bound: Literal["<", ">", "≤", "≥"] | None = None
    spread: float | None = None
    signed: bool = False
    noun: str | None = None  # the counted noun that follows: « 12 patients », « 3 décès »
    events: int | None = None  # the count that a percentage comes with: « 15 patients (43 %) », « 117 (77 %) »


@dataclass(frozen=True, slots=True)
class Fraction:
    """n of N: « 80/108 », « 12 patients sur 30 », « 80/108 (74 %) »; `percent` as printed, else None."""

    events: int
    total: int
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class SampleSize:
    """The size of an arm or study: « n = 221 », « chez 674 patients », « (439 patients) »."""

    n: int
    is_arm: bool = False  # written as n = … beside an arm


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval; `level` in % (95 where the text says none but marks it as an interval, None if bare)."""

    low: float
    high: float
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Contrast:
    """A contrast between arms; `adjusted` for ORa, aHR, « ajusté ».

    `unit` is `%` (percentage points too), `points`, a word of the text, or empty. A difference without a name of its
    own is a risk difference where it or the text shortly before is in percent, else a mean difference.
    """

    measure: EffectMeasure
    value: float | None = None  # None where the text names the measure and gives the value apart (table heads)
    unit: str = ""
    adjusted: bool = False


@dataclass(frozen=True, slots=True)
class PValue:
    """A p value; « NS » and « non significatif » have no value and operator `>`."""

    operator: POperator
    value: float | None


@dataclass(frozen=True, slots=True)
class Certainty:
    """A cue: negated finding, hypothesis, planned or ongoing work, a threshold or assumption, a report by others."""

    kind: Literal["negated", "hypothetical", "planned", "ongoing", "completed", "assumption"]
    status: Status | None = None


FAMILIES: tuple[str, ...] = (
    "drug", "control", "arm_reference", "target", "disease", "trial", "registry", "phase", "endpoint", "timepoint",
    "dose", "number", "fraction", "sample_size", "interval", "contrast", "p_value", "certainty",
)  # fmt: skip
"""Keys of `doc.spans`, all present on every processed Doc, empty where nothing was found."""
