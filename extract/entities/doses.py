"""Doses, concentrations and rhythms: « 300 mg toutes les 2 semaines », « mousse à 2 % matin et soir », q2w."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.model import Dose
from extract.entities.number_places import NumberPlaces, first_from
from extract.entities.numerals import NUMBER, PERCENT, START, to_float
from extract.entities.rhythms import find_rhythms, with_rhythms
from extract.entities.spans import Found, layers_of, put_spans
from extract.entities.word_places import WordPlaces, Words

_MASS = (
    r"(?:mg|µg|mcg|g|ml|cl|m?ui|mu|u|gy|meq|m?j(?= ?/ ?cm)|mmol(?! ?/ ?l)|ng(?= ?/ ?kg)|ppm|unites?|gouttes?|comprimes?"
    r"|gelules?|ampoules?|bouffees?|seringues?|sachets?)"
)
_PER = (
    r"(?: ?/ ?(?:kg|m2|m²|cm2|cm²|g|ml|j|jour|jours|sem|semaine|semaines|mois|24 ?h|prise|dose|injection|h)\b"
    r"| ?·? ?(?:kg|m|cm|j|h) ?-[12]\b| par (?:kg|kilo|kilogramme|prise|dose|injection)\b)"
)
_UNIT = rf"(?P<unit>(?!(?:µg|mcg|m?ui) ?/ ?m?l)(?:{_MASS})(?![a-z]){_PER}*)(?! ?/ ?(?:[dm]?l|min\w*)\b)"
"""A dose's unit; a blood level (« 12 g/dL ») and a clearance (« 54 ml/min ») are none."""
_DOSE = re.compile(rf"\d ?{_UNIT}")
"""From the last digit of an amount on."""
_AMOUNT = rf"{START}{NUMBER}"
_AMOUNTS = re.compile(
    rf"(?P<listed>(?:{_AMOUNT}(?: ?, ?| ?/ ?| et | ou | puis )(?:de )?)*)"
    rf"(?P<last>{_AMOUNT}(?:(?: ?- ?| a ){NUMBER})?)\Z"
)
_LONGEST_LIST = 60
"""Characters before a unit in which the amounts that share it begin: « 2,5, 7,5, 15 ou 45 mg » and a little more."""
_NUMBER = re.compile(NUMBER)

_FORMS = (
    r"(?:cremes?|gels?|pommades?|lotions?|solutions?|mousses?|onguents?|emulsions?|collyres?|sprays?|patchs?"
    r"|shampo+ings?"
    r"|vernis|laits?|topiques?|concentrations?|dosee?s?|diluee?s?|preparations?|emplatres?|huiles?|peelings?)"
)
_PERCENT_KEYS = Words("%", "p", "pour", "pourcent")
_SHARE = re.compile(rf"\d ?{PERCENT}")
_SHARES = re.compile(rf"{_AMOUNT}(?:(?: ?- ?| a ){NUMBER})?\Z")
_AFTER_FORM = re.compile(
    rf"\b{_FORMS}(?P<words>(?: (?!(?:a|et|ou|puis)\b)[^\W\d]+){{0,3}}?)(?P<at> a(?: la concentration de)?)? \Z"
)
_FORM_WORDS = Words(
    beginnings=(
        *("creme", "gel", "pommade", "lotion", "solution", "mousse", "onguent", "emulsion", "collyre", "spray"),
        *("patch", "shampo", "verni", "lait", "topique", "concentration", "dose", "dilue", "preparation"),
        *("emplatre", "huile", "peeling"),
    )
)
_AFTER_GROUP = re.compile(r"\b(?:groupes?|bras) \Z")
_GROUP_ENDS = ("groupe ", "groupes ", "bras ")
"""« le groupe 0,5 % »: an arm named by its strength."""
_IN_FORM = re.compile(rf",? en {_FORMS}\b")
_LINK_AFTER_DRUG = re.compile(
    r" (?P<at>a )?\Z| (?:simple|pure|diluee?|adrenalinee?|hyperbare|isobare|[a-z]) (?P<at3>a )\Z"
    r"| (?:topique|en (?:creme|gel|pommade|lotion|mousse|solution)) (?P<at2>a )?\Z"
)
_NEXT_IN_LIST = re.compile(r" ?(?:,|et|ou|puis|/) ?(?:a )?")
_COMPARED = re.compile(r" ?[(\[]?(?:contre|vs|versus|sous|chez|avec|dans|des|de|d'|n ?=)\b")
_WEAK_MAX, _STRONG_MAX = 10.0, 50.0
"""Percent up to which a share next to a drug or a form is a concentration, without and with « à » between them: topical
drugs rarely exceed 10 %, urea and acids reach 50 %; responder shares beside a drug's name are usually above."""


