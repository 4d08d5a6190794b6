"""Grids: the cells that ruling lines enclose, found by pdfplumber from the lines that pdfium reports."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from schema.source import Box

SNAP_PT = 3.0
"""Lines nearer than this are one line: pdfplumber's default, for cells that each draw their own border."""

MIN_CELLS = 4
"""A grid has two rows and two columns at least."""

MAX_EDGES = 1500
"""A page with more ruling lines is a form or a drawing; the search for cells grows with their product."""


def grids_of(rules: Sequence[Box]) -> list[list[Box]]:
    """The cells of each grid that `rules` (thin rectangles) enclose, grids from the top; empty where none do."""
    if len(rules) < MIN_CELLS or len(rules) > MAX_EDGES or not _crossing(rules):
        return []
    from pdfplumber import table  # imported late: it takes longer than a page to load

    edges = table.merge_edges([_edge(rule) for rule in rules], SNAP_PT, SNAP_PT, SNAP_PT, SNAP_PT)
    cells = _cells(table.edges_to_intersections(edges, SNAP_PT, SNAP_PT))
    grids = [[Box(*cell) for cell in grid] for grid in table.cells_to_tables(cells)]
    return [grid for grid in grids if len(grid) >= MIN_CELLS and len({c.x0 for c in grid}) > 1]


_Point = tuple[float, float]
_rectangle = itemgetter("x0", "top", "x1", "bottom")


def _cells(crossings: Mapping[_Point, Mapping[str, Sequence[Any]]]) -> list[tuple[float, float, float, float]]:
    """The smallest rectangle right of and under each crossing of edges whose sides each run on one edge.

    It finds what pdfplumber's `intersections_to_cells` does, which looks through all crossings for each.
    """
    upright = {point: set(map(_rectangle, edges["v"])) for point, edges in crossings.items()}
    level = {point: set(map(_rectangle, edges["h"])) for point, edges in crossings.items()}
    columns: defaultdict[float, list[_Point]] = defaultdict(list)
    rows: defaultdict[float, list[_Point]] = defaultdict(list)
    cells = []
    for x0, top in sorted(crossings, reverse=True):  # so that those further down and further right are known
        point, column, row = (x0, top), columns[x0], rows[top]
        under = [y for _, y in reversed(column) if upright[point] & upright[x0, y]]
        beside = [x for x, _ in reversed(row) if level[point] & level[x, top]]
        corners = ((x, y) for y in under for x in beside if (x, y) in crossings)
        for x, y in corners:
            if upright[x, y] & upright[x, top] and level[x, y] & level[x0, y]:
                cells.append((x0, top, x, y))
                break
        column.append(point)
        row.append(point)
    return cells[::-1]


def _crossing(rules: Sequence[Box]) -> bool:
    """Whether there are lines of both directions: only they can enclose cells."""
    upright = sum(rule.bottom - rule.top > rule.x1 - rule.x0 for rule in rules)
    return 1 < upright < len(rules) - 1


def _edge(rule: Box) -> dict[str, object]:
    """A ruling line in pdfplumber's form, as thin as a line."""
    is_upright = rule.bottom - rule.top > rule.x1 - rule.x0
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    x0, x1 = (x, x) if is_upright else (rule.x0, rule.x1)
    top, bottom = (rule.top, rule.bottom) if is_upright else (y, y)
    return {
        "object_type": "line",
        "orientation": "v" if is_upright else "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
