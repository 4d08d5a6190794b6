"""What a table's heads, stubs and caption say: arms, endpoint, time, trial, and the kind of number under them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from extract.entities.combinations import combination_name
from extract.entities.folding import fold_lower
from extract.entities.spans import folded_of, text_of
from extract.tuples.clauses import Mention
from extract.tuples.tables.grid import Range
from extract.tuples.tables.kinds import THRESHOLD, kind_of
from extract.tuples.tables.label import NOTHING_TOLD, Label, LabelArm
from extract.tuples.tables.nouns import SPARED, noun_of
from extract.tuples.tables.stretch import Stretch, stretch_of
from extract.tuples.tables.words import TableWords
from schema.vocabulary import EffectMeasure

_INTERVAL = re.compile(r"\bic ?(?:a |de )?\d|intervalles? de confiance|\b(?:ic|ci)\b")
_COMPARISON = re.compile(
    r"\b(?:vs|versus|contre|par rapport a[ux]?|compare a|comparaisons?(?: (?:in)?directes?)? (?:a[ux]?|avec))\b"
)
_CONTRASTS: tuple[tuple[EffectMeasure, re.Pattern[str]], ...] = (
    ("HR", re.compile(r"\b(?:hr|rri)\b|hazard|risques? instantane")),
    ("OR", re.compile(r"\b(?:or|ora|rc|rca)\b|odds|rapports? de cotes")),
    ("RR", re.compile(r"\brr\b|risques? relatif|rapports? de risques")),
    ("NNT", re.compile(r"\bnnt\b|nombre de (?:sujets|patients|malades) a traiter")),
    ("SMD", re.compile(r"\b(?:dms|smd)\b|difference moyenne standardisee")),
    ("MD", re.compile(r"\b(?:dm|md)\b|difference (?:des |de )?moyennes?|differences? medianes?")),
    ("RD", re.compile(r"\b(?:differences?|ecarts? (?!.?type)|rd|dr)\b|^(?:δ|delta)(?= ?(?:$|[(,;]))")),
)
_ANY_CONTRAST = re.compile("|".join(pattern.pattern for _, pattern in _CONTRASTS))


def read_label(doc: Doc, ranges: Sequence[Range], words: TableWords) -> Label:
    """The label of the characters in `ranges` (the heads of a column, the stubs of a row, a caption)."""
    label = NOTHING_TOLD
    for start, end in reversed(ranges):
        read = _read_one(doc, start, end, words)
        label = read if label == NOTHING_TOLD else _combine(read, label)
    return label


def read_caption(doc: Doc, caption: Range | None, words: TableWords) -> Label:
    """The label of a caption, its « Tableau 1. » left aside; an empty label for a table without one."""
    if caption is None:
        return NOTHING_TOLD
    number = _NUMBERING.match(text_of(doc)[slice(*caption)])
    return read_label(doc, [(caption[0] + (number.end() if number else 0), caption[1])], words)


def caption_contrast(doc: Doc, caption: Range | None) -> EffectMeasure | None:
    """The contrast that opens a caption or its bracket, which its numbers then are: « Différence moyenne par rapport au
    placebo », « Résultats (OR contre placebo) »."""
    if caption is None:
        return None
    number = _NUMBERING.match(text_of(doc)[slice(*caption)])
    opening = folded_of(doc)[caption[0] + (number.end() if number else 0) : caption[1]]
    starts = (0, opening.find("(") + 1)
    return next((measure for at in starts for measure, pattern in _CONTRASTS if pattern.match(opening, at)), None)


_NUMBERING = re.compile(
    r"\s*(?:tableaux?|table|figures?|fig)\b(?:\.?\s*(?:\d+|[IVX]+)\s?[a-d]?\s*[.:–—-]*|\s?[.:–—-]+)\s*", re.IGNORECASE
)


def exceptions(doc: Doc, caption: Range | None) -> dict[str, Label]:
    """The endpoints that a caption gives single trials: « PASI 90 (PASI 100 pour X) »."""
    if caption is None:
        return {}
    stretch = stretch_of(doc, *caption)
    found = {}
    for endpoint, value in zip(stretch.of("endpoint"), stretch.values("endpoint"), strict=True):
        for trial, told in zip(stretch.of("trial"), stretch.values("trial"), strict=True):
            if _FOR_TRIAL.fullmatch(stretch.between(endpoint.end, trial.start)):
                found[told.acronym] = Label(endpoint=value.label, endpoint_kind=value.kind)
    return found


_FOR_TRIAL = re.compile(r"\s(?:pour|dans)\s(?:l['’](?:essai|étude)\s)?")


def _combine(upper: Label, lower: Label) -> Label:
    joined = lower.over(upper)
    return joined._replace(
        arms=lower.arms or upper.arms if not (lower.arms and upper.arms) else _join_arms(upper.arms, lower.arms),
        is_comparison=lower.is_comparison or upper.is_comparison,
        holds_p=lower.holds_p or upper.holds_p,
        holds_size=lower.holds_size or upper.holds_size,
        contrast=lower.contrast or upper.contrast,
        other_contrasts=(*lower.other_contrasts, *upper.other_contrasts),
        is_baseline=lower.is_baseline or upper.is_baseline,
    )


def _join_arms(upper: tuple[LabelArm, ...], lower: tuple[LabelArm, ...]) -> tuple[LabelArm, ...]:
    """A drug over its doses is one arm; else the nearer label names the arm."""
    if len(upper) == len(lower) == 1 and lower[0].name is None:
        return (lower[0]._replace(name=upper[0].name),)
    return lower


def _read_one(doc: Doc, start: int, end: int, words: TableWords) -> Label:
    """The label of one stretch; kept with the document, for a head holds for every row and a stub for every column."""
    kept: tuple[TableWords, dict[Range, Label]] | None = doc.user_data.get("labels")
    if kept is None or kept[0] is not words:
        kept = doc.user_data["labels"] = (words, {})
    if (start, end) not in kept[1]:
        kept[1][start, end] = _read_anew(stretch_of(doc, start, end), words)
    return kept[1][start, end]


def _read_anew(stretch: Stretch, words: TableWords) -> Label:
    plain = stretch.plain
    endpoints = stretch.values("endpoint")
    named = [value for value in endpoints if not words.is_general(fold_lower(value.label))]
    endpoint = next((value for value in named if value.threshold), next(iter(named), None))  # « Prurit (NRS4) »
    arms, times = _arms(stretch, words), _times(stretch)
    time = times[0] if times else None
    moment: Any = time.value if time else None
    contrasts = _contrasts(plain)
    share, is_baseline = _share(endpoints, plain), words.is_baseline_head(plain)
    return Label(
        arms=arms,
        is_comparison=bool(_COMPARISON.search(plain)),
        endpoint=share or (endpoint.label if endpoint else None),
        endpoint_kind="response" if share else (endpoint.kind if endpoint else None),
        noun=None if endpoint or arms or is_baseline else noun_of(stretch, times, words),
        response=words.response_in(plain),
        timepoint=stretch.between(time.start, time.end) if time else None,
        weeks=moment.weeks if moment else None,
        trials=tuple(dict.fromkeys(trial.acronym for trial in stretch.values("trial"))),
        phase=next((value.phase for value in stretch.values("phase")), None),
        indication=next((value.name for value in stretch.values("disease")), None),
        n=_size(stretch),
        holds_p=words.is_p_head(plain),
        holds_size=words.is_size_head(plain),
        contrast=next((value.measure for value in stretch.values("contrast")), next(iter(contrasts), None)),
        other_contrasts=contrasts,
        is_baseline=is_baseline or (moment is not None and moment.role == "baseline"),
        measure="proportion" if share or THRESHOLD.search(plain) else kind_of(plain),
        is_percent=("%" in plain and "%" in _PRINTED_PERCENT.sub(" ", plain)) or "pourcentage" in plain,
        counts_first="(%)" in plain.replace(" ", ""),
        names_interval=bool(_INTERVAL.search(plain)),
    )


_PRINTED_PERCENT = re.compile(r"\b(?:ic|ci) ?(?:a )?\d\d(?:[.,]\d)? ?%|\d ?%")


def _times(stretch: Stretch) -> list[Mention]:
    """The times of measurement: no duration beside other words (« réponse d'au moins 4 mois »)."""
    mentions = stretch.of("timepoint")
    if not mentions:
        return []
    alone = [mention for mention in mentions if mention.end - mention.start >= len(stretch.text.strip())]
    return alone or [
        mention
        for mention, value in zip(mentions, stretch.values("timepoint"), strict=True)
        if value.role != "duration" and not _AT_LEAST.search(stretch.before(mention))
    ]


_AT_LEAST = re.compile(r"\b(?:au moins|plus de|pendant|durant|depuis)\s$", re.IGNORECASE)


_BARE_DOSE = re.compile(
    r"(?:dose )?\d+(?:[.,]\d+)? ?(?:mg|µg|ug|g|ui|%|mg/kg|mg/j|mg/g)(?: (?:\d|une|deux) fois(?: par |/)?(?:jour|j))?"
    r"(?=\s*(?:$|[(,;]))"
)


def _arms(stretch: Stretch, words: TableWords) -> tuple[LabelArm, ...]:
    text, plain = stretch.text, stretch.plain
    controls = stretch.of("control")
    drugs = [drug for drug in stretch.of("drug") if not SPARED.search(stretch.before(drug))]
    doses = stretch.of("dose")
    dose = stretch.between(doses[0].start, doses[-1].end) if doses else None
    if dose is None and (bare := _BARE_DOSE.match(plain)):
        dose = text[: bare.end()].strip()
    if not controls and not drugs and words.is_control_head(plain):
        return (LabelArm(None, is_control=True),)
    if not controls and not drugs:
        treated = words.is_treated_head(plain) or any(s.role == "treated" for s in stretch.values("arm_reference"))
        return (LabelArm(None, dose),) if dose or treated else ()
    if len(drugs) > 1 and not controls and not _COMPARISON.search(plain) and _joined(stretch, drugs):
        return (LabelArm(combination_name(map(_name, drugs)), dose),)
    named = sorted([*controls, *drugs], key=lambda mention: mention.start)
    arms = [LabelArm(_name(arm), dose if arm in drugs else None, arm in controls) for arm in named]
    return tuple(dict.fromkeys(arms))


def _name(mention: Mention) -> str:
    value: Any = mention.value
    name: str = value.name
    return name


def _joined(stretch: Stretch, drugs: Sequence[Mention]) -> bool:
    """« dabrafénib + tramétinib »: nothing but a sign of addition between the drugs."""
    return all(_ADDITION.fullmatch(stretch.between(a.end, b.start)) for a, b in pairwise(drugs))


_ADDITION = re.compile(r"\s*(?:\+|plus|et|-|–|/|associée? (?:à|au|aux))\s*(?:l[ae]s?\s|l['’])?")


def _size(stretch: Stretch) -> int | None:
    if sizes := stretch.values("sample_size"):
        return int(sizes[0].n) or None
    match = _EQUALS.search(stretch.plain)
    return int(match[1].replace(" ", "")) or None if match else None


_EQUALS = re.compile(r"\bn ?= ?(\d{1,3}(?: \d{3})+|\d+)")


def _contrasts(plain: str) -> tuple[EffectMeasure, ...]:
    """The measures of contrast that the label names."""
    if not _ANY_CONTRAST.search(plain):
        return ()
    return tuple(measure for measure, pattern in _CONTRASTS if pattern.search(plain))


def _share(endpoints: Sequence[Any], plain: str) -> str | None:
    """The label of a scale with a threshold told in words (« WP-NRS, baisse ≥ 4 points » is NRS4), or None."""
    threshold = THRESHOLD.search(plain) if endpoints else None
    scales = [(endpoint.scale or endpoint.label).split()[0] for endpoint in endpoints]
    named = [scale for scale in scales if scale[-1:].isupper()]
    return f"{named[0]}{threshold['number']}" if threshold and named else None
