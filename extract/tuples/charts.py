"""`result` rows from a chart's labels: bars with values, arms and trials below them, contrasts beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from extract.entities.folding import fold_lower
from extract.text.model import ChartLabel, SourceText, TextChart
from extract.tuples.clauses import mentions_in
from extract.tuples.context import Context
from extract.tuples.model import ArmValue, ContrastValue, Draft, PrintedP
from extract.tuples.tables.cells import CellValue, read_cell, read_interval
from extract.tuples.tables.label import Label, LabelArm
from extract.tuples.tables.labels import read_caption, read_label
from extract.tuples.tables.words import TableWords, load_words

CONFIDENCE = 0.85
"""The author's estimate of a chart row's precision, until gold has measured it (`extract/rules/confidence.yaml`)."""

TICK_ALIGNMENT_PT = 4.0
"""How far the left or right edges of an axis' numbers may stray from one line, in points."""


class Comparison(NamedTuple):
    """What a chart prints between two bars: a contrast with its interval, a p."""

    contrast: ContrastValue | None = None
    p: PrintedP | None = None
    level: float | None = None


class Bar(NamedTuple):
    """One bar: its arm, value, the trial or time that its cluster stands for."""

    arm: LabelArm
    value: CellValue
    n: int | None
    place: int  # of its cluster among the clusters
    cluster: Label
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Labels:
    """A chart's labels by what they are, each list in reading order along the bars."""

    values: list[CellValue]
    arms: list[Label]
    clusters: list[Label]
    comparisons: list[Comparison]
    titles: list[Label]


