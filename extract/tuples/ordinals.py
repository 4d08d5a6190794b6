"""« les deux essais », « dans le premier essai », « dans la seconde »: trials named by their number."""

import re
from collections.abc import Sequence

_ORDINAL = re.compile(
    r"\b(?:dans|pour)\s+(?:le|la|l['’])\s?(?P<which>premi(?:er|ère)|second|seconde|deuxième|autre|troisième)"
    r"(?!\s+(?:groupe|bras|cas|semaine|année|mois|temps|intention|ligne))",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:dans|pour)\s+(?:les|ces)\s+(?:deux|trois|quatre)\s+(?:essais|études)\b", re.IGNORECASE)
_INDEX = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "deuxième": 1, "autre": 1, "troisième": 2}


def trials_by_ordinal(text: str, series: Sequence[str]) -> tuple[str, ...]:
    """The trials of `series` that a stretch of text names by number; empty where it names none or they are unknown.

    >>> trials_by_ordinal("contre 20 % dans la seconde", ("ALPHA 1", "ALPHA 2"))
    ('ALPHA 2',)
    """
    if re.search(r"\b(?:groupe|bras)\b", text):
        return ()
    if _BOTH.search(text):
        return tuple(series) if len(series) > 1 else ()
    match = _ORDINAL.search(text)
    index = _INDEX[match["which"].lower()] if match else len(series)
    return (series[index],) if index < len(series) else ()
