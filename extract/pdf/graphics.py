"""Drawn things of a page: frames and fills, ruling lines, pictures; where charts, boxes and tables are."""

import ctypes
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from extract.pdf.native import POINTER, FloatArray, as_pointer, bound
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


TEXT, FORM, IMAGE = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_IMAGE
SHAPES = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING, IMAGE)


@dataclass(frozen=True, slots=True)
class Graphics:
    """Rectangles of a page's shapes: `frames` large ones, `rules` thin ones, `marks` the rest, `images` pictures."""

    frames: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    marks: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()


def read_graphics(page: Any, to_page: FloatArray, width: float, height: float) -> Graphics:
    """The shapes and pictures of an open page in points from its top left, each once, in drawing order.

    `to_page` is the 3 × 2 matrix from the PDF's user space to these points, `width` and `height` are the page's.
    """
    sorted_out: dict[str, dict[Box, None]] = {"frames": {}, "rules": {}, "marks": {}, "images": {}}
    for box, is_image in _shapes(page, to_page):
        clipped = Box(max(box.x0, 0), max(box.top, 0), min(box.x1, width), min(box.bottom, height))
        if clipped.x1 > clipped.x0 or clipped.bottom > clipped.top:
            sorted_out["images" if is_image else _sort_of(clipped)].setdefault(clipped)
    return Graphics(**{name: tuple(boxes) for name, boxes in sorted_out.items()})


def _sort_of(box: Box) -> str:
    width, height = box.x1 - box.x0, box.bottom - box.top
    if min(width, height) <= THIN_PT:
        return "rules" if max(width, height) >= MIN_RULE_PT else "marks"
    return "frames" if min(width, height) >= MIN_FRAME_PT else "marks"


_page_object = bound(raw.FPDFPage_GetObject, ctypes.c_size_t)
_form_object = bound(raw.FPDFFormObj_GetObject, ctypes.c_size_t)
_count_in_form = bound(raw.FPDFFormObj_CountObjects, ctypes.c_int)
_get_matrix = bound(raw.FPDFPageObj_GetMatrix, ctypes.c_int)
_type_of = bound(raw.FPDFPageObj_GetType, ctypes.c_int)
_get_bounds = bound(raw.FPDFPageObj_GetBounds, ctypes.c_int)


def _shapes(page: Any, to_page: FloatArray) -> Iterator[tuple[Box, bool]]:
    square = np.eye(3)
    square[:, :2] = to_page
    budget = MAX_OBJECTS
    handle = as_pointer(ctypes.cast(page.raw, POINTER).value or 0)
    stack = [(_page_object, handle, raw.FPDFPage_CountObjects(page.raw), square, 0)]
    while stack:
        get, holder, count, matrix, depth = stack.pop()
        items = list(map(as_pointer, map(get, repeat(holder), range(min(max(0, count), budget)))))
        budget -= len(items)
        others = [(item, kind) for item, kind in zip(items, map(_type_of, items), strict=True) if kind != TEXT]
        if depth < MAX_DEPTH:
            forms = [item for item, kind in others if kind == FORM]
            stack += [(_form_object, f, _count_in_form(f), _object_matrix(f) @ matrix, depth + 1) for f in forms]
        shapes = [(item, kind) for item, kind in others if kind in SHAPES]
        if shapes:
            boxes = _bounds([item for item, _ in shapes], matrix)
            yield from zip(boxes, (kind == IMAGE for _, kind in shapes), strict=True)


def _object_matrix(item: Any) -> FloatArray:
    m = raw.FS_MATRIX()
    _get_matrix(item, ctypes.byref(m))
    return np.array(((m.a, m.b, 0.0), (m.c, m.d, 0.0), (m.e, m.f, 1.0)))


def _bounds(items: list[Any], matrix: FloatArray) -> Iterator[Box]:
    """The rectangle around each object, by the matrix from its space to the page."""
    bounds = np.zeros((len(items), 4), dtype=np.float32)  # left, bottom, right, top
    at = bounds.ctypes.data
    edges = [map(as_pointer, range(at + 4 * i, at + 4 * i + 16 * len(items), 16)) for i in range(4)]
    deque(map(_get_bounds, items, *edges), maxlen=0)
    corners = bounds.reshape(-1, 2).astype(np.float64) @ matrix[:2, :2] + matrix[2, :2]
    for x0, y0, x1, y1 in corners.reshape(-1, 4).tolist():
        yield Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
