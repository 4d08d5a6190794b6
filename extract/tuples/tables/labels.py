"""What a table's heads, stubs and caption say: arms, endpoint, time, trial, and the kind of number under them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from extract.entities.folding import fold_lower
from extract.entities.spans import folded_of, spans_in, text_of
from extract.tuples.tables.grid import Range
from extract.tuples.tables.label import Label, LabelArm
from extract.tuples.tables.words import TableWords
from schema.vocabulary import EffectMeasure, Measure

_CHANGE = re.compile(r"variation|changement|evolution|\bbaisse|diminution|reduction|\bdelta\b|δ")
_INTERVAL = re.compile(r"\bic ?(?:a |de )?\d|intervalles? de confiance|\b(?:ic|ci)\b")
_COMPARISON = re.compile(r"\b(?:vs|versus|contre|par rapport a[ux]?|compare a)\b")
_CONTRASTS: tuple[tuple[EffectMeasure, re.Pattern[str]], ...] = (
    ("HR", re.compile(r"\b(?:hr|rri)\b|hazard|risques? instantane")),
    ("OR", re.compile(r"\b(?:or|ora|rc|rca)\b|odds|rapports? de cotes")),
    ("RR", re.compile(r"\brr\b|risques? relatif|rapports? de risques")),
    ("NNT", re.compile(r"\bnnt\b|nombre de (?:sujets|patients|malades) a traiter")),
    ("SMD", re.compile(r"\b(?:dms|smd)\b|difference moyenne standardisee")),
    ("MD", re.compile(r"\b(?:dm|md)\b|difference (?:des |de )?moyennes?|differences? medianes?")),
    ("RD", re.compile(r"\b(?:differences?|ecarts? (?!.?type)|rd|dr)\b")),
)


def read_label(doc: Doc, ranges: Sequence[Range], words: TableWords) -> Label:
    """The label of the characters in `ranges` (the heads of a column, the stubs of a row, a caption)."""
    label = Label()
    for start, end in reversed(ranges):
        label = (
            _read_one(doc, start, end, words)
            if label == Label()
            else _combine(_read_one(doc, start, end, words), label)
        )
    return label


def read_caption(doc: Doc, caption: Range | None, words: TableWords) -> Label:
    """The label of a caption, its « Tableau 1. » left aside; an empty label for a table without one."""
    if caption is None:
        return Label()
    number = _NUMBERING.match(text_of(doc)[slice(*caption)])
    return read_label(doc, [(caption[0] + (number.end() if number else 0), caption[1])], words)


_NUMBERING = re.compile(
    r"\s*(?:tableaux?|table|figures?|fig)\b\.?\s*(?:\d+|[IVX]+)\s?[a-d]?\s*[.:–—-]*\s*", re.IGNORECASE
)


def exceptions(doc: Doc, caption: Range | None) -> dict[str, Label]:
    """The endpoints that a caption gives single trials: « PASI 90 (PASI 100 pour X) »."""
    if caption is None:
        return {}
    found = {}
    for endpoint in _inside(doc, "endpoint", *caption):
        for trial in _inside(doc, "trial", *caption):
            between = text_of(doc)[endpoint.end_char : trial.start_char]
            if re.fullmatch(r"\s(?:pour|dans)\s(?:l['’](?:essai|étude)\s)?", between):
                value = endpoint._.value
                found[trial._.value.acronym] = Label(endpoint=value.label, endpoint_kind=value.kind)
    return found


def _combine(upper: Label, lower: Label) -> Label:
    joined = lower.over(upper)
    return replace(
        joined,
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
        return (replace(lower[0], name=upper[0].name),)
    return lower


def _read_one(doc: Doc, start: int, end: int, words: TableWords) -> Label:
    """The label of one stretch; kept with the document, for a head holds for every row and a stub for every column."""
    kept: tuple[TableWords, dict[Range, Label]] | None = doc.user_data.get("labels")
    if kept is None or kept[0] is not words:
        kept = doc.user_data["labels"] = (words, {})
    if (start, end) not in kept[1]:
        kept[1][start, end] = _read_anew(doc, start, end, words)
    return kept[1][start, end]


def _read_anew(doc: Doc, start: int, end: int, words: TableWords) -> Label:
    plain = folded_of(doc)[start:end]
    endpoints = _inside(doc, "endpoint", start, end)
    named = [span for span in endpoints if not words.is_general(fold_lower(span._.value.label))]
    endpoint = next((span for span in named if span._.value.threshold), next(iter(named), None))  # « Prurit (NRS4) »
    arms = _arms(doc, start, end, plain, words)
    time = next((span for span in _times(doc, start, end)), None)
    contrast = _contrast(doc, start, end, plain)
    share = _share(endpoints, plain)
    return Label(
        arms=arms,
        is_comparison=bool(_COMPARISON.search(plain)),
        endpoint=share or (endpoint._.value.label if endpoint else None),
        endpoint_kind="response" if share else (endpoint._.value.kind if endpoint else None),
        noun=None if endpoint or arms or words.is_baseline_head(plain) else _noun(doc, start, end, words),
        timepoint=time.text if time else None,
        weeks=time._.value.weeks if time else None,
        trials=tuple(dict.fromkeys(s._.value.acronym for s in _inside(doc, "trial", start, end))),
        phase=next((s._.value.phase for s in _inside(doc, "phase", start, end)), None),
        indication=next((s._.value.name for s in _inside(doc, "disease", start, end)), None),
        n=_size(doc, start, end, plain),
        holds_p=words.is_p_head(plain),
        holds_size=words.is_size_head(plain),
        contrast=contrast,
        other_contrasts=tuple(measure for measure, pattern in _CONTRASTS if pattern.search(plain)),
        is_baseline=words.is_baseline_head(plain) or (time is not None and time._.value.role == "baseline"),
        measure="proportion" if share or _THRESHOLD.search(plain) else _measure(plain),
        is_percent="%" in re.sub(r"\b(?:ic|ci) ?(?:a )?\d\d(?:[.,]\d)? ?%|\d ?%", " ", plain) or "pourcentage" in plain,
        counts_first="(%)" in plain.replace(" ", ""),
        names_interval=bool(_INTERVAL.search(plain)),
    )


def _times(doc: Doc, start: int, end: int) -> list[Span]:
    """The times of measurement: no duration beside other words (« réponse d'au moins 4 mois »)."""
    spans = _inside(doc, "timepoint", start, end)
    alone = [span for span in spans if span.end_char - span.start_char >= len(text_of(doc)[start:end].strip())]
    return alone or [
        span
        for span in spans
        if span._.value.role != "duration" and not _AT_LEAST.search(text_of(doc)[start : span.start_char])
    ]


_AT_LEAST = re.compile(r"\b(?:au moins|plus de|pendant|durant|depuis)\s$", re.IGNORECASE)


def _inside(doc: Doc, family: str, start: int, end: int) -> list[Span]:
    return [span for span in spans_in(doc, family, start, end) if span.end_char <= end]


_SPARED = re.compile(
    r"\b(?:doses? (?:cumulées?|moyennes?|médianes?|totales?)|consommation|recours|besoins?|arrêt|sevrage|sans)\b[^|]*$",
    re.IGNORECASE,
)
"""« Dose cumulée de prednisone », « rémission sans corticoïdes »: a drug that an outcome is about, no arm."""
_BARE_DOSE = re.compile(
    r"(?:dose )?\d+(?:[.,]\d+)? ?(?:mg|µg|ug|g|ui|%|mg/kg|mg/j|mg/g)(?: (?:\d|une|deux) fois(?: par |/)?(?:jour|j))?"
    r"(?=\s*(?:$|[(,;]))"
)


def _arms(doc: Doc, start: int, end: int, plain: str, words: TableWords) -> tuple[LabelArm, ...]:
    text = text_of(doc)[start:end]
    controls = _inside(doc, "control", start, end)
    drugs = [d for d in _inside(doc, "drug", start, end) if not _SPARED.search(text[: d.start_char - start])]
    doses = _inside(doc, "dose", start, end)
    dose = text_of(doc)[doses[0].start_char : doses[-1].end_char] if doses else None
    named = sorted([*controls, *drugs], key=lambda span: span.start_char)
    if dose is None and (bare := _BARE_DOSE.match(plain)):
        dose = text[: bare.end()].strip()
    treated = words.is_treated_head(plain) or any(
        s._.value.role == "treated" for s in _inside(doc, "arm_reference", start, end)
    )
    if not named:
        return (LabelArm(None, dose),) if dose or treated else ()
    if len(drugs) > 1 and not controls and not _COMPARISON.search(plain) and _joined(doc, drugs):
        return (LabelArm(" + ".join(sorted({span._.value.name for span in drugs})), dose),)
    arms = [LabelArm(span._.value.name, dose if span in drugs else None, span in controls) for span in named]
    return tuple(dict.fromkeys(arms))


def _joined(doc: Doc, drugs: Sequence[Span]) -> bool:
    """« dabrafénib + tramétinib »: nothing but a sign of addition between the drugs."""
    between = [text_of(doc)[a.end_char : b.start_char] for a, b in pairwise(drugs)]
    return all(
        re.fullmatch(r"\s*(?:\+|plus|et|-|–|/|associée? (?:à|au|aux))\s*(?:l[ae]s?\s|l['’])?", gap) for gap in between
    )


def _size(doc: Doc, start: int, end: int, plain: str) -> int | None:
    if sizes := _inside(doc, "sample_size", start, end):
        return int(sizes[0]._.value.n)
    match = re.search(r"\bn ?= ?(\d{1,3}(?: \d{3})+|\d+)", plain)
    return int(match[1].replace(" ", "")) if match else None


def _contrast(doc: Doc, start: int, end: int, plain: str) -> EffectMeasure | None:
    if spans := _inside(doc, "contrast", start, end):
        measure: EffectMeasure = spans[0]._.value.measure
        return measure
    return next((measure for measure, pattern in _CONTRASTS if pattern.search(plain)), None)


_THRESHOLD = re.compile(
    r"(?:baisse|diminution|reduction|amelioration|gain)[^.;:|]{0,30}?"
    r"(?:d'au moins|au moins|≥|>=|superieure? (?:ou egale? )?a)\s?(?P<number>\d+)\s?(?P<unit>%|points?)"
)
"""« baisse d'au moins 4 points »: whose share of patients the numbers are."""


def _share(endpoints: Sequence[Span], plain: str) -> str | None:
    """The label of a scale with a threshold told in words (« WP-NRS, baisse ≥ 4 points » is NRS4), or None."""
    threshold = _THRESHOLD.search(plain)
    scales = [(span._.value.scale or span._.value.label).split()[0] for span in endpoints]
    named = [scale for scale in scales if scale[-1:].isupper()]
    return f"{named[0]}{threshold['number']}" if threshold and named else None


def _measure(plain: str) -> Measure | None:
    if re.search(r"pour 100|personnes?-annees|patients?-annees", plain):
        return "rate"
    if _CHANGE.search(plain):
        return "percent_change" if re.search(r"%|pourcentage", _outside_interval(plain)) else "mean_change"
    if re.search(r"\bmediane?s?\b", plain):
        return "median"
    if re.search(r"\bmoyen(?:ne)?s?\b", plain):
        return "mean"
    return (
        "proportion"
        if re.search(
            r"\bproportion|\bpourcentages? de (?:patients|malades)|repondeurs|% de (?:patients|malades)", plain
        )
        else None
    )


def _outside_interval(plain: str) -> str:
    return re.sub(r"\b(?:ic|ci) ?(?:a )?\d\d(?:[.,]\d)? ?%|n \(%\)", " ", plain)


_NOT_NOUN = ("timepoint", "trial", "drug", "control", "dose", "sample_size", "contrast", "phase", "registry")
_STATISTIC_WORDS = re.compile(
    r"[(\[][^)\]]*(?:[)\]]|$)|%"
    r"|\b(?:pour )?10+ (?:patients?|personnes?)-années|\bpour$"
    r"|\b(?:n|ic ?\d*|p|moyennes?|moyens?|médianes?|variations?|différences?"
    r"|(?:proportions?|pourcentages?|taux) (?:de|des|d['’])|nombre (?:de|d['’]) patients"
    r"|patients (?:avec|ayant|atteignant) (?:une?|le|la|l['’])?"
    r"|vs\.?|versus|contre|par rapport (?:au|à la|à)|selon|dans les?)\b[.]?",
    re.IGNORECASE,
)
"""Words of a label that tell the kind of number and not what was measured."""

_EDGE = re.compile(
    r"^(?:[\s,;:.*†‡/–-]|\b(?:de|du|des|la|le|les|l['’]|d['’]|à|au|aux|en|sous|et)(?=\s|$|(?<=['’])))+|[\s,;:.*†‡/–-]+$"
)


def _noun(doc: Doc, start: int, end: int, words: TableWords) -> str | None:
    """The label's own words for an endpoint: what is left when all else that it names is taken away."""
    text = text_of(doc)[start:end]
    for family in _NOT_NOUN:
        for span in _times(doc, start, end) if family == "timepoint" else _inside(doc, family, start, end):
            at = span.start_char - start
            text = text[:at] + "\x00" * len(span.text) + text[at + len(span.text) :]
    text = re.sub(r"(?:\b(?:à|en|au|de|du|la|le|l['’])\s*)*\x00+", " ", text)
    text = _STATISTIC_WORDS.sub(" ", text)
    text = " ".join(text.split())
    while text != (text := _EDGE.sub("", text).strip()):
        pass
    if len(re.findall(r"[^\W\d_]", text)) < 3 or words.is_general(fold_lower(text)):
        return None
    return text[0].lower() + text[1:] if text[1:2].islower() else text