def find_doses(
    text: str,
    low: str,
    drug_ends: Sequence[int] = (),
    places: NumberPlaces | None = None,
    words: WordPlaces | None = None,
) -> Iterator[Found]:
    """The doses in folded text, `low` being the same in lower case without what is claimed.

    `drug_ends` are the offsets at which a drug's name ends, ascending, for « tacrolimus 0,1 % ». A list of amounts
    that share a unit is one span an amount.

    >>> text = "15, 45 et 75 mg ; creme a 1,5 % ; 30 % des patients"
    >>> [f.value.amounts for f in find_doses(text, text)]
    [(15.0,), (45.0,), (75.0,), (1.5,)]
    """
    places = places or NumberPlaces.of_text(low)
    words = words or WordPlaces.of_text(low)
    named = _Named(words.of(_FORM_WORDS), drug_ends)
    found = [*_amounts(text, low, places), *_concentrations(low, words.of(_PERCENT_KEYS), named, places)]
    taken = [(f.start, f.end) for f in found]
    alone = [r for r in find_rhythms(low, words) if not any(start < r.end and r.start < end for start, end in taken)]
    return iter(sorted([*found, *alone], key=lambda f: f.start))


def _amounts(text: str, low: str, places: NumberPlaces) -> Iterator[Found]:
    for mention, rhythm, end in with_rhythms(places.open_last_digits(low), _DOSE, low):
        digit_end = mention.start() + 1
        amounts = first_from(places.digits, _AMOUNTS, low, digit_end - _LONGEST_LIST, digit_end)
        if amounts is None:
            continue
        unit = text[mention.start("unit") : mention.end("unit")]
        for listed in _NUMBER.finditer(low, amounts.start("listed"), amounts.end("listed")):
            yield Found(listed.start(), listed.end(), Dose((to_float(listed.group()),), unit))
        yield Found(amounts.start("last"), end, Dose(_numbers(amounts["last"]), unit, rhythm))


def _numbers(written: str) -> tuple[float, ...]:
    return tuple(to_float(number) for number in _NUMBER.findall(written))


_SELDOM = re.compile(r"toute?s les (?:[^ ]+ )?(?:semaines|mois)")
"""« 45 % toutes les deux semaines »: nothing is rubbed in as seldom; it is a share of those who had it so."""


class _Share(NamedTuple):
    """A share as it is written, before it is known for a concentration."""

    start: int
    end: int
    amounts: tuple[float, ...]


class _Named(NamedTuple):
    """Where words for forms of a medicine begin, and where drugs' names end; ascending."""

    forms: Sequence[int]
    drug_ends: Sequence[int]


def _concentrations(low: str, signs: list[int], named: _Named, places: NumberPlaces) -> Iterator[Found]:
    previous_end = -1
    starts = (at - 1 - low.startswith(" ", at - 1) for at in signs)
    for mention, rhythm, end in with_rhythms(starts, _SHARE, low):
        digit_end = mention.start() + 1
        amounts = first_from(places.digits, _SHARES, low, digit_end - _LONGEST_LIST, digit_end)
        if amounts is None:
            continue
        stated = (rhythm and not _SELDOM.match(rhythm)) or _IN_FORM.match(low, end)
        joined = previous_end >= 0 and _NEXT_IN_LIST.fullmatch(low, previous_end, amounts.start())
        if not (stated or joined or low.startswith(" ", amounts.start() - 1)):
            continue  # behind a bracket or sign there is no form and no drug
        share = _Share(amounts.start(), end, _numbers(amounts.group()))
        if stated or (joined and _continues(share, low)) or _names_strength(share, low, named):
            previous_end = share.end
            yield Found(share.start, share.end, Dose(share.amounts, "%", rhythm, is_concentration=True))


def _continues(share: _Share, low: str) -> bool:
    """« crème à 0,5 %, 1 % et 1,5 % » lists concentrations, « crème à 1 % et 9 % avec le véhicule » does not."""
    return max(share.amounts) <= _WEAK_MAX and not _COMPARED.match(low, share.end)


def _names_strength(share: _Share, low: str, named: _Named) -> bool:
    value = max(share.amounts)
    form = first_from(named.forms, _AFTER_FORM, low, max(0, share.start - 50), share.start)
    if form and (form["at"] or not form["words"]):
        return value <= (_STRONG_MAX if form["at"] else _WEAK_MAX)
    if low.endswith(_GROUP_ENDS, 0, share.start) and _AFTER_GROUP.search(low, max(0, share.start - 8), share.start):
        return value <= _WEAK_MAX and not _COMPARED.match(low, share.end)
    reach = max(0, share.start - 20)
    ends = named.drug_ends[bisect_left(named.drug_ends, reach) : bisect_left(named.drug_ends, share.start)]
    link = _LINK_AFTER_DRUG.search(low, reach, share.start) if ends else None
    if link is None or link.start() not in ends:
        return False
    if link["at"] or link["at2"] or link["at3"]:
        return value <= _STRONG_MAX
    return value <= _WEAK_MAX and not _COMPARED.match(low, share.end)


def make_doses(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component that sets `doc.spans["dose"]`; it needs the drugs."""

    def read(doc: Doc) -> Doc:
        layers = layers_of(doc)
        drug_ends = [find.end for find in layers.finds["drug"]]
        found = find_doses(layers.reading, layers.unclaimed_low, drug_ends, layers.numbers, layers.words)
        put_spans(doc, "dose", found)
        return doc

    return read


Language.factory("extract_doses", default_config={"rules_dir": None}, func=make_doses)
