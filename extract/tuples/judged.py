"""What a comparison of treatments is judged by: « plus efficace que le placebo pour faire disparaître les verrues ».

Its subject is a treatment, whether or not the lexicon knows it, and never the name of an outcome.
"""

import re

from extract.tuples.noun_phrases import clean
from extract.tuples.words import noun_of_verb, words

_EFFICACY = re.compile(
    r"\befficac(?:ité|es?)\b[^,;:(]*?\s(?:selon|(?:jugée|évaluée|appréciée) (?:par|selon))\s+(?P<judge>[^,;:(\d\x00]+)"
)
_PURPOSE = re.compile(
    r"\b(?:pour|afin d[e'’]|à)\s*(?P<verbs>(?:\w+(?:er|ir|re|oir)\s+){1,2})"
    r"(?P<article>[ld]['’]|les?\s|la\s|leurs?\s|des?\s|du\s|une?\s)\s*(?P<what>[^,;:(\d\x00]+)"
)
_AIM = re.compile(
    r"\b(?:pour|dans|sur|à)\s+(?:l['’]|la\s|le\s)\s*(?P<aim>[\w-]+)\s+(?:d['’]|des?\s|du\s)(?P<what>[^,;:(\d\x00]+)"
)
_CONTRACTED = {"le": "du ", "les": "des ", "des": "des ", "la": "de la ", "l'": "de l'", "l’": "de l’"}
"""« de » with the article of what a verb is about: « faire disparaître les verrues », the disappearance « des »."""


def rivals_in(told: str) -> re.Match[str] | None:
    """The words that compare one treatment with another: « ne se distinguait pas d'un », « meilleure que ».

    None also where a further verb stands behind them: the number is of that one.

    >>> rivals_in("Le ruban ne se distinguait pas d'un pansement (")[0]
    'se distinguait pas d'
    >>> rivals_in("La cire était meilleure que le gel et la toux était observée chez ")
    """
    cue = words("rivalling").search(told)
    return None if cue is None or words("verbs").search(told, cue.end()) else cue


def purpose_in(left: str) -> str | None:
    """The outcome that the purpose told with a comparison names.

    >>> purpose_in("plus efficace pour faire disparaître les verrues (")
    'disparition des verrues'
    >>> purpose_in("supérieure dans la prévention des engelures ("), purpose_in("meilleure pour traiter l'acné (")
    ('engelures', None)
    """
    purpose = _PURPOSE.search(left)
    if purpose and (what := clean(purpose["what"])):
        noun = noun_of_verb(purpose["verbs"])
        if noun:
            return f"{noun} {_CONTRACTED.get(purpose['article'].strip(), 'de ')}{what}"
        return what if words("aims").search(purpose["verbs"]) else None
    aim = _AIM.search(left)
    return clean(aim["what"]) if aim and words("aims").fullmatch(aim["aim"]) else None


def efficacy_in(left: str) -> str | None:
    """« s'est montré plus efficace selon le jugement des malades »: efficacy, as judged there; None without a judge.

    >>> efficacy_in("il s'est montré plus efficace selon le jugement des malades (")
    'efficacité selon jugement des malades'
    >>> efficacy_in("il s'est montré plus efficace (")
    """
    match = _EFFICACY.search(left)
    judge = clean(match["judge"]) if match else None
    return f"efficacité selon {judge}" if judge else None


def tells_efficacy(told: str) -> bool:
    """Whether words tell of an effect without its name: « l'effet semblait plus net », « plus efficace ».

    >>> tells_efficacy("L'effet semblait plus net chez l'enfant ("), tells_efficacy("Les effets digestifs ")
    (True, False)
    """
    return rivals_in(told) is not None or words("effects").search(told) is not None
