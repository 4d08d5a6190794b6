"""What the rules hold once read: one frozen class a file, and `Rules`, all of them together.

`exceptions` (column `except`) are longer expressions in which a name does not mean its entry: « réponse immunitaire ».
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extract.rules.keys import term_key
from schema.vocabulary import Phase

EndpointKind = Literal["response", "score", "event", "outcome"]
ArmRole = Literal["treated", "control", "first", "second", "last", "dose", "each", "anaphor"]
CertaintyKind = Literal["negated", "hypothetical", "planned", "ongoing", "completed", "assumption"]


@dataclass(frozen=True, slots=True)
class DrugEntry:
    """A row of drugs.csv or medicines.csv; `inn` of a fixed combination joins its parts by ` + `."""

    inn: str
    english: str = ""
    synonyms: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    atc: str = ""
    routes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrugClassEntry:
    """A row of drug_classes.csv; `includes` names classes whose drugs are its members too."""

    name: str
    synonyms: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProcedureEntry:
    """A row of procedures.csv: a treatment that is no medicine."""

    name: str
    synonyms: tuple[str, ...] = ()
    route: str = ""
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """A row of targets.csv; `family` is a symbol or name that several targets share."""

    symbol: str
    family: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiseaseEntry:
    """A row of diseases.csv; `abbreviations` count only in a document that speaks of the disease."""

    name: str
    synonyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """A row of scales.csv: how results on a scale become responder endpoints.

    `percent`: improvements in % (75 in PASI75); `points`: falls by so many points (NRS4); `zero_one`: 0 or 1 is a
    response (IGA0/1); `cutoff`: scores that are a response, as the label ends: `20` of SALT20 (at most 20), `≤5`, `=0`,
    `≥12`, `4/5`; `default`: the label of the scale's bare name where it differs from `scale`.
    """

    scale: str
    names: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    cutoff: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    zero_one: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class EndpointEntry:
    """A row of endpoints.csv: an endpoint that is named without a scale's threshold.

    The evidence table keeps a text's own noun: a mention of a synonym has the synonym for its label. `forms` are words
    that cannot be a label (« guéris », « EIG », « taux de … ») and get the row's.
    """

    label: str
    kind: EndpointKind
    synonyms: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialEntry:
    """A row of trials.csv; empty cells where a trial has several answers or we know none."""

    acronym: str
    drug: str = ""
    indication: str = ""
    phase: Phase | None = None
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """A row of comparators.csv or routes.csv."""

    name: str
    synonyms: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Expressions of one meaning, each with a sentence where it holds and one where it does not."""

    role: str  # an ArmRole or CertaintyKind, by the file
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """All lexicons, in file order, ours with the user's laid over them."""

    drugs: tuple[DrugEntry, ...] = ()
    drug_classes: tuple[DrugClassEntry, ...] = ()
    procedures: tuple[ProcedureEntry, ...] = ()
    targets: tuple[TargetEntry, ...] = ()
    diseases: tuple[DiseaseEntry, ...] = ()
    scales: tuple[ScaleEntry, ...] = ()
    endpoints: tuple[EndpointEntry, ...] = ()
    trials: tuple[TrialEntry, ...] = ()
    comparators: tuple[NamedEntry, ...] = ()
    routes: tuple[NamedEntry, ...] = ()
    event_cues: tuple[str, ...] = ()
    arm_references: tuple[CueGroup, ...] = ()
    certainty: tuple[CueGroup, ...] = ()

    @cached_property
    def _drug_by_key(self) -> Mapping[tuple[str, ...], DrugEntry]:
        by_key: dict[tuple[str, ...], DrugEntry] = {}
        for drug in self.drugs:
            for name in (drug.inn, drug.english, *drug.synonyms):
                by_key.setdefault(term_key(name), drug)
        return by_key

    def drug_named(self, name: str) -> DrugEntry | None:
        """The drug of that INN, English name, brand or code, whatever its case and accents; None where unknown.

        >>> from extract.rules import load_rules
        >>> load_rules().drug_named("OPZELURA").inn
        'ruxolitinib'
        """
        return self._drug_by_key.get(term_key(name)) if name.strip() else None

    def members(self, class_name: str) -> tuple[str, ...]:
        """The INNs of a class and of the classes that it includes, in file order; empty for an unknown class.

        >>> from extract.rules import load_rules
        >>> "guselkumab" in load_rules().members("biothérapies")
        True
        """
        included = {e.name: e.includes for e in self.drug_classes}
        names = {class_name}
        todo = [class_name]
        while todo:
            new = [name for name in included.get(todo.pop(), ()) if name not in names]
            names.update(new)
            todo += new
        return tuple(drug.inn for drug in self.drugs if names.intersection(drug.classes))
