"""The numbers of a sentence that may be results, each with its events, size, interval and participants."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from extract.entities.model import Contrast, Endpoint, Fraction, Interval, Number, SampleSize
from extract.tuples.clauses import Clauses, Mention
from extract.tuples.cue import Cue
from extract.tuples.differences import with_differences
from extract.tuples.estimate import Estimate
from extract.tuples.limits import is_degree, is_limit
from extract.tuples.measures import is_people

_LIMIT = Cue(
    r"\b(?:dépassant|excédant|(?:supérieur|inférieur)e?s? à|au-(?:dessus|dessous|delà) de)\s*$",
    "dépa excé supé infé dess delà",
)
"""« une kaliémie dépassant 6 mmol/l »: the limit that makes the event."""
_SCALE_OF = re.compile(r"(?:cotée?s?|notée?s?|gradée?s?|échelle|allant) de\s*$")
"""« cotée de 0 à 10 »: the range of a scale."""
_LEVEL = re.compile(r"(?:\bintervalles? de confiance|\bic)\s*(?:\([^()]*\)\s*)?(?:à|de)?\s*$")
"""« intervalle de confiance à 95 %, IC »: the level of an interval that is told further on."""
_CENTRAL = re.compile(r"médian|moyen")
_SIGN = re.compile(r"[≥≤<>]\s*$")
_OF_THE = re.compile(r"%\s+des\s*$")
_OR_MORE = re.compile(r"\s*(?:points? )?(?:ou|et) (?:plus|moins)\b")
_AT_MOST = re.compile(r"\s*(?:points? )?(?:au (?:pire|maximum|plus)|possibles?)\b")
_DIGIT = re.compile(r"\d")
_SAME = 1.5
"""Points by which a printed percentage may miss its fraction: rounding, and a slip that is flagged elsewhere."""
_ROUNDED = 0.6
"""Points by which a percentage rounded to a whole number may miss its fraction."""
_ROUGH = 10
"""Points by which « près de la moitié » may miss the value that follows it in brackets."""
_ANY_EVENT = re.compile(r"(?:indésirable|secondaire)s?\b", re.IGNORECASE)
_TOLD_AGAIN = re.compile(r"[^(),;]{0,40}\(\s*|[^;.]{0,80}\s:\s*")
"""Between a rough share and the exact one: « un patient sur trois répondait (UAS7 ≤ 6) : 33,7 % »."""
_THAT_IS = re.compile(r"(?:[^();,]{0,80},)?\s*soit\s*")
_PERSON_TIME = re.compile(r"(?:personne|patient|malade)s?-années?", re.IGNORECASE)
_LEADS_TO_LEVEL = re.compile(r"\s?(?:\(|(?:étai(?:t|ent)|restai(?:t|ent)|est|sont|descendu\w*|maintenu\w*)\s)?\s?")
_AT_LARGE = 1000
"""People among whom one is no patient of an arm."""
_NEAR = 25
"""Characters between an estimate and an interval that is its own whatever it holds: a label and a bracket."""
_TO_SHARE = re.compile(r"[^;,:()\d]*\b(?:chez|par|dans|concern\w+|touch\w+|affect\w+)\s(?:environ |près de )?")
_REACHED_BY = Cue(
    r"\W (?:des|d['’]entre|de ces)[^,;:()%]{0,60}"
    r"\b(?:gain|baisse|réduction|diminution|amélioration|recul|diminuée?s?|réduite?s?) d(?:e |['’])$",
    "gain bais rédu dimi amél recu",
)
"""« 40 % des malades ont eu une baisse de 4 points »: what a share of patients reached."""


def read_estimates(clauses: Clauses) -> tuple[Estimate, ...]:
    """The estimates of a sentence in text order, intervals and sizes attached; none where it has no free number."""
    read = sorted((*_measured(clauses), *_tallies(clauses)), key=lambda e: e.start)
    joined = _joined(clauses, read)
    return tuple(_attach(clauses, with_differences(clauses, joined)))


def _measured(clauses: Clauses) -> Iterator[Estimate]:
    for mention in clauses.of("number", "fraction", "contrast"):
        if estimate := _estimate(clauses, mention):
            yield estimate


def _tallies(clauses: Clauses) -> Iterator[Estimate]:
    """« des effets indésirables : nausées (n = 21), acné (n = 17) »: events with their numbers in brackets."""
    events = [m for m in clauses.of("endpoint") if isinstance(m.value, Endpoint) and m.value.kind == "event"]
    theme = next((m for m in events if _ANY_EVENT.search(clauses.slice(m.start, m.end))), None)
    for size in clauses.of("sample_size") if theme else ():
        told = theme and any(
            e.start > theme.start and re.fullmatch(r"\s?\(", clauses.slice(e.end, size.start)) for e in events
        )
        if told and isinstance(size.value, SampleSize) and size.value.is_arm:
            yield Estimate(size.start, size.end, float(size.value.n), is_tally=True)


def _joined(clauses: Clauses, estimates: Sequence[Estimate]) -> list[Estimate]:
    """« 46 % des cas (6/13) »: the percentage with its events and total, one value told twice."""
    found: list[Estimate] = []
    for estimate in estimates:
        last = found[-1] if found else None
        told = last and last.unit == "%" and last.n is None and estimate.n and estimate.contrast is None
        gap = clauses.slice(last.end, estimate.start) if last else ""
        exact = last and last.share and last.n and estimate.unit == "%" and not estimate.share and not estimate.contrast
        if last and exact and abs(last.value - estimate.value) < _SAME and re.fullmatch(r"[^();,]{0,60}\(\s*", gap):
            found[-1] = last._replace(value=estimate.value)  # « 57 malades sur 80 étaient guéris sous X (71 %) »
        elif (
            last and exact and abs(last.value - estimate.value) < _ROUNDED and re.fullmatch(r"[^();]{0,110}\(\s*", gap)
        ):
            found[-1] = last._replace(value=estimate.value)  # « 30 des 136 sujets recevant X, 250 mg par jour, (22 %) »
        elif last and exact and abs(last.value - estimate.value) < _SAME and _THAT_IS.fullmatch(gap):
            found[-1] = last._replace(value=estimate.value, end=estimate.end)  # « 61 sur 101, soit 60 % »
        elif last and told and abs(last.value - estimate.value) < _SAME and re.fullmatch(r"[^();,]{0,40}\(\s*", gap):
            found[-1] = last._replace(events=estimate.events, n=estimate.n, share=True)
        else:
            found.append(estimate)
    return found


def without_rough(clauses: Clauses, estimates: Sequence[Estimate]) -> Iterator[Estimate]:
    """The estimates without those told again exactly: « près de la moitié des malades (49,8 %) »."""
    for estimate, following in zip_longest(estimates, estimates[1:]):
        gap = clauses.slice(estimate.end, following.start) if following else ""
        rough = estimate.approximate or estimate.in_words
        if following and following.unit == "%" and _is_article(estimate, gap):
            continue
        again = following and following.unit == estimate.unit == "%" and _TOLD_AGAIN.fullmatch(gap)
        if not (again and following and rough and abs(following.value - estimate.value) < _ROUGH):
            yield estimate


def _is_article(estimate: Estimate, gap: str) -> bool:
    """« un décès était noté chez 12 % des malades »: the article of what was counted, told before its share."""
    lone = estimate.in_words and estimate.value == 1 and estimate.noun
    return bool(lone) and _TO_SHARE.fullmatch(gap) is not None


def _estimate(clauses: Clauses, mention: Mention) -> Estimate | None:
    value, start, end = mention.value, mention.start, mention.end
    if isinstance(value, Fraction) and value.events <= 1 and value.total >= _AT_LARGE:
        return None  # « une naissance sur 20 000 » is how common a disease is
    if isinstance(value, Fraction):
        share = value.percent if value.percent is not None else round(100 * value.events / value.total, 2)
        return Estimate(start, end, share, unit="%", share=True, events=value.events, n=value.total)
    if isinstance(value, Contrast) and value.value is not None:
        return Estimate(start, end, value.value, unit=value.unit, contrast=value.measure)
    if isinstance(value, Number) and not _is_threshold(clauses, mention, value):
        return Estimate(
            start, end, value.value, value.value_high, value.unit, value.approximate, value.signed,
            noun=value.noun, events=value.events, share=value.events is not None,
            in_words=not _DIGIT.search(clauses.text, start - clauses.start, end - clauses.start),
        )  # fmt: skip
    return None


def _is_threshold(clauses: Clauses, mention: Mention, number: Number) -> bool:
    """« une baisse d'au moins 50 % », « un prurit coté à 4 ou plus », « un score > 10 »: what patients had to reach."""
    if number.bound == "≥" or (number.bound and _bounds_a_score(clauses, mention)):
        return True
    if number.bound and number.unit != "%" and is_limit(clauses, mention.start, mention.end):
        return True
    if number.unit == "%" and is_degree(clauses, mention.start, mention.end):
        return True
    if number.noun and _PERSON_TIME.fullmatch(number.noun):
        return True  # « 4 décès pour 100 patients-années »
    limit = _LIMIT.search_in(clauses, mention.start - 60, mention.start)
    if limit and not _CENTRAL.search(clauses.slice(mention.start - 60, mention.start)[: limit.start()]):
        return True  # but « une survie médiane dépassant 18 mois » is told as far as it is known
    reached = _REACHED_BY.search_in(clauses, mention.start - 90, mention.start) if number.unit == "points" else None
    if reached and reached[0].startswith("%"):
        return True
    lead = clauses.slice_low(mention.start - 14, mention.start)
    left = lead.rstrip()
    if left.endswith(("≥", "≤", "<", ">")) and _SIGN.search(clauses.slice(mention.start - 4, mention.start)):
        return True
    if left.endswith("des") and _OF_THE.search(clauses.slice(mention.start - 8, mention.start)):
        return True  # « 90 % des 508 patients »
    if number.unit == "%" and _LEVEL.search(clauses.slice_low(mention.start - 40, mention.start)):
        return True
    if left.endswith("de") and _SCALE_OF.search(lead):
        return True
    behind = clauses.slice(mention.end, mention.end + 20)
    return bool(_OR_MORE.match(behind, 0, 12) or _AT_MOST.match(behind))  # « (360 points au pire) »


