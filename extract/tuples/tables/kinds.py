"""What kind of number a label tells of: a share, mean, change or rate by its words."""

import re

from schema.vocabulary import Measure

THRESHOLD = re.compile(
    r"(?:baisse|diminution|reduction|amelioration|gain)[^.;:|]{0,30}?"
    r"(?:d'au moins|au moins|≥|>=|superieure? (?:ou egale? )?a)\s?(?P<number>\d+)\s?(?P<unit>%|points?)"
)
"""« baisse d'au moins 4 points »: whose share of patients the numbers are."""


def kind_of(plain: str) -> Measure | None:
    """The kind of number that a folded label tells, or None; of a caption with several parts the first that tells.

    >>> kind_of("variation moyenne du dlqi"), kind_of("nombre moyen de poussees et reduction vs placebo")
    ('mean_change', 'mean')
    >>> kind_of("reduction du prurit, n (%)"), kind_of("evolution du pasi"), kind_of("taux pour 100 (ic95%)")
    ('proportion', None, 'rate')
    """
    return next((kind for part in _PARTS.split(plain) if (kind := _kind_of_part(part))), None)


def _kind_of_part(plain: str) -> Measure | None:
    outside = _INTERVAL_PERCENT.sub(" ", plain) if "%" in plain else plain
    if _RATE.search(plain) and "%" not in outside:
        return "rate"
    if _COUNTED.search(plain):
        return None if _MEAN.search(plain) or _MEDIAN.search(plain) else "proportion"
    if _CHANGE.search(plain):
        return "percent_change" if "%" in outside or "pourcentage" in outside else "mean_change"
    if _MEDIAN.search(plain):
        return "median"
    if _MEAN.search(plain):
        return "mean"
    return "proportion" if _PROPORTION.search(plain) else None


_PARTS = re.compile(
    r" et (?=(?:la |le |les |l'|leur )?(?:variation|reduction|diminution|baisse|repondeurs|proportion))|;"
)
_RATE = re.compile(
    r"pour 100|personnes?-annees|patients?-annees|\bannualise"
    r"|\b(?:taux|nombre|frequence)s? (?:moyen(?:ne)?s? )?(?:mensuel|annuel|hebdomadaire)"
    r"|\b(?:taux|nombre|frequence)s? (?:mensuel|annuel|hebdomadaire)(?:le)?s? (?:moyen|median)"
    r"|\b(?:crise|poussee|episode|rechute|infection|hospitalisation)s?\b[^,;(|]{0,25}\bpar (?:mois|an|semaine)\b"
)
_CHANGE = re.compile(
    r"variation|changement|\bbaisse|diminution|reduction|\bdelta\b|δ"
    r"|evolution (?:moyenne|mediane)|amelioration (?:moyenne|mediane)|(?:pourcentages?|%) (?:moyen )?d'amelioration"
)
"""No « évolution du PASI » nor « amélioration »: values at each visit, or a share of patients, may stand under them."""
_COUNTED = re.compile(r"\bn ?\(%\)|\(n[,;] ?%\)|% ?\(n\)|\b(?:nombre|effectif) \(%\)|\bn, ?%")
_MEDIAN = re.compile(r"\bmediane?s?\b")
_MEAN = re.compile(r"\bmoyen(?:ne)?s?\b")
_PROPORTION = re.compile(r"\bproportion|\bpourcentages? de (?:patients|malades)|repondeurs|% de (?:patients|malades)")
_INTERVAL_PERCENT = re.compile(r"\b(?:ic|ci) ?(?:a )?\d\d(?:[.,]\d)? ?%")
