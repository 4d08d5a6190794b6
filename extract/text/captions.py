"""Captions: « Tableau 1 … », « Fig. 2 … », « Figure III … »."""

import re
from typing import Literal

_NUMBER = r"(?:n°\s?)?(?:\d{1,2}|[IVX]{1,5})\s?[a-zA-D]?\b"

TABLE_CAPTION = re.compile(rf"(?:TABLEAU|Tableau|TABLE|Table)(?:\s{_NUMBER}\s*(?:[.:–—-]|\s|\Z)|\s?[.:–—]\s)")
FIGURE_CAPTION = re.compile(
    rf"(?:FIGURES?|Figures?|FIG|Figs?|fig)(?:\.?\s?{_NUMBER}\s*(?:[.:–—-]|\s(?=[A-ZÀ-Ý])|\Z)|\s?[.:–—]\s(?=[A-ZÀ-Ý]))"
)
"""At the start of a block only; « (fig. 2) » and « le tableau 1 montre » in prose do not match."""


def is_table_caption(block: str) -> bool:
    """Whether a block starts as the caption of a table.

    >>> is_table_caption("Tableau II : Critères d’efficacité.")
    True
    >>> is_table_caption("Tableaux cliniques trompeurs")
    False
    """
    return TABLE_CAPTION.match(block) is not None


def is_figure_caption(block: str) -> bool:
    """Whether a block starts as the caption of a figure.

    >>> is_figure_caption("Fig. 4 : Repigmentation après 6 mois.")
    True
    >>> is_figure_caption("Figurent parmi les effets indésirables")
    False
    """
    return FIGURE_CAPTION.match(block) is not None


def caption_of(block: str) -> Literal["table", "figure"] | None:
    """What a block is the caption of, or None."""
    if is_table_caption(block):
        return "table"
    return "figure" if is_figure_caption(block) else None