def _bounds_a_score(clauses: Clauses, mention: Mention) -> bool:
    """« 48 % avaient une HbA1c inférieure à 7 % », « répondaient (DAS28 < 2,6) : 34 % »: what a share reached.

    Without a share the sentence tells the level itself: « l'IGA restait inférieur à 2 ».
    """
    scored = any(
        isinstance(m.value, Endpoint)
        and m.value.kind == "score"
        and m.end <= mention.start
        and _LEADS_TO_LEVEL.fullmatch(clauses.slice(m.end, mention.start))
        for m in clauses.of("endpoint")
    )
    shares = any(isinstance(m.value, Number) and m.value.unit == "%" and m != mention for m in clauses.of("number"))
    return scored and bool(shares or clauses.of("fraction"))


def _attach(clauses: Clauses, estimates: list[Estimate]) -> Iterator[Estimate]:
    """Each interval and size on the nearest estimate before it, as far as it fits there."""
    for index, estimate in enumerate(estimates):
        later = (e.start for e in estimates[index + 1 :] if not _is_how_many(clauses, estimate, e))
        limit = next(later, clauses.end)
        yield _with_size(clauses, _with_interval(clauses, estimate, limit), limit)


_OPENS = re.compile(r"\s*[(\[]\s*")


def _is_how_many(clauses: Clauses, estimate: Estimate, following: Estimate) -> bool:
    """« 31,8 % (28 patients ; IC à 95 % : 21,9 à 43,1) »: how many a share is, in its bracket; no value of its own."""
    counts = is_people(following.noun) and not following.share and estimate.unit == "%"
    return counts and _OPENS.fullmatch(clauses.slice(estimate.end, following.start)) is not None


