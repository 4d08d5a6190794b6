"""Times: « à la semaine 16 », S16, « à la douzième semaine », « deux ans après », « à l'inclusion », with their roles.

A time in words and digits (« 24 semaines ») is found by its unit; what stands before and after it tells whether it is
the moment of a measurement, a follow-up, a duration, or no timepoint at all (an age, a median survival).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extract.entities.model import Timepoint
from extract.entities.numerals import END, NUMBER, ORDINAL, START, WORDS, read_numeral, read_ordinal
from extract.entities.spans import Found, register_finder
from schema.vocabulary import WEEKS_PER_MONTH, WEEKS_PER_YEAR

Role = Literal["at", "baseline", "followup", "duration"]

_UNIT_WEEKS = {
    "minute": 1 / 10080, "min": 1 / 10080, "heure": 1 / 168, "h": 1 / 168, "jour": 1 / 7, "j": 1 / 7, "semaine": 1.0,
    "sem": 1.0, "mois": WEEKS_PER_MONTH, "an": WEEKS_PER_YEAR, "annee": WEEKS_PER_YEAR,
    "trimestre": 3 * WEEKS_PER_MONTH, "semestre": 6 * WEEKS_PER_MONTH,
}  # fmt: skip
_UNIT = r"(?P<unit>minutes?|heures?|h|jours?|j|semaines?|sem\b\.?|mois|ans?|annees?|trimestres?|semestres?)\b"
_NAMED_UNIT = r"(?P<unit>semaines?|mois|jours?|annees?|visite de la semaine)"
_QUANTITY = rf"(?:{START}{NUMBER}{END}|\b(?:{WORDS})\b)"
_QUARTERS = {"demi": 0.5, "quart": 0.25}

_AMOUNT = re.compile(
    rf"(?P<low>{_QUANTITY})(?:(?P<joint> ?- ?| a | et "
    rf"| ou )(?P<high>{_QUANTITY}))?(?: [(\[][^()\[\]]{{1,30}}[)\]])?(?: derniere?s| premiere?s)? ?-?{_UNIT}"
    r"(?P<half> et demie?)?"
)
_LISTED = re.compile(rf"(?P<one>{_QUANTITY})(?:, | et | ou )$")
_ORDINAL_TIME = re.compile(rf"(?P<low>\b{ORDINAL})(?:(?: et| a| ou|,)(?: la| le| l')? (?P<high>{ORDINAL}))? ?{_UNIT}")
_NUMBERED = re.compile(
    rf"\b{_NAMED_UNIT} (?P<low>\d{{1,3}})(?:(?: ?- ?| a )(?P<high>\d{{1,3}})"
    r"|(?P<more>(?:(?:, ?| et | ou )\d{1,3}\b)+))?"
    r"(?![\d%]|[.,]\d| ?%|e\b)"
)
_CODE = re.compile(r"(?<!\w)(?<![A-Za-z]-)(?P<letter>[SWJM])(?P<gap> ?-?)(?P<number>\d{1,3})(?![\w²³+]|[.,]\d)")
_CODE_WEEKS = {"S": 1.0, "W": 1.0, "J": 1 / 7, "M": WEEKS_PER_MONTH}
_NO_CODE = re.compile(
    r"(?:macrophages?|types?|recepteurs?|stades?|profils?|proteines?|n[0-3]|sous-types?|vitamine|polarisation) $"
)
"""Before « M2 » or « S100 »: a cell, a receptor, a tumour stage, a protein."""
_BASELINE = re.compile(
    r"\b(?:(?:a |des |lors de )(?:l'(?:inclusion|etat (?:initial|basal|de base)|entree|admission|enrolement)"
    r"|la (?:randomisation|baseline"
    r"|visite (?:initiale|d'inclusion)|consultation initiale|ligne de base)|baseline|t0)"
    r"(?: dans l'(?:etude|essai))?|au (?:depart|debut) (?:de l'(?:etude|essai)|du (?:traitement|suivi))"
    r"|au depart\b|en debut (?:d'etude|de traitement)|avant (?:le |tout |l')?(?:traitement|instauration|inclusion)"
    r"|(?:valeurs?|scores?|niveaux?) (?:initiale?s?|initiaux|de base)|initialement(?= (?:de|a) \d)|a l'inclusion)\b"
)


class _Cue(NamedTuple):
    """Wording before or after a time, and the role that it gives; None where the time is no timepoint."""

    role: Role | None
    is_before: bool
    wording: re.Pattern[str]

    def is_met(self, before: str, after: str) -> bool:
        """Whether the text before the time ends, or the text after it begins, with the wording."""
        return bool(self.wording.search(before) if self.is_before else self.wording.match(after))


def _before(role: Role | None, wording: str) -> _Cue:
    return _Cue(role, True, re.compile(rf"(?:{wording})$"))


def _after(role: Role | None, wording: str) -> _Cue:
    return _Cue(role, False, re.compile(wording))


_AGE = r"\bage(?:e?s?|s?)\b[^.;]{0,40}"
_FIRST_AFTER = (
    _after(
        None,
        r" (?:et|ou) (?:plus|moins|davantage)|\)? d'age|,? en (?:moyenne|mediane)| de (?:vie|grossesse|prison|delai)",
    ),
)
_BEFORE = (
    _before("at", r"\ba l'age de "),
    _before(None, _AGE + r"|\b(?:patiente?s?|malades|enfants?|adultes?|sujets?|femmes?|hommes?|nourrissons"
                         r"|adolescents|personnes"
                         r"|participants|population|plus|moins)[^.,;:]{0,25} (?:de |d'au moins )(?:plus de |moins de )?"
                         r"|\b(?:plus|moins) d(?:e |')"),
    _before("followup", r"(?:suivie?s?|recul)\b(?: (?!a \d|a (?:un|deux)\b)[^\W\d]+){0,5}(?: ?[:=])? "),
    _before("duration", r"(?:pendant|durant|sur|depuis|pour une duree de|d'une duree de|duree de|dure|duraient|dureront"
                        r"|delai de|delai d'|espacees? de)(?: les| une periode de| une duree de| environ"
                        r"| au moins| pres de)* "
                        r"|(?:essais?|etudes?|traitements?|cures?|cycles?|periodes?|schemas?|extensions?"
                        r"|programmes?|suspension"
                        r"|phases?)(?: [^\W\d]+){0,3} (?:de |d')"),
    _before(None, r"(?:median|moyen|\bdure|delai|survie|\bssp\b|\bsg\b)[^.;:()]{0,90} (?:de|contre|vs|et|etait|en|est"
                  r"|atteignait|atteint)(?: de)? |(?:en )?(?:moyenne|mediane) "
                  r"|(?:etait|etaient|est|a ete|atteint|atteignait|contre|vs\.?|versus|respectivement"
                  r"|ensuite)(?: de)? |[=±] ?"),
    _before("at", r"(?:\ba|apres|au bout de|au terme de|au terme des|a l'issue de|a l'issue des|d'ici|en"
                  r"|au cours des|dans les|lors des|au-dela de|jusqu'a|avant|entre|d'au moins|semaines et|a plus de)"
                  r"(?: (?:les|ces|ses|seulement|environ|pres d[e']|une periode de|un delai de|un recul de))* "),
)  # fmt: skip
_LAST_AFTER = (
    _after("followup", r" (?:de|d'un) (?:suivi|recul)"),
    _after("at", r" (?:plus tard|apres\b)"),
    _after("duration", r" de (?:traitement|phototherapie|corticotherapie|prise|therapie|consolidation|maintien"
                       r"|stabilite)|,? sans interruption"),
    _after(None, r" (?:avec|sous|dans le (?:groupe|bras)) [^.;]{0,40}\b(?:contre|vs)\b"),
)  # fmt: skip
_CUES = (*_FIRST_AFTER, *_BEFORE, *_LAST_AFTER)
_LOOK_BACK = 130
"""Characters before a time that may hold the words that tell its role; the rules above stop at the clause."""
_OLDEST_TIME, _AGE_AFTER = 25.0, 12.0
"""Years from which « à 65 ans » and « après » / « dès 12 ans » are ages and no follow-up."""


def find_timepoints(text: str) -> Iterator[Found]:
    """The times in folded text that are no ages and no values, each in weeks with its role.

    >>> [(f.value.weeks, f.value.role) for f in find_timepoints("à S16, après un suivi médian de 52 semaines")]
    [(16.0, 'at'), (52.0, 'followup')]
    """
    low = text.lower()
    taken = 0
    candidates = [*_codes(text, low), *_numbered(low), *_ordinals(low), *_amounts(low), *_baselines(low)]
    for found in sorted(candidates, key=lambda f: (f.start, -f.end)):
        if found.start >= taken:
            taken = found.end
            yield found


def _codes(text: str, low: str) -> Iterator[Found]:
    for code in _CODE.finditer(text):
        number, letter = int(code["number"]), code["letter"]
        before = low[max(0, code.start() - 20) : code.start()]
        spaced = code["gap"] and not re.search(r"\b(?:a|a la|des|jusqu'a|de) $", before)
        if spaced or _NO_CODE.search(before) or (letter == "M" and number > 120):
            continue
        weeks = number * _CODE_WEEKS[letter]
        yield Found(code.start(), code.end(), Timepoint(_rounded(weeks), "baseline" if number == 0 else "at"))


def _numbered(low: str) -> Iterator[Found]:
    for mention in _NUMBERED.finditer(low):
        unit = _unit_weeks("semaine" if mention["unit"].startswith("visite") else mention["unit"])
        first, high = int(mention["low"]) * unit, mention["high"]
        start = mention.start() - len(_article_before(low, mention.start()))
        end = mention.end("high") if high else mention.end("low")
        last = _rounded(int(high) * unit) if high else None
        yield Found(start, end, Timepoint(_rounded(first), "at" if first else "baseline", last))
        for further in re.finditer(r"\d+", mention["more"] or ""):
            at = mention.start("more") + further.start()
            yield Found(at, at + len(further.group()), Timepoint(_rounded(int(further.group()) * unit)))


_ARTICLE = re.compile(r"(?:\b(?:a la|des la|de la|jusqu'a la|au|aux|a|la) )$")


def _article_before(low: str, at: int) -> str:
    found = _ARTICLE.search(low, max(0, at - 12), at)
    return found.group() if found else ""


def _ordinals(low: str) -> Iterator[Found]:
    for mention in _ORDINAL_TIME.finditer(low):
        unit = _unit_weeks(mention["unit"])
        first, last = read_ordinal(mention["low"]), mention["high"] and read_ordinal(mention["high"])
        if first:
            start = mention.start() - len(_article_before(low, mention.start()))
            high = _rounded(last * unit) if last else None
            yield Found(start, mention.end(), Timepoint(_rounded(first * unit), "at", high))


def _amounts(low: str) -> Iterator[Found]:
    for mention in _AMOUNT.finditer(low):
        values = [read_numeral(mention[end]) for end in ("low", "high") if mention[end]]
        if None not in values:
            yield from _read_amount(mention, [v for v in values if v is not None], low)


def _read_amount(mention: re.Match[str], values: list[float], low: str) -> Iterator[Found]:
    first, listed = _first_of_list(low, mention.start())
    before = low[max(0, first - _LOOK_BACK) : first].rpartition("\n")[2]
    unit = _unit_weeks(mention["unit"])
    role = _role(before, low[mention.end() : mention.end() + 60], values, unit)
    if role is None:
        return
    for one in listed:
        if value := read_numeral(one.group()):
            yield Found(one.start(), one.end(), Timepoint(_rounded(value * unit), role))
    half = 0.5 if mention["half"] else 0.0
    weeks = [_rounded((value + half) * unit) for value in values]
    if mention["high"] and mention["joint"].strip() in ("et", "ou") and not before.endswith("entre "):
        yield Found(mention.start(), mention.end("low"), Timepoint(weeks[0], role))
        yield Found(mention.start("high"), mention.end(), Timepoint(weeks[1], role))
    else:
        yield Found(mention.start(), mention.end(), Timepoint(weeks[0], role, *weeks[1:]))


def _first_of_list(low: str, start: int) -> tuple[int, list[re.Match[str]]]:
    """Where the list before `start` begins (« 3, 6 et 12 mois »), and its numbers in text order."""
    listed: list[re.Match[str]] = []
    while one := _LISTED.search(low, max(0, start - 25), start):
        number = re.compile(re.escape(one["one"])).match(low, one.start("one"))
        if number is None:
            break
        listed.insert(0, number)
        start = one.start("one")
    return start, listed


def _role(before: str, after: str, values: list[float], unit: float) -> Role | None:
    in_years = unit == WEEKS_PER_YEAR
    if in_years and (
        values[-1] >= _OLDEST_TIME or (values[-1] >= _AGE_AFTER and re.search(r"(?:des|apres) $", before))
    ):
        return None
    whole = all(value == int(value) for value in values)
    for cue in _CUES:
        if cue.is_met(before, after):
            return None if cue.role == "at" and not whole and not in_years else cue.role
    if in_years or not whole:
        return None
    return "duration"


def _baselines(low: str) -> Iterator[Found]:
    for mention in _BASELINE.finditer(low):
        yield Found(mention.start(), mention.end(), Timepoint(0.0, "baseline"))


def _unit_weeks(unit: str) -> float:
    unit = unit.rstrip(".")
    return _UNIT_WEEKS[unit if unit in _UNIT_WEEKS else unit.removesuffix("s")]


def _rounded(weeks: float) -> float:
    """Two decimals, as the evidence table writes weeks."""
    return round(weeks, 2)


register_finder("timepoints", "timepoint", find_timepoints)
