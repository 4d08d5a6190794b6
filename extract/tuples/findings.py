"""Findings told without a number: « aucune différence significative », « le critère principal n'a pas été atteint ».

They make a `result` row whose certainty is `negated` and whose values are empty, so that a failed trial is not silence.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.entities.model import Endpoint
from extract.text.model import SourceText
from extract.tuples.arm import Arm, PlacedArm
from extract.tuples.arms import place_arms
from extract.tuples.clauses import Clauses, read_clauses
from extract.tuples.compared import is_compared
from extract.tuples.context import Context
from extract.tuples.cue import Cue
from extract.tuples.frame import Frame
from extract.tuples.model import Draft
from extract.tuples.primary import Primary, names_primary, primary_endpoint
from extract.tuples.results import SILENT_SECTIONS

_NEGATED = Cue(
    r"\b(?:aucune|pas de|sans) différence (?:statistiquement )?significative\b|\bne différai(?:t|ent) pas\b"
    r"|\bn['’](?:a|est|était|avait) pas (?:été )?(?:atteint|supérieur|démontré|significativement)"
    r"|\bn['’](?:a|avait) pas (?:fait mieux|montré de (?:supériorité|bénéfice)|démontré (?:sa|de|la) )",
    "diff atte supé démo sign fait mont",
)
_CONFIDENCE = 0.7
"""The author's own estimate before gold measures the rule."""


def find_findings(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """Rows without values for negated findings; none for a sentence with a number of its own, which tells more."""
    sentences = read_clauses(doc, context.rules_dir)
    for number, clauses in enumerate(sentences):
        if clauses.has("number", "fraction", "contrast") or not _NEGATED.search(clauses):
            continue
        section = source.section_at(clauses.start)
        if section is not None and section.kind in SILENT_SECTIONS:
            continue
        primary = next(filter(None, map(primary_endpoint, sentences[number::-1])), None)
        draft = _finding(clauses, context.at(clauses.start), primary)
        if draft:
            yield draft


def _finding(clauses: Clauses, frame: Frame, primary: Primary | None) -> Draft | None:
    placed = place_arms(clauses, frame.cast)
    treatment, comparator = _sides(clauses, placed, frame)
    endpoint = _endpoint(clauses, primary)
    if treatment is None or endpoint is None:
        return None
    return Draft(
        "result", "result.negated_finding", _CONFIDENCE, clauses.start, clauses.end, drug=treatment.name,
        dose=treatment.dose, indication=frame.indication, phase=frame.phase_of(frame.trials), trials=frame.trials,
        registry=frame.registry, n=frame.n, endpoint=endpoint, comparator=comparator.name if comparator else None,
        certainty="negated",
    )  # fmt: skip


def _sides(clauses: Clauses, placed: tuple[PlacedArm, ...], frame: Frame) -> tuple[Arm | None, Arm | None]:
    compared = [p.arm for p in placed if is_compared(clauses, p) or p.arm.is_control]
    others = [p.arm for p in placed if p.arm not in compared]
    treatment = others[0] if others else frame.cast.topic
    if compared:
        return treatment, compared[0]
    return treatment, others[1] if len(others) == 2 else frame.cast.comparator


def _endpoint(clauses: Clauses, primary: Primary | None) -> str | None:
    named = next((m.value.label for m in clauses.of("endpoint") if isinstance(m.value, Endpoint)), None)
    if named is None and primary and names_primary(clauses):
        return primary.outcome.label
    return named
