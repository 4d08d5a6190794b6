"""Positioned characters of one page, straight from pdfium: text in one call, then one bulk call per attribute.

That reads a page with boxes in not much more than the time of its plain text (see tests/benchmarks/reading.py).
"""

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from math import atan2, degrees, hypot
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from extract.pdf.native import POINTER, FloatArray, answers, as_pointer, bound

BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.intp]

_UNCODED = (re.compile(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f]"), re.compile(r"\r(?!\n)"))
"""Control characters that a font without character map leaves, mostly for ligatures; Python takes some for spaces.

As one pattern they would be searched for at twice the time.
"""

_IS_INKED = np.array([not (chr(code).isspace() or code == 0) for code in range(0x3002)])
"""For each code up to the last white space of Unicode and the one after it, whether it prints something."""

_BOLD = re.compile("bold|black|heavy|-bd|demi|cmbx", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)

HYPHEN_AT_LINE_END = "\ufffe"
"""pdfium puts this where a line ends in a hyphen, and no line break after it."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a run of characters is set: font name, real size in points, weight, direction of writing in degrees."""

    font: str
    size: float
    is_bold: bool
    is_italic: bool
    angle: int


@dataclass(frozen=True, slots=True)
class PageChars:
    """The characters of a page in the order of its content stream.

    `boxes` has one row (x0, top, x1, bottom) a character of `text`, in points from the page's top left as displayed;
    tops and bottoms are those of the font, so that all characters of one run share them. `inked` says which characters
    are no white space; the boxes of others are those of characters beside them.
    """

    text: str
    inked: BoolArray
    boxes: FloatArray
    width: float
    height: float

    @property
    def are_on_page(self) -> bool:
        """Whether no character lies wholly beyond an edge of the page; for a page without any, True."""
        if not self.inked.any():
            return True
        x0, top, x1, bottom = self.boxes.T
        return bool(x0.max() < self.width and top.max() < self.height and x1.min() > 0 and bottom.min() > 0)


_FontName = ctypes.c_char * 128
"""Kept, for ctypes makes a type anew for each string buffer."""

_get_loose_box = bound(raw.FPDFText_GetLooseCharBox, None)
_get_object = bound(raw.FPDFText_GetTextObject, ctypes.c_size_t)
_get_tight_box = bound(raw.FPDFText_GetCharBox, None)
_get_matrix = bound(raw.FPDFText_GetMatrix, None)
_get_size = bound(raw.FPDFText_GetFontSize, ctypes.c_double)
_font_of = bound(raw.FPDFTextObj_GetFont, POINTER)
_get_origin = bound(raw.FPDFText_GetCharOrigin, None)
_get_font_info = bound(raw.FPDFText_GetFontInfo, ctypes.c_ulong)
_get_weight = bound(raw.FPDFText_GetFontWeight, ctypes.c_int)


class TextLayer:
    """An open page's characters and, for those asked for, their baseline and pen. Close it before the page.

    `to_page` is the page's `display_matrix`.
    """

    def __init__(self, page: Any) -> None:
        self._textpage = page.get_textpage()
        self._handle = as_pointer(ctypes.cast(self._textpage.raw, POINTER).value or 0)
        width, height = page.get_size()
        self.to_page = display_matrix(page, width, height)
        self._axes = self.to_page[:2].tolist()
        self._faces: dict[int | None, tuple[str, bool, bool]] = {}
        self.chars = self._read(width, height)

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        self._textpage.close()

    def baselines(self, indices: Sequence[int]) -> FloatArray:
        """Where each character named stands on its baseline, in page points: a row of x and a row of y."""
        return self._moved(answers(_get_origin, self._handle, indices, eights=2, out=2).T)

    def ink_bottoms(self, indices: Sequence[int]) -> FloatArray:
        """Where each character named ends below, in page points: the glyph's own edge, not the font's."""
        ink = answers(_get_tight_box, self._handle, indices, eights=4, out=4).T  # left, right, bottom, top
        bottoms: FloatArray = self._moved(ink[::2])[1]
        return bottoms

    def pens(self, indices: Sequence[int]) -> tuple[list[Pen], IntArray]:
        """The pens of the text objects that the characters named belong to, and which of these pens each is set with.

        pdfium is asked once a text object, whose characters follow each other.
        """
        objects = np.fromiter(map(_get_object, repeat(self._handle), indices), np.uintp, len(indices))
        is_first = np.ones(len(indices), dtype=np.bool_)
        np.not_equal(objects[1:], objects[:-1], out=is_first[1:])
        firsts = np.flatnonzero(is_first)
        pens = self._pens_of(objects[firsts].tolist(), [indices[first] for first in firsts.tolist()])
        return pens, np.cumsum(is_first) - 1

    def _read(self, width: float, height: float) -> PageChars:
        count = max(0, raw.FPDFText_CountChars(self._textpage.raw))
        text = self._textpage.get_text_range() if count else ""
        if len(text) != count:  # characters beyond U+FFFF, which pdfium hands out as two units
            text = "".join(map(_one_char, map(raw.FPDFText_GetUnicode, repeat(self._textpage.raw), range(count))))
        for uncoded in _UNCODED:
            text = uncoded.sub("\ufffd", text)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        inked = _IS_INKED[np.minimum(codes, len(_IS_INKED) - 1)]
        loose = answers(_get_loose_box, self._handle, np.flatnonzero(inked).tolist(), eights=2, out=1)
        corners = self._moved(loose.view(np.float32).T)  # left, top, right, bottom
        a, b = corners[:2], corners[2:]
        is_upright = bool((a <= b).all())  # as on most pages
        edges = corners if is_upright else np.concatenate((np.minimum(a, b), np.maximum(a, b)))
        with_blanks = edges.take(np.cumsum(inked) - 1, axis=1) if edges.size else np.zeros((4, count))
        return PageChars(text, inked, with_blanks.T, width, height)

    def _moved(self, points: npt.NDArray[np.floating]) -> FloatArray:
        """Columns of points, a row of x and a row of y in turn, from PDF user space to the displayed page.

        Crop box, rotation and the direction of y are taken into account.
        """
        (xx, xy), (yx, yy), (left, top) = self.to_page.tolist()
        moved = np.array(points, dtype=np.float64, order="C")
        x, y = moved[::2], moved[1::2]
        moved[::2], moved[1::2] = x * xx + y * yx + left, x * xy + y * yy + top
        return moved

    def _pens_of(self, objects: list[int], indices: list[int]) -> list[Pen]:
        """The pen of each text object, a character of each given; most objects are set with one of a few pens."""
        fonts = map(_font_of, map(as_pointer, objects))
        sizes = map(_get_size, repeat(self._handle), indices)
        matrices = answers(_get_matrix, self._handle, indices, eights=3, out=1)  # each an FS_MATRIX: a, b, c, d, e, f
        styles = zip(fonts, sizes, *matrices.view(np.float32)[:, :4].T.tolist(), strict=True)
        known: dict[tuple[float, ...], Pen] = {}
        pens = []
        for index, style in zip(indices, styles, strict=True):
            pen = known.get(style)
            if pen is None:
                pen = known[style] = self._pen(index, *style)
            pens.append(pen)
        return pens

    def _pen(self, index: int, font: int, font_size: float, a: float, b: float, c: float, d: float) -> Pen:
        if font not in self._faces:
            self._faces[font] = self._face(index)
        name, is_bold, is_italic = self._faces[font]
        (xx, xy), (yx, yy) = self._axes
        across, down = a * xx + b * yx, a * xy + b * yy
        angle = round(degrees(atan2(-down, across))) % 360 if down or across < 0 else 0
        return Pen(name, round(font_size * hypot(c, d), 2), is_bold, is_italic, angle)

    def _face(self, index: int) -> tuple[str, bool, bool]:
        """Name, weight and slant of a character's font."""
        flags, name = ctypes.c_int(), _FontName()
        _get_font_info(self._handle, index, name, len(name), ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace")
        return font, _is_bold(font, _get_weight(self._handle, index)), _is_italic(font, flags.value)


def _one_char(code: int) -> str:
    """One character for a code unit; pdfium's mark for a hyphen at a line end is 2 here and U+FFFE in its text."""
    return HYPHEN_AT_LINE_END if code == 2 else chr(code) if code < 0x110000 else "\ufffd"


def _is_bold(font: str, weight: int) -> bool:
    """OpenType weights from 600 (semibold) up; many embedded fonts tell it by their name only."""
    return weight >= 600 or _BOLD.search(font) is not None


def _is_italic(font: str, flags: int) -> bool:
    """Bit 7 of the font descriptor's flags (ISO 32000-1, table 123), or the name."""
    return bool(flags & 64) or _ITALIC.search(font) is not None


def display_matrix(page: Any, width: float, height: float) -> FloatArray:
    """3 × 2 matrix from PDF user space to points from the top left of the page, displayed at its own size."""
    precision = 100  # pdfium answers in whole device pixels: a hundredth of a point
    size = round(width * precision), round(height * precision)
    device_x, device_y = ctypes.c_int(), ctypes.c_int()

    def displayed(x: float, y: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, device_x, device_y)
        return device_x.value / precision, device_y.value / precision

    (x, y), right, up = displayed(0, 0), displayed(1000, 0), displayed(0, 1000)
    return np.array([((x1 - x) / 1000, (y1 - y) / 1000) for x1, y1 in (right, up)] + [(x, y)])
