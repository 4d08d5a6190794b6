"""Sizes of arms and studies: « n = 221 », « chez 674 patients », « a inclus 692 adultes », « (439 patients) »."""

import re
from collections.abc import Iterator

from extract.entities.model import SampleSize
from extract.entities.numerals import START, read_numeral, word_numbers
from extract.entities.spans import Found, register_finder

PEOPLE = (
    r"(?:patiente?s?|malades?|sujets?|participante?s?|personnes?|individus?|volontaires?|enfants?|adultes?"
    r"|adolescente?s?"
    r"|nourrissons?|nouveau-nes?|bebes?|femmes?|hommes?|filles?|garcons?|temoins?|veterans?|soignants?|cas"
    r"|chiens?|chats?"
    r"|parturientes?|couples?|consultants?|donneurs?)"
)
"""Who is counted: a sample is made of them. An arm of dogs is one too."""
_N = re.compile(r"n(?<![\w-]n) ?[=:] ?(?P<n>\d{1,3}(?: \d{3})+|\d+)(?!\d|[.,/]\d| ?/ ?\d| ?%)")
_PEOPLE_AFTER = re.compile(rf" (?:(?:jeunes|nouveaux|nouvelles|autres|premiers|premieres) )?{PEOPLE}\b")
_DIGITS = re.compile(r"\d(?:\d{0,2}(?:[ .,]\d{3})+|\d*)(?![\d%]|[.,/]\d| ?%)")
_TAKEN_IN = (
    r"\b(?:inclu|randomis|recrut|enrol|port(?:e|ait|aient|ant) sur|menee?s?|reuni|analys|compr(?:is|end|enait)"
    r"|reparti|compt"
    r"|comport|compos|rassembl|suivi|tire\w* au sort|traite|evalu|etudi|totalis|regroup|compar|conduit|realis"
    r"|effectu|effectif"
    r"|echantillon|cohorte|serie|population|essai|etude)\w*"
)
"""Wordings that take people into a study, by their beginnings."""
_BEFORE = re.compile(
    rf"(?:{_TAKEN_IN}[^.;()\d]{{0,40}} (?:(?:de|des|les|environ|aupres de|chez|sur|au total|parmi|dont),? )*"
    r"|[(\[] ?(?:soit |chez )?|\b(?:chez|parmi|aupres de|sur un total de|au total,?|globalement,?) (?:les "
    r"|ces |des )?"
    r"|\bsur |groupe [^.;()\d]{2,30}, )\Z"
)
_AFTER = re.compile(
    r" ?[)\];]|(?:(?! (?:ont (?!ete)|avaient|etaient|sont|est)\b)[^.;]){0,110}? "
    r"(?:inclu|randomise|recrute|enrole|analyse|evaluable|eligible|tires? au sort|repartis|suivis)"
)
_EVENT_BEFORE = re.compile(
    r"\b(?:surven|observ|not[ee]|rapport|constat|developp|obten|present|signal|retrouv|diagnostiqu|interromp"
    r"|arret|atteint|deced"
    r"|apparu|declar|releve|persist|recidiv|rechut|guer[ie]|remission|reponse)\w*[^.;]{0,50}\bchez (?:seulement )?\Z"
)
"""« une conjonctivite est survenue chez 12 patients » counts events; « menée chez 12 patients » a sample."""
_SEXES = re.compile(r"(?:hommes?|femmes?|filles?|garcons?)\Z")
_OTHER_SEX = re.compile(r"\d (?:hommes?|femmes?|filles?|garcons?)\b")
"""« 17 hommes, 13 femmes » tells who took part, not how many there were."""
_OF_SHARE = re.compile(r"% ?(?:[(\[,]|soit) ?(?:soit )?\Z")
"""« 43 % (15 patients) », « 72 % (n = 218) »: the events of a share."""
_WITH_SHARE = re.compile(r" ?[(\[] ?\d+(?:[.,]\d+)? ?%")
_START = re.compile(START)
_LOOK = 130
"""Characters before and after a count in which its sentence may say that it is a sample."""


def find_sample_sizes(text: str) -> Iterator[Found]:
    """The sizes in folded text; a count of people who had an event is none.

    >>> [f.value for f in find_sample_sizes("(n = 221) ; chez 674 patients ; 12 patients ont arrêté")]
    [SampleSize(n=221, is_arm=True), SampleSize(n=674, is_arm=False)]
    """
    low = text.lower()
    for mention in _N.finditer(low):
        size = _read_size(mention["n"])
        if size is not None and not _OF_SHARE.search(low[max(0, mention.start() - 12) : mention.start()]):
            yield Found(mention.start(), mention.end(), SampleSize(size, is_arm=True))
    for number in (*_DIGITS.finditer(low), *word_numbers(low)):
        people = _PEOPLE_AFTER.match(low, number.end())
        size = _read_size(number.group()) if people and _START.match(low, number.start()) else None
        if people and size is not None and size >= 2 and _is_sample(number.start(), people.end(), low):
            yield Found(number.start(), people.end(), SampleSize(size))


def _read_size(written: str) -> int | None:
    """Thousands may be parted by a stop or comma: there is no third of a patient."""
    if written[0].isdigit():
        return int(re.sub(r"\D", "", written))
    value = read_numeral(written)
    return None if value is None else int(value)


def _is_sample(start: int, end: int, low: str) -> bool:
    before = low[max(0, start - _LOOK) : start].rpartition("\n")[2]
    after = low[end : end + _LOOK]
    if _SEXES.search(low[start:end]) and (_OTHER_SEX.search(before[-25:]) or _OTHER_SEX.search(after[:25])):
        return False
    if after.startswith(" sur ") or _OF_SHARE.search(before) or _EVENT_BEFORE.search(before):
        return False
    if _WITH_SHARE.match(after):
        return False
    return bool(_BEFORE.search(before) or _AFTER.match(after))


register_finder("sample_sizes", "sample_size", find_sample_sizes)
