"""Doses, concentrations and rhythms: « 300 mg toutes les 2 semaines », « crème à 1,5 % deux fois par jour », q2w."""

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Dose
from extract.entities.numerals import END, NUMBER, PERCENT, START, WORDS, to_float
from extract.entities.spans import Found, put_spans

_MASS = (
    r"(?:mg|µg|mcg|g|ml|cl|m?ui|mu|u|gy|meq|m?j(?= ?/ ?cm)|mmol(?! ?/ ?l)|ng(?= ?/ ?kg)|ppm|unites?|gouttes?|comprimes?"
    r"|gelules?|ampoules?|bouffees?|seringues?|sachets?)"
)
_PER = (
    r"(?: ?/ ?(?:kg|m2|m²|cm2|cm²|g|ml|j|jour|jours|sem|semaine|semaines|mois|24 ?h|prise|dose|injection|h)\b"
    r"| ?·? ?(?:kg|m|cm|j|h) ?-[12]\b| par (?:kg|kilo|kilogramme|prise|dose|injection)\b)"
)
_UNIT = rf"(?P<unit>{_MASS}(?![a-z]){_PER}*)(?! ?/ ?[dm]?l\b)"
"""A dose's unit; a blood level (« 12 g/dL ») is none."""
_COUNT = rf"(?:\d{{1,2}}|{WORDS})"
_PERIOD = r"(?:jours?|j|semaines?|sem|mois|ans?|heures?|h|nuits?|soirs?|matins?)"
_TIMES = (
    rf"(?:(?:{_COUNT}(?: (?:a|ou) {_COUNT})?|plusieurs) fois|x ?\d|\d ?x"
    rf"|{_COUNT} (?:prises?|applications?|injections?|seances?|doses?|perfusions?))"
)
_RHYTHM = (
    rf"(?:{_TIMES} ?(?:par|/|chaque) ?(?:jour|j|semaine|sem|mois|an|annee|24 ?h)\b"
    rf"|{_COUNT} fois (?:l'an|la semaine)\b"
    rf"|tou(?:te)?s les (?:{_COUNT} (?:(?:a|ou)(?: tou(?:te)?s les)? {_COUNT} )?)?{_PERIOD}\b"
    r"|une? (?:semaine|jour|mois) sur deux|chaque (?:jour|semaine|mois|soir|matin|nuit)\b|matin et soir"
    r"|une injection (?:quotidienne|hebdomadaire|mensuelle|trimestrielle)"
    r"|(?<!\w)q\d{1,2}(?:w|h|s|sem)\b|(?<!\w)b\.?i\.?d\b)"
)
_LOOSE_RHYTHM = (
    r"(?:(?:quotidien|hebdomadaire|mensuel|trimestriel|bimensuel|biquotidien)(?:le|ne|lement|nement)?s?\b"
    r"|par (?:jour|semaine|mois|an)\b|/ ?(?:jour|j|semaine|sem|mois)\b"
    r"|en (?:dose|prise|injection|perfusion|administration|une seule prise) unique)"
)
"""Wordings that are a rhythm only right after an amount: « la vie quotidienne », « deux poussées par semaine »."""
_AND_RHYTHM = rf"(?:,? (?:en |administree?s? |a raison de )?(?P<rhythm>{_RHYTHM}|{_LOOSE_RHYTHM}))?"
_AMOUNT = rf"{START}{NUMBER}"
_DOSE = re.compile(
    rf"(?P<listed>(?:{_AMOUNT}(?: ?, ?| ?/ ?| et | ou | puis )(?:de )?)*)"
    rf"(?P<amounts>{_AMOUNT}(?:(?: ?- ?| a ){NUMBER})?) ?{_UNIT}{_AND_RHYTHM}"
)
_RHYTHM_ALONE = re.compile(_RHYTHM)
_AMOUNT_ALONE = re.compile(NUMBER)

