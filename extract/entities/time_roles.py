"""What a time means, by the words before and after it: the moment of a measurement, a follow-up, a duration, or none.

« à 24 semaines » is when something was measured, « pendant 24 semaines » how long something was given; « de 11,5 mois »
after « survie médiane » is the result itself, and « de 12 ans » after « patients » an age.
"""

import re
from typing import Literal, NamedTuple

Role = Literal["at", "baseline", "followup", "duration"]


class _Cue(NamedTuple):
    """Wording and the role that it gives a time; None where the time is no timepoint.

    `reach` is how many characters before the time the wording may take up; 0 for wording after the time. `words`, where
    given, are such that the wording holds one of them, `ends` such that it ends with one: the costlier search waits.
    """

    role: Role | None
    wording: re.Pattern[str]
    reach: int
    words: tuple[str, ...] = ()
    ends: tuple[str, ...] = ("",)

    def stands(self, before: str, after: str) -> bool:
        """Whether the wording stands before or after a time."""
        if not self.reach:
            return self.wording.match(after) is not None
        if not before.endswith(self.ends):
            return False
        near = before[-self.reach :]
        for word in self.words:
            if word in near:
                break
        else:
            if self.words:
                return False
        return self.wording.search(near) is not None


def _before(
    role: Role | None, wording: str, reach: int, words: tuple[str, ...] = (), ends: tuple[str, ...] = ("",)
) -> _Cue:
    return _Cue(role, re.compile(rf"(?:{wording})\Z"), reach, words, ends)


def _after(role: Role | None, wording: str) -> _Cue:
    return _Cue(role, re.compile(wording), 0)


_VALUE_ENDS = ("de ", "a ", "etait ", "est ")
_CUES = (
    _after(
        None, r" (?:et|ou) (?:plus|moins|davantage)|\)? d'age|,? en (?:moyenne|mediane)| de (?:vie|grossesse|delai)"
    ),
    _before("at", r"\ba l'age de ", 12),
    _before(
        None,
        r"\bage(?:e?s?|s?)\b[^.;]{0,40}",
        60,
        ("age",),
    ),
    _before(
        None,
        r"\b(?:plus|moins) d(?:e |')"
        r"|\b(?:patiente?s?|malades|enfants?|adultes?|sujets?|femmes?|hommes?|nourrissons|adolescents|personnes"
        r"|participants|population|plus|moins)[^.,;:]{0,25} (?:de |d'au moins )(?:plus de |moins de )?",
        60,
        ends=("de ", "d'", "moins "),
    ),
    _before(
        None,
        r"(?:duree|delai|temps) (?:moyenne?|mediane?) (?:du |de |de la |de l'|avant (?:la |le |l')?)"
        r"(?:maintien|reponse|remission|cicatrisation|repigmentation|rechute|recidive|survie|hospitalisation|sejour)"
        r"[^.;:()\d]{0,40} (?:de|a|etait|est)(?: de)? ",
        110,
        ("moyen", "median"),
        _VALUE_ENDS,
    ),
    _before(
        "followup",
        r"(?:suivie?s?|recul)\b(?: (?!a \d|a (?:un|deux)\b)[^\W\d]+){0,5}(?: ?[:=])? ",
        60,
        ("suivi", "recul"),
    ),
    _before("at", r"(?:pendant|durant|au long de|tout au long de) (?:les|ces|ses) ", 25),
    _before(
        "at",
        r"\b(?:nombre|taux|incidence|frequence)\b[^.;:]{0,60} sur (?:les )?",
        90,
        ("nombre", "taux", "incidence", "frequence"),
    ),
    _before(
        "duration",
        r"(?:pendant|durant|sur|depuis|pour une duree de|d'une duree de|duree de|dure|duraient|dureront|delai d[e']"
        r"|espacees? de)(?: les| une periode de| une duree de| environ| au moins| pres de)* "
        r"|(?:essais?|etudes?|traitements?|cures?|cycles?|periodes?|schemas?|extensions?|programmes?|suspension"
        r"|phases?)"
        r"(?: [^\W\d]+){0,3} (?:de |d')",
        60,
        ends=(
            *("de ", "d'", "d' ", "pendant ", "durant ", "sur ", "depuis ", "dure ", "duraient ", "dureront "),
            *("les ", "environ ", "moins "),
        ),
    ),
    _before(
        "duration",
        r"duree (?:moyenne |mediane |totale )?(?:du |de |de la |de l'|des |d')(?:traitement|etude|essai"
        r"|therapie|exposition"
        r"|phototherapie|application|phase|cure|readaptation)[^.;:()\d]{0,40} (?:de|a|etait|est)(?: de)? ",
        90,
        ("duree ",),
        _VALUE_ENDS,
    ),
    _before(
        None,
        r"(?:etait|etaient|est|a ete|atteint|atteignait|contre|vs\.?|versus|respectivement|ensuite)(?: de)? |[=±] ?"
        r"|(?:en )?(?:moyenne|mediane) ",
        30,
        ends=(
            *("etait ", "etaient ", "est ", "a ete ", "atteint ", "atteignait ", "contre ", "vs ", "vs. ", "versus "),
            *("respectivement ", "ensuite ", "de ", "=", "= ", "±", "± ", "moyenne ", "mediane "),
        ),
    ),
    _before(
        None,
        r"(?:median|moyen|\bdure|delai|survie|\bssp\b|\bsg\b)[^.;:()]{0,90} (?:de|contre|vs|et|etait|en|est|atteignait"
        r"|atteint)(?: de)? ",
        130,
        ("median", "moyen", "dure", "delai", "survie", "ssp", "sg"),
        ("de ", "contre ", "vs ", "et ", "etait ", "en ", "est ", "atteignait ", "atteint "),
    ),
    _before(
        None,
        r"(?:\bdelai|\bduree|\btemps|survie)\b[^.;()]{0,25}(?:median|moyen)[^.;()]{0,90} ?: ",
        130,
        ("median", "moyen"),
        (": ",),
    ),
    _before(
        "at",
        r"(?:\ba|apres|au bout de|au terme des?|a l'issue des?|d'ici|en|au cours des|dans les|lors des|au-dela de"
        r"|jusqu'a|avant|entre|d'au moins|semaines et|a plus de)"
        r"(?: (?:les|ces|ses|seulement|environ|pres d[e']|une periode de|un delai de|un recul de))* ",
        45,
    ),
    _after("followup", r" (?:de|d'un) (?:suivi|recul)"),
    _after("at", r" (?:plus tard|apres\b)"),
    _after(
        "duration",
        r" de (?:traitement|phototherapie|corticotherapie|prise|therapie|consolidation|maintien|stabilite)"
        r"|,? sans interruption",
    ),
    _after(None, r" (?:avec|sous|dans le (?:groupe|bras)) [^.;]{0,40}\b(?:contre|vs)\b"),
    _before("duration", r"\d (?:patients|malades|sujets|enfants|adultes|participants), ", 16),
)
"""In order of precedence, in folded lower case."""
_WIDEST = max(cue.reach for cue in _CUES)
_AFTER_WIDTH = 60

