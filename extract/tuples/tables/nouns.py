"""The endpoint of a label in the label's own words: what is left when all else that it names is taken away."""

import re
from collections.abc import Sequence

from extract.entities.folding import fold_lower
from extract.tuples.clauses import Mention
from extract.tuples.tables.stretch import Stretch
from extract.tuples.tables.words import TableWords

SPARED = re.compile(
    r"\b(?:doses? (?:cumulées?|moyennes?|médianes?|totales?)|consommation|recours|besoins?|arrêt|sevrage|sans)\b[^|]*$",
    re.IGNORECASE,
)
"""« Dose cumulée de prednisone », « rémission sans corticoïdes »: a drug that an outcome is about, no arm."""

_NOT_NOUN = ("trial", "drug", "control", "dose", "sample_size", "contrast", "phase", "registry")
_STATISTIC_WORDS = re.compile(
    r"\b(?:DM|DMS|RR|OR|HR|RC),?(?: points?(?: de pourcentage)?)?(?=\s*(?:\(|$))|[(\[][^)\]]*(?:[)\]]|$)|%"
    r"|\b(?:pour )?10+ (?:patients?|personnes?)-années|\bpour$"
    r"|\b(?:n|ic ?\d*|p|moyennes?|moyens?|médian(?:e)?s?|variations?|différences?|ajustée?s?|absolue?s?|brute?s?"
    r"|(?:proportions?|pourcentages?|taux) (?:de|des|d['’])|nombre (?:de|d['’]) patients"
    r"|(?:patients|malades|sujets|participants) (?:avec|en|ayant(?: obtenu| atteint| eu| présenté)?|atteignant|obtenant"
    r"|présentant)(?: une?| le| la| les|(?= l['’]))?"
    r"|au moins une?|(?:au cours|à la fin|en fin) (?:du|de l['’]|d['’]|de) ?\w+|selon (?:le|la|les) \w+"
    r"|intervalles? de confiance|vs\.?|versus|contre|par rapport (?:au|à la|à)|selon|dans les?)\b[.]?",
    re.IGNORECASE,
)
"""Words of a label that tell the kind of number and not what was measured."""

_EDGE = re.compile(
    r"^(?:[\s,;:.*†‡/–-]|\b(?:de|du|des|la|le|les|l['’]|d['’]|à|au|aux|en|sous|et|après|avant|depuis)(?=\s|$|(?<=['’])))+"
    r"|(?:[\s,;:.*†‡/–-]|\b(?:de|du|des|la|le|les|d['’]|à|au|aux|en|sous|et|après|avant|depuis))+$",
    re.IGNORECASE,
)
_UNIT = re.compile(r",\s*(?:mg|g|µg|mm|cm|points?|jours?|semaines?|mois|an(?:née)?s|heures?|n)(?:/\S+)?$")
"""« dose cumulée de prednisone, mg »"""


_BLANK = re.compile(r"(?:\b(?:à|en|au|de|du|la|le|l['’])\s*)*\x00+")
_LOOSE_COMMA = re.compile(r" ([,;:])")
_LETTER = re.compile(r"[^\W\d_]")


def noun_of(stretch: Stretch, times: Sequence[Mention], words: TableWords) -> str | None:
    """The label's own words for an endpoint: what is left when all else that it names is taken away."""
    text = stretch.text
    for mention in (*times, *(mention for family in _NOT_NOUN for mention in stretch.of(family))):
        if mention.family == "drug" and SPARED.search(stretch.before(mention)):
            continue
        start, end = mention.start - stretch.start, mention.end - stretch.start
        text = text[:start] + "\x00" * (end - start) + text[end:]
    text = _BLANK.sub(" ", text) if "\x00" in text else text
    text = _STATISTIC_WORDS.sub(" ", text)
    text = _UNIT.sub("", _LOOSE_COMMA.sub(r"\1", " ".join(text.split())))
    while text != (text := _EDGE.sub("", text).strip()):
        pass
    if len(_LETTER.findall(text)) < 3 or words.is_general(fold_lower(text)):
        return None
    return text[0].lower() + text[1:] if text[1:2].islower() else text
