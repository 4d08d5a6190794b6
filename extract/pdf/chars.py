"""Positioned characters of one page, straight from pdfium: text in one call, then one bulk call per attribute.

A call through ctypes' usual wrappers costs more than pdfium's work in it. So the functions called once a character are
bound here without types of arguments, which ctypes would check one by one, and driven by `map`; pointers are passed as
`as_pointer` makes them. That reads a page with boxes in not much more than the time of its plain text (see
tests/benchmarks/reading.py).
"""

import ctypes
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat
from math import atan2, degrees, hypot
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

_UNCODED = (re.compile(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f]"), re.compile(r"\r(?!\n)"))
"""Control characters that a font without character map leaves, mostly for ligatures; Python takes some for spaces.

As one pattern they would be searched for at twice the time.
"""

_IS_INKED = np.array([not (chr(code).isspace() or code == 0) for code in range(0x3002)])
"""For each code up to the last white space of Unicode and the one after it, whether it prints something."""

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
    are no white space; the boxes of others mean nothing.
    """

    text: str
    inked: BoolArray
    boxes: FloatArray
    width: float
    height: float


def bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A C function; Python's lock is kept, for to let it go costs as much as the function does.

    Without types of arguments it takes numbers for C's `int` and what `as_pointer` made for pointers, twice as fast.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


POINTER = ctypes.c_void_p
as_pointer: Callable[[int], Any] = POINTER.from_param
"""An address as an argument that ctypes need not convert any more."""

_FontName = ctypes.c_char * 128
"""Kept, for ctypes makes a type anew for each string buffer."""

_get_loose_box = bound(raw.FPDFText_GetLooseCharBox, None)
_get_object = bound(raw.FPDFText_GetTextObject, POINTER)
_get_tight_box = bound(raw.FPDFText_GetCharBox, None)
_get_matrix = bound(raw.FPDFText_GetMatrix, None)
_get_size = bound(raw.FPDFText_GetFontSize, ctypes.c_double)
_font_of = bound(raw.FPDFTextObj_GetFont, POINTER)
_get_origin = bound(raw.FPDFText_GetCharOrigin, None)


class TextLayer:
    """An open page's characters and, for those asked for, their baseline and pen. Close it before the page.

    `to_page` is the page's `display_matrix`.
    """

    def __init__(self, page: Any) -> None:
        self._textpage = page.get_textpage()
        self._handle = as_pointer(ctypes.cast(self._textpage.raw, POINTER).value or 0)
        self.to_page = display_matrix(page)
        self._axes = self.to_page[:2].tolist()
        self._faces: dict[int | None, tuple[str, bool, bool]] = {}
        self.chars = self._read(page)

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        self._textpage.close()

    def baselines(self, indices: list[int]) -> FloatArray:
        """One row (x, y) a character named: where it stands on its baseline, in page points."""
        origins = np.zeros((len(indices), 2))
        at = origins.ctypes.data
        xs, ys = (map(as_pointer, range(at + i, at + i + 16 * len(indices), 16)) for i in (0, 8))
        deque(map(_get_origin, repeat(self._handle), indices, xs, ys), maxlen=0)
        return self._moved(origins)

    def ink_bottoms(self, indices: list[int]) -> FloatArray:
        """Where each character named ends below, in page points: the glyph's own edge, not the font's."""
        ink = np.zeros((len(indices), 4))  # left, right, bottom, top
        at = ink.ctypes.data
        edges = [map(as_pointer, range(at + 8 * i, at + 8 * i + 32 * len(indices), 32)) for i in range(4)]
        deque(map(_get_tight_box, repeat(self._handle), indices, *edges), maxlen=0)
        bottoms: FloatArray = self._moved(ink[:, (0, 2)])[:, 1]
        return bottoms

    def pens(self, indices: list[int]) -> list[Pen]:
        """The pen of each character named; pdfium is asked once a text object."""
        objects = list(map(_get_object, repeat(self._handle), indices))
        firsts = dict(zip(reversed(objects), reversed(indices), strict=True))
        pens = dict(zip(firsts, self._pens_of(list(firsts), list(firsts.values())), strict=True))
        return [pens[key] for key in objects]

    def _read(self, page: Any) -> PageChars:
        count = max(0, raw.FPDFText_CountChars(self._textpage.raw))
        text = self._textpage.get_text_range() if count else ""
        if len(text) != count:  # characters beyond U+FFFF, which pdfium hands out as two units
            text = "".join(map(_one_char, map(raw.FPDFText_GetUnicode, repeat(self._textpage.raw), range(count))))
        for uncoded in _UNCODED:
            text = uncoded.sub("\ufffd", text)
        loose = np.zeros((count, 4), dtype=np.float32)  # left, top, right, bottom with y upwards
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        inked = _IS_INKED[np.minimum(codes, len(_IS_INKED) - 1)]
        asked = np.flatnonzero(inked)
        places = map(as_pointer, (loose.ctypes.data + 16 * asked).tolist())
        deque(map(_get_loose_box, repeat(self._handle), asked.tolist(), places), maxlen=0)
        corners = self._moved(loose.reshape(-1, 2)).reshape(-1, 4)
        a, b = corners[:, :2], corners[:, 2:]
        is_upright = bool((a <= b).all())  # as on most pages
        boxes = corners if is_upright else np.concatenate((np.minimum(a, b), np.maximum(a, b)), axis=1)
        width, height = page.get_size()
        return PageChars(text, inked, boxes, width, height)

    def _moved(self, points: Any) -> FloatArray:
        """PDF user space to displayed page: crop box, rotation and the direction of y taken into account."""
        moved: FloatArray = np.asarray(points, dtype=np.float64) @ self.to_page[:2] + self.to_page[2]
        return moved

    def _pens_of(self, objects: list[int], indices: list[int]) -> list[Pen]:
        """The pen of each text object, a character of each given; most objects are set with one of a few pens."""
        fonts = list(map(_font_of, map(as_pointer, objects)))
        sizes = map(_get_size, repeat(self._handle), indices)
        matrices = np.zeros((len(indices), 6), dtype=np.float32)  # each an FS_MATRIX: a, b, c, d, e, f
        at = matrices.ctypes.data
        places = map(as_pointer, range(at, at + 24 * len(indices), 24))
        deque(map(_get_matrix, repeat(self._handle), indices, places), maxlen=0)
        styles = list(zip(fonts, sizes, *matrices[:, :4].T.tolist(), strict=True))
        examples = dict(zip(styles, indices, strict=True))
        pens = {style: self._pen(example, *style) for style, example in examples.items()}
        return [pens[style] for style in styles]

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
        handle, flags, name = self._textpage.raw, ctypes.c_int(), _FontName()
        raw.FPDFText_GetFontInfo(handle, index, name, len(name), flags)
        font = name.value.decode("utf-8", "replace")
        return font, _is_bold(font, raw.FPDFText_GetFontWeight(handle, index)), _is_italic(font, flags.value)


def _one_char(code: int) -> str:
    """One character for a code unit; pdfium's mark for a hyphen at a line end is 2 here and U+FFFE in its text."""
    return HYPHEN_AT_LINE_END if code == 2 else chr(code) if code < 0x110000 else "\ufffd"


def _is_bold(font: str, weight: int) -> bool:
    """OpenType weights from 600 (semibold) up; many embedded fonts tell it by their name only."""
    return weight >= 600 or any(mark in font.lower() for mark in ("bold", "black", "heavy", "-bd", "demi", "cmbx"))


def _is_italic(font: str, flags: int) -> bool:
    """Bit 7 of the font descriptor's flags (ISO 32000-1, table 123), or the name."""
    return bool(flags & 64) or any(mark in font.lower() for mark in ("italic", "oblique"))


def display_matrix(page: Any) -> FloatArray:
    """3 × 2 matrix from PDF user space to points from the displayed page's top left."""
    width, height = page.get_size()
    precision = 100  # pdfium answers in whole device pixels: a hundredth of a point
    corners = [_device_point(page, width, height, precision, x, y) for x, y in ((0, 0), (1000, 0), (0, 1000))]
    zero, right, up = (np.array(c, dtype=np.float64) / precision for c in corners)
    return np.stack(((right - zero) / 1000, (up - zero) / 1000, zero))


def _device_point(page: Any, width: float, height: float, precision: int, x: float, y: float) -> tuple[int, int]:
    device_x, device_y = ctypes.c_int(), ctypes.c_int()
    size = round(width * precision), round(height * precision)
    raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, device_x, device_y)
    return device_x.value, device_y.value