def _with_interval(clauses: Clauses, estimate: Estimate, limit: int) -> Estimate:
    for mention in _following(clauses.of("interval"), estimate, limit):
        interval = mention.value
        if isinstance(interval, Interval) and _fits(clauses, estimate, interval, mention.start):
            return estimate._replace(interval=interval)
    return estimate


def _following(mentions: Iterable[Mention], estimate: Estimate, limit: int) -> Iterator[Mention]:
    return (m for m in mentions if estimate.end <= m.start < limit)


def _fits(clauses: Clauses, estimate: Estimate, interval: Interval, at: int) -> bool:
    """An interval right behind its estimate is its own, also where it does not hold it (a misprint, flagged later);
    one farther on may be that of a difference which the text does not print."""
    inside = interval.low <= estimate.value <= interval.high
    return inside or estimate.contrast is not None or at - estimate.end <= _NEAR


def _with_size(clauses: Clauses, estimate: Estimate, limit: int) -> Estimate:
    """« n = 120 » beside a value is its arm's size; « 3 études, 481 participants » what a pooled one rests on."""
    for mention in _following(clauses.of("sample_size"), estimate, limit):
        size = mention.value
        if not isinstance(size, SampleSize):
            continue
        if estimate.contrast and clauses.depth_at(mention.start) >= 1:
            return estimate._replace(participants=size.n)
        if size.is_arm and estimate.n is None and not estimate.is_tally and mention.start - estimate.end < 2 * _NEAR:
            return estimate._replace(n=size.n)
    return estimate
