"""Labels of a chart: lines that one alignment stacks are one label; ordered left to right."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extract.pdf.lines import Line, line_of

ALIGNED_PT = 0.5
"""Two lines are aligned where their left edges, middles or right edges differ by less."""

STACK_EM = 1.7
"""Baseline distance, in font sizes, up to which aligned lines belong to one label; charts set 1.1 to 1.4."""

SAME_COLUMN_EM = 1.0
"""Labels whose middles differ by less, in font sizes, stand over the same bar and are read from the top down."""

LABEL_GAP_EM = 0.8
"""Gap between words, in font sizes, that parts two labels on one baseline: labels are never justified."""

Label = tuple[Line, ...]


def labels_of(lines: Sequence[Line]) -> list[Label]:
    """The labels that `lines` (in any order) make up, read by columns from the left; a title over all of them first."""
    stacks: list[list[Line]] = []
    lines = [part for line in lines for part in _cut(line)]
    for line in sorted(lines, key=lambda li: (li.baseline, li.x0)):
        home = next((stack for stack in stacks if _goes_under(line, stack, lines)), None)
        if home is None:
            stacks.append([line])
        else:
            home.append(line)
    return _in_order([tuple(stack) for stack in stacks])


def _cut(line: Line) -> list[Line]:
    parts = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.x0 - left.x1 > LABEL_GAP_EM * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return [line_of(part) for part in parts]


def _goes_under(line: Line, stack: list[Line], lines: Sequence[Line]) -> bool:
    last = stack[-1]
    pitch = line.baseline - last.baseline
    if not 0 < pitch <= STACK_EM * max(line.size, last.size):
        return False
    if not any(_shared(edge, [*stack, line]) for edge in (_left, _middle, _right)):
        return False
    between = (li for li in lines if last.baseline + 0.1 < li.baseline < line.baseline - 0.1 and _overlap(li, line))
    return not any(_overlap(li, last) for li in between)


def _shared(edge: Callable[[Line], float], lines: Sequence[Line]) -> bool:
    values = [edge(line) for line in lines]
    return max(values) - min(values) <= ALIGNED_PT


def _left(line: Line) -> float:
    return line.x0


def _middle(line: Line) -> float:
    return (line.x0 + line.x1) / 2


def _right(line: Line) -> float:
    return line.x1


def _overlap(a: Line, b: Line) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0)


def _in_order(labels: Sequence[Label]) -> list[Label]:
    if len(labels) < 2:
        return list(labels)
    by_height = sorted(labels, key=lambda label: label[0].top)
    titles = list(_titles(by_height))
    rest = sorted((label for label in labels if label not in titles), key=lambda label: _middle(label[0]))
    return titles + [label for column in _columns(rest) for label in sorted(column, key=lambda la: la[0].top)]


def _titles(by_height: Sequence[Label]) -> Iterator[Label]:
    """The first label where it stands wholly above all others."""
    first = by_height[0]
    if all(label[0].top > first[-1].bottom for label in by_height[1:]):
        yield first


def _columns(labels: Sequence[Label]) -> list[list[Label]]:
    if not labels:
        return []
    columns = [[labels[0]]]
    for before, label in pairwise(labels):
        if _middle(label[0]) - _middle(before[0]) > SAME_COLUMN_EM * label[0].size:
            columns.append([label])
        else:
            columns[-1].append(label)
    return columns
