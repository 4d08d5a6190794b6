"""Times that are the result itself: « le délai médian avant réponse », « le nombre de jours sans douleur »."""

import re

from extract.rules.word_lists import holds_any
from extract.tuples.cells import Cell
from extract.tuples.clauses import Clauses
from extract.tuples.words import words

_LASTING = re.compile(
    r"\b((?:délai|durée|temps|intervalle)\b[^,;()]*"
    r"|(?<=nombre )(?:(?:médian|moyen|total) )?(?:de |d['’])(?:jours|heures|semaines|mois|nuits)\b[^,;()]*)",
    re.IGNORECASE,
)
"""The time that was measured; also what it was without: « le nombre médian de jours sans douleur »."""
_LASTING_CORES = ("délai", "durée", "temps", "intervalle", "nombre")
_UNTOLD = re.compile(
    r"\w+(?: (?:médiane?|moyen(?:ne)?|totale?|nécessaire|minimale?|maximale?|correspondante?))*", re.IGNORECASE
)
"""« un délai médian »: it does not say of what."""
_COUNTED_TIME = re.compile(r"(?:(?:médian|moyen|total) )?(?:de |d['’])", re.IGNORECASE)
_TIME_UNIT = re.compile(r"(?:jours?|semaines?|mois|ans?|années?|heures?|minutes?)")


def time_measured(clauses: Clauses, first: Cell) -> str | None:
    """« le délai médian avant réponse était de 85 jours »: the time that was measured, whatever ends it."""
    if not holds_any(clauses.slice_low(first.start, first.estimate.start), _LASTING_CORES):
        return None
    found = _LASTING.findall(clauses.slice(first.start, first.estimate.start))
    if not found or "survie" in found[-1] or first.estimate.contrast not in (None, "MD"):
        return None
    counted = _COUNTED_TIME.match(found[-1])
    if not _TIME_UNIT.fullmatch(first.estimate.unit) and not (counted and not first.estimate.unit):
        return None
    told = found[-1][counted.end() :] if counted else found[-1]
    verb = words("verbs").search(told)
    label = re.sub(r"\s+(?:y|de|d['’]|à|s['’])$", "", (told[: verb.start()] if verb else told).strip(" :"))
    return None if _UNTOLD.fullmatch(label.strip()) else label.strip().lower() or None
