"""Grids: the cells that ruling lines enclose, found by pdfplumber from the lines that pdfium reports."""

from collections.abc import Sequence

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
    cells = table.intersections_to_cells(table.edges_to_intersections(edges, SNAP_PT, SNAP_PT))
    grids = [[Box(*cell) for cell in grid] for grid in table.cells_to_tables(cells)]
    return [grid for grid in grids if len(grid) >= MIN_CELLS and len({c.x0 for c in grid}) > 1]


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
