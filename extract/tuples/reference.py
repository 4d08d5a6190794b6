"""The group that all contrasts of a text are against: « les résultats sont exprimés en DM par rapport au placebo »."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.entities.model import Contrast
from extract.tuples.arm import Arm, Cast, PlacedArm
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.talk import read_talk


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceCues:
    """What stands before the arm that all results are against, by the words of `extract/rules/talk.yaml`."""

    put: Cue


@lru_cache(maxsize=4)
def load_cues(rules_dir: Path | None = None) -> ReferenceCues:
    """The cues of our rules with those of the folder `rules_dir` laid over them; read once."""
    talk = read_talk(rules_dir)
    against = r"\b(?:par rapport|par comparaison|comparativement|contre|versus|vs\.?|au|à)\s"
    article = r"(?:au |à la |à l['’]|du |le |la |l['’]|un )?"
    put = rf"{talk.any('results_at_large')}[^.;]{{0,60}}?{talk.any('put_against')}[^.;]{{0,80}}?{against}{article}$"
    return ReferenceCues(Cue(put, talk.told_by("put_against")))


def reference_told(clauses: Clauses, placed: Sequence[PlacedArm]) -> Arm | None:
    """The control that a sentence without a value of its own names as what all results are against; else None.

    >>> text = "Les résultats sont exprimés en différence moyenne par rapport au placebo."
    >>> placebo = Arm("placebo", is_control=True)
    >>> reference_told(Clauses(text, 0, ()), [PlacedArm(65, 72, placebo)]) == placebo
    True
    >>> reference_told(Clauses("Le dupilumab a été comparé au placebo.", 0, ()), [PlacedArm(30, 37, placebo)]) is None
    True
    """
    put = load_cues(clauses.rules_dir).put
    if not placed or not put.may_match(clauses):
        return None
    if any(isinstance(m.value, Contrast) and m.value.value is not None for m in clauses.of("contrast")):
        return None
    controls = (p for p in placed if p.arm.is_control)
    return next((p.arm for p in controls if put.search_in(clauses, clauses.start, p.start)), None)


_THEME = Cue(
    r"^\W*(?:par rapport|par comparaison|comparée?s?|comparativement|en comparaison|versus|vs\.?|face)\s"
    r"(?:(?:à|au|aux|avec|de|du)\s)?(?:la |le |les |l['’])?$",
    "par comp en vers vs face",
)
"""« Par rapport au dupilumab, l'A (DM …) et le B (DM …) »: what stands behind it at the head of a sentence."""


def with_theme(clauses: Clauses, placed: Sequence[PlacedArm], cast: Cast) -> Cast:
    """The cast with what a sentence sets all its contrasts against from its first words on; else the same.

    >>> arm = Arm("dupilumab")
    >>> text = "Par rapport au dupilumab, l'upadacitinib était plus efficace."
    >>> with_theme(Clauses(text, 0, ()), [PlacedArm(15, 24, arm)], Cast()).reference == arm
    True
    """
    if not placed or not _THEME.may_match(clauses):
        return cast
    first = placed[0]
    leads = _THEME.search_in(clauses, clauses.start, first.start) and clauses.slice(first.end, first.end + 1) == ","
    return cast._replace(reference=first.arm) if leads else cast
