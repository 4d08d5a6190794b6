"""What fell or rose: « une baisse de la douleur de 30 % », « une augmentation de 72 % de l'écho-densité »."""

import re

from extract.tuples.noun_phrases import clean

_CHANGE = re.compile(
    r"(?:réduction|baisse|diminution|augmentation|hausse|amélioration|recul|variation)s?(?:\s+\w+(?:es?|tes?|nes?|ves?))?"
    r"(?:\s+(?:d['’](?:au moins|environ) |de (?:plus de )?)\d+(?:,\d+)?\s?%)?"
    r"\s+(?:du|de la|de l['’]|des|de)\s*(?P<what>[^\d,;.]+)",
    re.IGNORECASE,
)


def phrase_of_change(text: str) -> str | None:
    """What fell or rose: « une baisse de la douleur de », « 12 % de réduction de la mortalité ».

    >>> phrase_of_change("une réduction moyenne de la rugosité de ")
    'rugosité'
    >>> phrase_of_change("une réponse, soit une réduction d'au moins 20 % du volume des kystes")
    'volume des kystes'
    """
    match = _CHANGE.search(text)
    return clean(match["what"]) if match else None
