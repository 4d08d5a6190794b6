"""The words beside a number that name what was measured, where no lexicon does."""

import re
from collections.abc import Sequence

from extract.tuples.arm import PlacedArm
from extract.tuples.cells import Cell
from extract.tuples.changes import phrase_of_change
from extract.tuples.clauses import Clauses
from extract.tuples.judged import efficacy_in, purpose_in, rivals_in
from extract.tuples.limits import is_degree, is_limit
from extract.tuples.measures import is_event_noun
from extract.tuples.noun_phrases import blanked, clean, of_what
from extract.tuples.phrases_after import phrase_after, phrase_of_verb
from extract.tuples.phrases_before import phrase_before
from extract.tuples.series import Series
from extract.tuples.words import noun_of_verb

_GAP = re.compile(r"\b(?:écart|différence|avantage|bénéfice|gain|effet)s?\s(?:\w+\s){1,4}\W*$", re.IGNORECASE)
_GRADE = re.compile(r"\bgrades? ≥ ?$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\w{3,}(?:er|ir|re)\s")
_OF_SOMETHING = ("disparition", "régression", "aggravation")
_EFFECT_ON = re.compile(
    r"\b(?:effet|bénéfice|efficacité|gain|avantage)s?\b[^,;:(\d]{0,70}?\ssur\s"
    r"(?!(?:les? |la |l['’])(?:mains?|pieds?|visage|tronc|cuir|plis|ongles?|jambes?|bras|membres?|corps|face|peau)\b)"
    r"(?P<what>(?:les? |la |l['’])[^,;:(\d\x00]+)",
    re.IGNORECASE,
)
"""« le bénéfice sur le grattage nocturne était net »; « l'effet sur les mains » tells where."""


def phrase_beside(clauses: Clauses, series: Series, placed: Sequence[PlacedArm]) -> str | None:
    """The noun phrase that names what a series measured, in the words around its values; None where they name none."""
    first = series.cells[0]
    last = next((c for c in reversed(series.cells) if not c.estimate.contrast), series.cells[-1])
    spans = [(p.start, p.end) for p in placed]
    spans += [(m.start, m.end) for m in clauses.of("timepoint", "trial", "dose", "phase", "sample_size")]
    numbers = clauses.of("number")
    degrees = [m.start for m in numbers if is_degree(clauses, m.start, m.end)]
    spans += [(m.start, m.end) for m in numbers if not (m.start in degrees or _names(clauses, m.start, m.end))]
    left = _blank(clauses, first.start, first.estimate.start, [*spans, *_comparators(clauses, first)])
    right = _blank(clauses, first.estimate.end, first.end, spans)
    told = clauses.slice(first.estimate.start, first.end)
    if any(first.start <= at < first.estimate.start for at in degrees):
        return phrase_before(left)
    if any(first.estimate.end <= at < first.end for at in degrees):
        return phrase_after(right)
    if first.estimate.noun and is_event_noun(first.estimate.noun):
        return clean(first.estimate.noun + right) or first.estimate.noun
    subject = clauses.slice(first.start, first.estimate.start)
    if judged := efficacy_in(subject):
        return judged
    if (effect := _EFFECT_ON.search(subject)) and (what := clean(effect["what"])):
        return what
    if rivals_in(subject):
        if aim := purpose_in(subject):
            return aim
        left = ""
    if first.estimate.contrast:
        return phrase_of_change(left) or phrase_before(left)
    far = _blank(clauses, last.estimate.end, last.end, spans)
    return (
        phrase_of_change(left)
        or phrase_of_change(right)
        or (
            phrase_of_change("réduction" + far) if re.match(r"\s*(?:de|du|des|d['’])\s", far) and _rises(left) else None
        )
        or (
            phrase_of_verb(right) or phrase_of_verb(told) or phrase_of_verb(far) if first.estimate.unit == "%" else None
        )
        or (phrase_after(right) or phrase_after(far) if first.estimate.unit == "%" else None)
        or (_by_last_words(left) if first.estimate.unit == "%" else None)
        or _of_infinitive(phrase_before(left))
        or (_told_by_verb(left) if first.estimate.unit == "%" else None)
    )


def _names(clauses: Clauses, start: int, end: int) -> bool:
    """Whether a number is part of a name: a limit that makes the event, « de grade ≥ 3 »."""
    return is_limit(clauses, start, end) or _GRADE.search(clauses.slice(start - 9, start)) is not None


def _told_by_verb(left: str) -> str | None:
    """« la crème, appliquée le soir, a fait disparaître les lésions chez »: what the nearest part says."""
    parts = (part for part in reversed(left.split(", ")) if not _GAP.search(part))
    return next((noun for part in parts if (noun := phrase_of_verb(part))), None)


def _by_last_words(left: str) -> str | None:
    """The verb right before a number: « le laser guérissait jusqu'à »; « l'écart avait disparu » tells no outcome."""
    noun = None if _GAP.search(left) else phrase_of_verb(" ".join(left.split()[-3:]))
    what = phrase_before(left) if noun in _OF_SOMETHING else None
    return f"{noun} {of_what(what)}" if what else noun


def _of_infinitive(phrase: str | None) -> str | None:
    """« changer de traitement était plus fréquent »: the noun of the verb that is the subject."""
    return (phrase and _INFINITIVE.match(phrase) and noun_of_verb(phrase)) or phrase


def _rises(left: str) -> bool:
    """« une augmentation de 72 % et 25 % de l'écho-densité »: what changed stands behind the numbers."""
    return bool(re.search(r"(?:réduction|baisse|diminution|augmentation|hausse|amélioration)s? de\s*$", left, re.I))


def _comparators(clauses: Clauses, cell: Cell) -> list[tuple[int, int]]:
    """The stretches behind comparison cues, up to the next separator: they name no outcome."""
    cues = [b for b in clauses.comparisons if cell.start <= b.start and b.end <= cell.estimate.start]
    stops = [b.start for b in clauses.breaks if b.kind in (",", ";", ":", "(", ")")]
    return [(c.start, min([s for s in stops if s >= c.end], default=cell.estimate.start)) for c in cues]


def _blank(clauses: Clauses, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    return blanked(clauses.slice(start, end), [(s - start, e - start) for s, e in spans])
