"""Drawn things of a page: frames and fills, ruling lines, pictures; where charts, boxes and tables are."""

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from extract.pdf.chars import FloatArray, display_matrix
from schema.source import Box

THIN_PT = 2.5
"""Width up to which a drawn shape is a rule."""

MIN_RULE_PT = 5.0
"""Length from which a thin shape is a rule: some programs draw the sides of each table cell by itself."""

MIN_FRAME_PT = 25.0
"""Height and width from which a shape can frame or tint a block of text."""

MAX_OBJECTS = 20_000
"""Objects looked at on one page; maps and scatter plots have more and say nothing new."""

MAX_DEPTH = 4
"""Nesting of form objects followed; deeper nesting is a sign of a broken or hostile file."""


@dataclass(frozen=True, slots=True)
class Graphics:
    """Rectangles of a page's shapes: `frames` large ones, `rules` thin ones, `marks` the rest, `images` pictures."""

    frames: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    marks: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()


def read_graphics(page: Any) -> Graphics:
    """The shapes and pictures of an open page in points from its top left, each once, in drawing order."""
    sorted_out: dict[str, dict[Box, None]] = {"frames": {}, "rules": {}, "marks": {}, "images": {}}
    width, height = page.get_size()
    for box, is_image in _shapes(page):
        clipped = Box(max(box.x0, 0), max(box.top, 0), min(box.x1, width), min(box.bottom, height))
        if clipped.x1 > clipped.x0 or clipped.bottom > clipped.top:
            sorted_out["images" if is_image else _sort_of(clipped)].setdefault(clipped)
    return Graphics(**{name: tuple(boxes) for name, boxes in sorted_out.items()})


def _sort_of(box: Box) -> str:
    width, height = box.x1 - box.x0, box.bottom - box.top
    if min(width, height) <= THIN_PT:
        return "rules" if max(width, height) >= MIN_RULE_PT else "marks"
    return "frames" if min(width, height) >= MIN_FRAME_PT else "marks"


def _shapes(page: Any) -> Iterator[tuple[Box, bool]]:
    to_page = np.eye(3)
    to_page[:, :2] = display_matrix(page)
    budget = MAX_OBJECTS
    stack = [(raw.FPDFPage_GetObject, raw.FPDFPage_CountObjects, page.raw, to_page, 0)]
    while stack:
        get, count, holder, matrix, depth = stack.pop()
        for index in range(min(max(0, count(holder)), budget)):
            item = get(holder, index)
            kind = raw.FPDFPageObj_GetType(item)
            budget -= 1
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inner = _object_matrix(item) @ matrix
                stack.append((raw.FPDFFormObj_GetObject, raw.FPDFFormObj_CountObjects, item, inner, depth + 1))
            elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
                yield _bounds(item, matrix), kind == raw.FPDF_PAGEOBJ_IMAGE


def _object_matrix(item: Any) -> FloatArray:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, m)
    return np.array(((m.a, m.b, 0.0), (m.c, m.d, 0.0), (m.e, m.f, 1.0)))


def _bounds(item: Any, matrix: FloatArray) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    corners = np.array(((left.value, bottom.value, 1.0), (right.value, top.value, 1.0))) @ matrix
    (x0, y0), (x1, y1) = corners[:, :2].tolist()
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
