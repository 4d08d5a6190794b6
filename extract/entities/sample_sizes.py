"""Sizes of arms and studies: « n = 221 », « chez 674 patients », « a inclus 692 adultes », « (439 patients) »."""

import re
from collections.abc import Iterator

from extract.entities.anchors import matches_at
from extract.entities.model import SampleSize
from extract.entities.number_places import NumberPlaces, near_before
from extract.entities.numerals import START, read_numeral, word_numbers
from extract.entities.spans import CLAIMED, Found, register_finder
from extract.entities.word_places import WordPlaces, Words

PEOPLE = (
    r"(?:patiente?s?|malades?|sujets?|participante?s?|personnes?|individus?|volontaires?|enfants?|adultes?"
    r"|adolescente?s?|nourrissons?|nouveau-nes?|bebes?|femmes?|hommes?|filles?|garcons?|temoins?|veterans?|soignants?"
    r"|cas|chiens?|chats?|parturientes?|couples?|consultants?|donneurs?)"
)
"""Who is counted: a sample is made of them. An arm of dogs is one too."""

PEOPLE_BEGINNINGS = (
    *("patient", "malade", "sujet", "participant", "personne", "individu", "volontaire", "enfant", "adulte"),
    *("adolescent", "nourrisson", "nouveau", "bebe", "femme", "homme", "fille", "garcon", "temoin", "veteran"),
    *("soignant", "cas", "chien", "chat", "parturiente", "couple", "consultant", "donneur"),
)
"""How every word of `PEOPLE` begins."""
_PEOPLE_WORDS = Words(beginnings=PEOPLE_BEGINNINGS)
LONGEST_COUNT = 80
"""Characters of a number, in words too, with an adjective before the people that it counts."""
_N_KEY = Words("n")
_N = re.compile(
    r"n(?<![\w-]n) ?[=:] ?(?P<n>\d{1,3}(?: \d{3}){1,3}|\d{1,9})(?!\d|[.,/]\d| ?/ ?\d| ?%)"
    r"(?! ?[,;(] ?\d+(?:[.,]\d+)? ?%)"
)
_DIGITS = re.compile(r"\d(?:\d{0,2}(?:[ .,]\d{3}){1,3}|\d{0,8})(?![\d%]|[.,/]\d| ?%)")
_START = re.compile(START)
_THEM = re.compile(rf" (?:(?:jeunes|nouveaux|nouvelles|autres|premiers|premieres) )?{PEOPLE}\b")
_LISTED = re.compile(r"(?<![\d.,])(?P<n>(?!(?:19|20)\d\d\b)(?:\d{1,3}(?: \d{3}){1,3}|\d{1,9}))(?:, | et )\Z")
"""The number before « et 326 patients »."""

_TAKEN_IN = (
    r"\b(?:inclu|randomis|recrut|enrol|port(?:e|ait|aient|ant) sur|menee?s?|reuni|analys|compr(?:is|end|enait)|reparti"
    r"|compt|comport|compos|rassembl|suivi|tire\w* au sort|traite|evalu|etudi|totalis|regroup|compar|conduit|realis"
    r"|effectu|effectif|echantillon|cohorte|serie|population|essai|etude|ecr\b)\w*"
)
"""Wordings that take people into a study, by their beginnings."""
_BEFORE = re.compile(
    rf"(?:{_TAKEN_IN}[^.;()\d]{{0,40}} (?:(?:de|des|les|environ|aupres de|chez|sur|au total|parmi|dont),? )*"
    rf"|\b(?:une|la) {CLAIMED}+ de |[(\[] ?(?:soit |chez )?|\bsur |groupe [^.;()\d]{2, 30}, "
    r"|\b(?:chez|parmi|aupres de|sur un total de|au total,?|globalement,?) (?:les |ces |des )?)\Z"
)
_AFTER = re.compile(
    r" ?[)\];]|(?: ?\([^()]{0,40}\))? (?:y|en) (?:ont|avaient|etaient|recev|prenai)|, \d+ (?:etudes?|essais?|ecr)\b"
    r"|(?: ?\([^()]{0,160}\))?(?:(?! (?:ont (?!ete|recu)|avaient|sont|est|etaient (?!inclu))\b)[^.;]){0,110}? "
    r"(?:inclu|randomise|recrute|enrole|analyse|evaluable|eligible|tires? au sort|repartis|suivis"
    r"|ou (?:un |le |du )?placebo)"
)
_EVENT_BEFORE = re.compile(
    r"\b(?:surven|observ|not[ee]|rapport|constat|developp|obten|present|signal|retrouv|diagnostiqu|interromp|arret"
    r"|atteint|deced|apparu|declar|releve|persist|recidiv|rechut|guer[ie]|remission|reponse)\w*[^.;]{0,50}"
    r"\bchez (?:seulement )?\Z"
)
_EVENT_ENDS = ("chez ", "chez seulement ")
"""« une conjonctivite est survenue chez 12 patients » counts events; « menée chez 12 patients » a sample."""
_SEX = re.compile(r"(?:hommes?|femmes?|filles?|garcons?)\Z")
_PAIRED_AFTER = re.compile(r"(?: |et |, )*\d+ (?:hommes?|femmes?|filles?|garcons?)\b| pour une? ")
_PAIRED_BEFORE = re.compile(r"\d (?:hommes?|femmes?|filles?|garcons?)(?: et|,|;| /)? ?\Z")
"""« 17 hommes, 13 femmes » and « trois femmes pour un homme » tell who took part, not how many there were."""
_OF_SHARE = re.compile(r"% ?(?:[(\[,]|soit) ?(?:soit )?\Z")
_WITH_SHARE = re.compile(r" ?[(\[] ?\d+(?:[.,]\d+)? ?%")
"""« 43 % (15 patients) », « 72 % (n = 218) », « 15 patients (43 %) »: the events of a share."""
_LOOK = 130
"""Characters before and after a count in which its sentence may say that it is a sample."""