_FORMS = (
    r"(?:cremes?|gels?|pommades?|lotions?|solutions?|mousses?|onguents?|emulsions?|collyres?|sprays?|patchs?"
    r"|shampo+ings?"
    r"|vernis|laits?|topiques?|concentrations?|dosee?s?|diluee?s?|preparations?|emplatres?|huiles?|peelings?)"
)
_SHARE = re.compile(rf"(?P<amounts>{START}{NUMBER}{END}(?:(?: ?- ?| a ){NUMBER}{END})?) ?{PERCENT}{_AND_RHYTHM}")
_AFTER_FORM = re.compile(
    rf"\b{_FORMS}(?P<words>(?: (?!(?:a|et|ou|puis)\b)[^\W\d]+){{0,3}}?)(?P<at> a(?: la concentration de)?)? $"
)
_LINK_AFTER_DRUG = re.compile(
    r" (?P<at>a )?$| (?:topique|en (?:creme|gel|pommade|lotion|mousse|solution)) (?P<at2>a )?$"
)
_NEXT_IN_LIST = re.compile(r" ?(?:,|et|ou|puis|/) ?(?:a )?")
_COMPARED = re.compile(r" ?[(\[]?(?:contre|vs|versus|sous|chez|avec|dans|des|de|d'|n ?=)\b")
_WEAK_MAX, _STRONG_MAX = 10.0, 50.0
"""Percent up to which a share next to a drug or a form is a concentration, without and with « à » between them: topical
drugs rarely exceed 10 %, urea and acids reach 50 %; responder shares beside a drug's name are usually above."""


def find_doses(text: str, drug_ends: frozenset[int] = frozenset()) -> Iterator[Found]:
    """The doses in folded text; `drug_ends` are the offsets at which a drug's name ends, for « tacrolimus 0,1 % ».

    A list of amounts that share a unit is one span an amount.

    >>> [f.value.amounts for f in find_doses("15, 45 et 75 mg ; creme a 1,5 % ; 30 % des patients")]
    [(15.0,), (45.0,), (75.0,), (1.5,)]
    """
    low = text.lower()
    found = [*_amounts(text, low), *_concentrations(low, drug_ends)]
    taken = [(f.start, f.end) for f in found]
    rhythms = [
        Found(mention.start(), mention.end(), Dose((), "", mention.group()))
        for mention in _RHYTHM_ALONE.finditer(low)
        if not any(start < mention.end() and mention.start() < end for start, end in taken)
    ]
    return iter(sorted([*found, *rhythms], key=lambda f: f.start))


def _amounts(text: str, low: str) -> Iterator[Found]:
    for mention in _DOSE.finditer(low):
        unit, last = text[mention.start("unit") : mention.end("unit")], mention.start("amounts")
        for listed in _AMOUNT_ALONE.finditer(low, mention.start(), last):
            yield Found(listed.start(), listed.end(), Dose((to_float(listed.group()),), unit))
        yield Found(last, mention.end(), Dose(_numbers(mention["amounts"]), unit, mention["rhythm"]))


def _numbers(written: str) -> tuple[float, ...]:
    return tuple(to_float(number) for number in _AMOUNT_ALONE.findall(written))


def _concentrations(low: str, drug_ends: frozenset[int]) -> Iterator[Found]:
    previous_end = -1
    for share in _SHARE.finditer(low):
        joined = _NEXT_IN_LIST.fullmatch(low, previous_end, share.start()) if previous_end >= 0 else None
        if share["rhythm"] or (joined and _continues(share, low)) or _follows_form_or_drug(share, low, drug_ends):
            previous_end = share.end()
            amounts = _numbers(share["amounts"])
            yield Found(share.start(), share.end(), Dose(amounts, "%", share["rhythm"], is_concentration=True))


def _continues(share: re.Match[str], low: str) -> bool:
    """« crème à 0,5 %, 1 % et 1,5 % » lists concentrations, « crème à 1 % et 9 % avec le véhicule » does not."""
    return max(_numbers(share["amounts"])) <= _WEAK_MAX and not _COMPARED.match(low, share.end())


def _follows_form_or_drug(share: re.Match[str], low: str, drug_ends: frozenset[int]) -> bool:
    value = max(_numbers(share["amounts"]))
    form = _AFTER_FORM.search(low, max(0, share.start() - 50), share.start())
    if form and (form["at"] or not form["words"]):
        return value <= (_STRONG_MAX if form["at"] else _WEAK_MAX)
    link = _LINK_AFTER_DRUG.search(low, max(0, share.start() - 20), share.start())
    if link is None or link.start() not in drug_ends:
        return False
    if link["at"] or link["at2"]:
        return value <= _STRONG_MAX
    return value <= _WEAK_MAX and not _COMPARED.match(low, share.end())


def make_doses(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component that sets `doc.spans["dose"]`; it needs the drugs."""

    def read(doc: Doc) -> Doc:
        drug_ends = frozenset(span.end_char for span in doc.spans["drug"])
        put_spans(doc, "dose", find_doses(doc._.unclaimed, drug_ends))
        return doc

    return read


Language.factory("extract_doses", default_config={"rules_dir": None}, func=make_doses)
