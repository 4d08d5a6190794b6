"""Limits that make an event of a measure: « une kaliémie dépassant 6 mmol/l », « une baisse d'au moins 50 % »."""

import re

from extract.entities.folding import lowered
from extract.entities.model import Fraction, Number
from extract.tuples.clauses import Clauses
from extract.tuples.cue import Cue
from extract.tuples.measures import is_share_of_people

_LIMIT = re.compile(
    r"\b(?:dépassant|excédant|(?:supérieur|inférieur)e?s? (?:ou égale?s? )?à|au-(?:dessus|dessous|delà) de)\s"
    r"\d+(?:[.,]\d+)?(?:\s?(?:%|[a-zµ]{1,6}(?:/[a-z0-9]+)?\b))?",
    re.IGNORECASE,
)
_CHANGE = r"\b(?:réduction|diminution|baisse|amélioration|régression|repigmentation|repousse|augmentation|gain)s?"
_BOUND = r"d['’]au (?:moins|minimum)\s|(?:de|à) plus de\s|supérieure?s? (?:ou égale?s? )?à\s|≥\s?|>\s?|(?=de\s|d['’])"
_DEGREE = Cue(
    rf"(?P<change>{_CHANGE}(?:\s(?:complète|partielle|clinique|franche|nette|significative)s?)?)\s"
    rf"(?P<degree>(?P<bound>{_BOUND})(?:de\s|d['’]environ\s)?\d+(?:[.,]\d+)?\s?%)",
    "rédu dimi bais amél régr repi repo augm gain",
)
_HAD = re.compile(
    r"\b(?:avai(?:t|ent)|ont|a|eu|obtenu|atteint|atteignai\w+|obtenai\w+|présentai\w+|présenté|montrai\w+) une?\s$",
    re.IGNORECASE,
)
_WAS_REACHED = re.compile(r"[^.;:()\d]{0,60}\b(?:était|étaient|est|sont|a été|ont été)\s\w+\s(?:chez|par|dans|pour)\b")
_MEASURED = re.compile(r"\b(?:étai(?:t|ent)|est|sont|été|rest\w+|demeur\w+)\s+$")
_LOOK_BACK = 32
"""Characters before a number that hold the words of a limit."""
_DEGREE_BACK = 90
"""Characters before a percentage that hold the change which it is the degree of, and the verb before that."""
_SHIELD = 0xE000
"""Where the private use area begins, whose signs stand for those that would end a noun phrase."""
_SHIELDED = {code: chr(_SHIELD + code) for code in range(0x20, 0x180)}
_OPENED = {ord(shield): chr(code) for code, shield in _SHIELDED.items()}


def is_limit(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the number from `start` to `end` is the limit that makes an event of a measure.

    Behind a verb it is what was measured: « la kaliémie restait inférieure à 5 mmol/l ».
    """
    near = clauses.slice(start - _LOOK_BACK, end)
    told = _LIMIT.search(near)
    return told is not None and not _MEASURED.search(near, 0, told.start())


def is_degree(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the percentage from `start` to `end` is how far patients had to change to be counted.

    « 57 % des malades avaient une réduction de 90 % des lésions »; without a share of people it is what was measured.
    """
    if not _DEGREE.may_match(clauses):
        return False
    near = clauses.slice_low(start - _DEGREE_BACK, end + 2)
    told = next((m for m in _DEGREE.pattern.finditer(near) if m.end() >= len(near) - 2), None)
    if told is None or not _counts_people(clauses, start):
        return False
    lead, after = near[: told.start()], clauses.slice(end, clauses.end)
    return bool(told["bound"] or _HAD.search(lead) or _WAS_REACHED.match(after))


def _counts_people(clauses: Clauses, start: int) -> bool:
    """Whether the sentence tells, by another number than that at `start`, how many had something."""
    if any(isinstance(m.value, Fraction) for m in clauses.of("fraction")):
        return True
    shares = (m for m in clauses.of("number") if isinstance(m.value, Number) and m.value.unit == "%")
    return any(
        m.start != start
        and is_share_of_people(clauses.slice(clauses.start, m.start), clauses.slice(m.end, clauses.end))
        for m in shares
    )


def shielded(phrase: str) -> str:
    """The phrase with the numbers of its limits written so that they do not end it.

    >>> opened(shielded("une glycémie dépassant 1,4 g/l")) == "une glycémie dépassant 1,4 g/l"
    True
    """
    for told in _DEGREE.pattern.finditer(lowered(phrase)):
        start, end = told.span("degree")
        phrase = phrase[:start] + phrase[start:end].translate(_SHIELDED) + phrase[end:]
    return _LIMIT.sub(lambda limit: limit[0].translate(_SHIELDED), phrase)


def opened(phrase: str) -> str:
    """A shielded phrase as it was written."""
    return phrase.translate(_OPENED)