def find_sample_sizes(low: str, places: NumberPlaces | None = None, words: WordPlaces | None = None) -> Iterator[Found]:
    """The sizes in folded lower-case text; a count of people who had an event is none.

    >>> [f.value for f in find_sample_sizes("(n = 221) ; chez 674 patients ; 12 patients ont arrêté")]
    [SampleSize(n=221, is_arm=True), SampleSize(n=674, is_arm=False)]
    """
    places = places or NumberPlaces.of_text(low)
    words = words or WordPlaces.of_text(low)
    for mention in matches_at(words.of(_N_KEY), _N, low):
        if not _OF_SHARE.search(low, max(0, mention.start() - 12), mention.start()):
            yield Found(mention.start(), mention.end(), SampleSize(_whole(mention["n"]), is_arm=True))
    people = words.of(_PEOPLE_WORDS)
    digits = [at for at in near_before(places.digits, people, LONGEST_COUNT) if low[at].isdecimal()]
    spelled = near_before(places.words, people, LONGEST_COUNT)
    for number in (*matches_at(digits, _DIGITS, low), *word_numbers(low, spelled)):
        them = _THEM.match(low, number.end())
        if them and _START.match(low, number.start()):
            yield from _counted(number, them.end(), low)


def _counted(number: re.Match[str], end: int, low: str) -> Iterator[Found]:
    """The count of people that ends at `end`, and the one listed before it, where they are samples."""
    size = _read_size(number.group())
    listed = _LISTED.search(low, max(0, number.start() - 14), number.start())
    start = listed.start() if listed else number.start()
    if size is None or size < 2 or not _is_sample(start, end, low):
        return
    if listed:  # « ont inclus 307 et 326 patients »
        yield Found(listed.start(), listed.end("n"), SampleSize(_whole(listed["n"])))
    yield Found(number.start(), end, SampleSize(size))


def _read_size(written: str) -> int | None:
    if written[0].isdigit():
        return _whole(written)
    value = read_numeral(written)
    return None if value is None else int(value)


def _whole(written: str) -> int:
    """Thousands may be parted by a stop or comma: there is no third of a patient."""
    return int(re.sub(r"\D", "", written))


def _is_sample(start: int, end: int, low: str) -> bool:
    before = low[max(0, start - _LOOK) : start].rpartition("\n")[2]
    after = low[end : end + _LOOK]
    if _SEX.search(low[start:end]) and (_PAIRED_BEFORE.search(before) or _PAIRED_AFTER.match(after)):
        return False
    if after.startswith((" sur ", " par an", " pour un")) or _WITH_SHARE.match(after):
        return False
    if "population cible" in before or _OF_SHARE.search(before):
        return False
    if before.endswith(_EVENT_ENDS) and _EVENT_BEFORE.search(before):
        return False
    return bool(_BEFORE.search(before) or _AFTER.match(after))


register_finder(
    "sample_sizes", "sample_size", lambda layers: find_sample_sizes(layers.unclaimed_low, layers.numbers, layers.words)
)
