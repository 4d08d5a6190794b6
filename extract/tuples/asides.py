"""What stands around the name of an outcome and does not name it: a label before, an apposition behind."""

import re

_LABEL = re.compile(r"^\W*[A-ZÀ-Ý]\w+(?: \w+){0,3}\.? [–—-] (?=[A-ZÀ-Ý])")
"""« Tolérance – Une toux … »: a label that runs into its paragraph."""
_APPOSITION = re.compile(
    r",\s+(?:défini|mesuré|évalué|apprécié|estimé|jugé|coté|noté|calculé|quantifié|exprimé|objectivé|confirmé|analysé"
    r"|étudié|dosé|gradé)e?s?\s[^,;:]{3,80},(?=\s)"
)
"""« la sudation, mesurée par gravimétrie, »: how it was measured."""


def without_asides(text: str) -> str:
    """The words before a number without a label at their head and without what tells how the outcome was measured.

    >>> without_asides("Tolérance – Une toux sèche, définie par le malade, est apparue chez ")
    'Une toux sèche est apparue chez '
    """
    return _APPOSITION.sub("", _LABEL.sub("", text))