_OLDEST_TIME, _AGE_AFTER = 25.0, 12.0
"""Years from which « à 65 ans » and « après » or « dès 12 ans » are ages and no follow-up."""
_ONSET = re.compile(
    r"\b(?:debut|survien|apparai|commenc|se declar)\w*[^.;\d]{0,30} (?:a|vers|entre|apres|avant"
    r"|des) \Z"
)
"""« débute à 23 ans » tells an age."""
_ONSET_WORDS = ("debut", "survien", "apparai", "commenc", "se declar")
_CELL_BEFORE = re.compile(r"\| ?\Z")
_CELL_AFTER = re.compile(r" ?(?:\||\n|\Z)")
_FROM_AGE = re.compile(r"(?:des|apres) \Z")


def role_of(low: str, start: int, end: int, values: list[float], *, in_years: bool) -> Role | None:
    """The role of the time that is written at `start` to `end` in folded lower-case text, None where it is no time.

    `values` are its numbers; those of a moment are whole, save in years.

    >>> role_of("pendant 24 semaines", 8, 19, [24.0], in_years=False)
    'duration'
    """
    line_start = low.rfind("\n", 0, start) + 1
    before = low[max(line_start, start - _WIDEST) : start]
    after = low[end : end + _AFTER_WIDTH]
    if in_years and any(word in before for word in _ONSET_WORDS) and _ONSET.search(before):
        return None
    if in_years and (values[-1] >= _OLDEST_TIME or (values[-1] >= _AGE_AFTER and _FROM_AGE.search(before[-8:]))):
        return None
    if _CELL_BEFORE.search(before) and _CELL_AFTER.match(after):
        return "at"  # « 1 an | 2 ans | 5 ans » over the columns of a table
    whole = all(value.is_integer() for value in values)
    for cue in _CUES:
        if cue.stands(before, after):
            return None if cue.role == "at" and not whole and not in_years else cue.role
    return "duration" if whole and not in_years else None