def find_chart_results(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """The results that the charts of `source` print; none where values and arms cannot be matched one to one."""
    words = load_words(context.rules_dir)
    for chart in source.charts:
        caption = read_caption(doc, chart.caption, words)
        labels = _sort_labels(chart, doc, source, words)
        setting = _title(labels, caption, _words_of(chart, source))
        frame = context.at(chart.caption[0] if chart.caption else chart.start)
        place = chart.caption or (chart.start, chart.end)
        for draft in _rows(_bars(labels, setting), setting, place):
            trials = draft.trials or frame.trials
            yield draft._replace(
                indication=draft.indication or frame.indication,
                trials=trials,
                phase=draft.phase or frame.phase_of(trials),
            )


def _sort_labels(chart: TextChart, doc: Doc, source: SourceText, words: TableWords) -> _Labels:
    ticks = _ticks(chart, source)
    sorted_ = _Labels([], [], [], [], [])
    for label in _along_bars(chart, doc, source, words, ticks):
        if label in ticks:
            continue
        text = source.text[label.start : label.end]
        read = read_label(doc, [(label.start, label.end)], words)
        comparison = _comparison(doc, label)
        compares = comparison != Comparison()
        if compares:
            sorted_.comparisons.append(comparison)
        if (value := read_cell(text)) and value.value is not None:
            sorted_.values.append(value)
        elif (ci := read_interval(text)) and sorted_.values and sorted_.values[-1].ci is None:
            sorted_.values[-1] = sorted_.values[-1]._replace(ci=ci)
        elif read.arms:
            sorted_.arms.append(read)
        elif read.trials or (read.weeks is not None and read.endpoint is None):
            sorted_.clusters.append(read)
        elif not compares:
            sorted_.titles.append(read)
    return _by_endpoint(sorted_)


def _by_endpoint(labels: _Labels) -> _Labels:
    """The labels with endpoints as clusters where each stands under bars of all arms: « PASI 75 », « PASI 90 »."""
    told = [title for title in labels.titles if title.endpoint]
    distinct = len({title.endpoint for title in told})
    if labels.clusters or distinct < 2 or distinct != len(told) or distinct * len(labels.arms) != len(labels.values):
        return labels
    return replace(labels, clusters=told, titles=[title for title in labels.titles if not title.endpoint])


def _ticks(chart: TextChart, source: SourceText) -> frozenset[ChartLabel]:
    """The numbers of an axis: three or more bare numbers with one edge in line, or first in a row of labels."""
    bare = [
        label for label in chart.labels if re.fullmatch(r"-?\d+(?:[.,]\d+)?\s?%?", source.text[label.start : label.end])
    ]
    for edge in ("x0", "x1", "bottom"):
        for label in bare:
            at = getattr(label.place.box, edge)
            aligned = [other for other in bare if abs(getattr(other.place.box, edge) - at) <= TICK_ALIGNMENT_PT]
            if len(aligned) >= 3 and _evenly_spaced([_number(source.text[o.start : o.end]) for o in aligned]):
                return frozenset(aligned)
    return _ticks_in_order(bare, source)


def _ticks_in_order(bare: Sequence[ChartLabel], source: SourceText) -> frozenset[ChartLabel]:
    """The longest run of evenly spaced numbers in a text without geometry."""
    for length in range(len(bare), 2, -1):
        for first in range(len(bare) - length + 1):
            run = bare[first : first + length]
            if _evenly_spaced([_number(source.text[label.start : label.end]) for label in run]):
                return frozenset(run)
    return frozenset()


def _evenly_spaced(numbers: Sequence[float]) -> bool:
    steps = {round(after - before, 6) for before, after in pairwise(numbers)}
    return len(steps) == 1 and steps != {0.0}


def _number(text: str) -> float:
    return float(re.sub(r"[\s%]", "", text).replace(",", "."))


def _along_bars(
    chart: TextChart, doc: Doc, source: SourceText, words: TableWords, ticks: frozenset[ChartLabel]
) -> list[ChartLabel]:
    """The labels from left to right where the arms stand side by side, from top to bottom where they stand in a column.

    Labels without a place (a text that is no PDF) keep the text's order.
    """
    arms = [label.place.box for label in chart.labels if read_label(doc, [(label.start, label.end)], words).arms]
    if not arms or all(box.x1 == box.x0 for box in arms):
        return list(chart.labels)
    across = max(b.x0 + b.x1 for b in arms) - min(b.x0 + b.x1 for b in arms)
    down = max(b.top + b.bottom for b in arms) - min(b.top + b.bottom for b in arms)
    if across >= down:
        return sorted(chart.labels, key=lambda label: (label.place.box.x0 + label.place.box.x1, label.start))
    return sorted(chart.labels, key=lambda label: (label.place.box.top + label.place.box.bottom, label.start))


def _comparison(doc: Doc, label: ChartLabel) -> Comparison:
    def inside(family: str) -> list[object]:
        return [mention.value for mention in mentions_in(doc, family, label.start, label.end)]

    contrasts = [value for value in inside("contrast") if getattr(value, "value", None) is not None]
    intervals, p_values = inside("interval"), inside("p_value")
    contrast, level = None, None
    if contrasts:
        interval = intervals[0] if intervals else None
        ci = (interval.low, interval.high) if interval else None  # type: ignore[attr-defined]
        level = interval.level if interval else None  # type: ignore[attr-defined]
        contrast = ContrastValue(contrasts[0].measure, contrasts[0].value, ci)  # type: ignore[attr-defined]
    p = PrintedP(p_values[0].operator, p_values[0].value) if p_values else None  # type: ignore[attr-defined]
    return Comparison(contrast, p, level)


def _words_of(chart: TextChart, source: SourceText) -> str:
    caption = source.text[slice(*chart.caption)] if chart.caption else ""
    return fold_lower(f"{caption}\n{source.text[chart.start : chart.end]}")


def _title(labels: _Labels, caption: Label, words: str) -> Label:
    """What the axis titles and the caption say of every bar."""
    title = Label()
    for read in sorted(labels.titles, key=lambda read: read.endpoint is None):
        title = title.over(read)
    vague = title.endpoint_kind == "score" and caption.endpoint_kind == "response"
    title = caption.over(title) if caption.endpoint and (vague or not title.endpoint) else title.over(caption)
    if title.endpoint and title.endpoint_kind == "score" and (share := _IMPROVEMENT.search(words)):
        title = title._replace(endpoint=f"{title.endpoint}{share['share'] or share['other']}", endpoint_kind="response")
    return title._replace(arms=caption.arms, is_percent=title.is_percent or "%" in words)


_IMPROVEMENT = re.compile(
    r"(?P<share>50|75|90|100) ?% (?:ou plus )?d'?(?:e )?(?:amelioration|repigmentation|reduction|reponse)"
    r"|(?:amelioration|repigmentation|reduction|reponse) d'(?:au moins )?(?P<other>50|75|90|100) ?%"
)


def _bars(labels: _Labels, title: Label) -> list[Bar]:
    """Every value with its arm and cluster, in order; none where their numbers do not fit each other."""
    values, arms = labels.values, labels.arms
    if not values or not arms or len(values) % len(arms):
        return []
    size = _cluster_size(labels)
    count = len(values) // size
    clusters = labels.clusters if len(labels.clusters) == count else [Label()] * count
    told = labels.comparisons if len(labels.comparisons) == count else [Comparison()] * count
    bars = []
    for place, value in enumerate(values):
        label, cluster = arms[place % len(arms)], place // size
        bars.append(Bar(label.arms[0], value, label.n, cluster, clusters[cluster], told[cluster]))
    return bars


def _cluster_size(labels: _Labels) -> int:
    """Bars that stand together: an arm that comes back opens the next cluster."""
    values, named = len(labels.values), [label.arms[0] for label in labels.arms]
    if labels.clusters and values % len(labels.clusters) == 0:
        return values // len(labels.clusters)
    period = named.index(named[0], 1) if named[0] in named[1:] else len(named)
    return period if values % period == 0 else values


def _rows(bars: Sequence[Bar], title: Label, place: tuple[int, int]) -> Iterator[Draft]:
    """One draft a bar of a treated arm, against the control bar of its cluster."""
    clusters: dict[int, list[Bar]] = {}
    for bar in bars:
        clusters.setdefault(bar.place, []).append(bar)
    for members in clusters.values():
        control = next((bar for bar in members if bar.arm.is_control), members[1] if len(members) == 2 else None)
        for bar in members:
            if bar is not control and bar.arm.name is not None and not bar.arm.is_control:
                yield _row(bar, control, bar.cluster.over(title), place)


def _row(bar: Bar, control: Bar | None, label: Label, place: tuple[int, int]) -> Draft:
    told = bar.comparison if control else Comparison()
    dose = bar.arm.dose or next((arm.dose for arm in label.arms if arm.name == bar.arm.name), None)
    return Draft(
        kind="result",
        rule="chart.bars",
        confidence=CONFIDENCE,
        start=place[0],
        end=place[1],
        drug=bar.arm.name,
        dose=dose,
        indication=label.indication,
        phase=label.phase,
        trials=label.trials,
        endpoint=label.endpoint or label.noun,
        timepoint=label.timepoint,
        timepoint_weeks=label.weeks,
        measure="proportion" if label.is_percent or bar.value.is_percent else label.measure,
        unit="%" if label.is_percent or bar.value.is_percent else None,
        arm=_arm_value(bar),
        comparator=control.arm.name if control else None,
        comparator_arm=_arm_value(control) if control else ArmValue(),
        contrast=told.contrast,
        ci_level=told.level or bar.value.ci_level or (95.0 if bar.value.ci else None),
        p=told.p,
    )


def _arm_value(bar: Bar) -> ArmValue:
    return ArmValue(bar.value.value, ci=bar.value.ci, events=bar.value.events, n=bar.n or bar.value.n)
