"""Calls to pdfium, as many as a page has characters: bound without ctypes' usual wrappers, answered into one memory.

A call through those wrappers costs more than pdfium's work in it. So the functions called once a character are bound
without types of arguments, which ctypes would check one by one, and driven by `map`. Pointers are passed as
`as_pointer` makes them; to make one costs a third of a call, so that those to the answers are made once.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A C function; Python's lock is kept, for to let it go costs as much as the function does.

    Without types of arguments it takes numbers for C's `int` and what `as_pointer` made for pointers, twice as fast.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


POINTER = ctypes.c_void_p
as_pointer: Callable[[int], Any] = POINTER.from_param
"""An address as an argument that ctypes need not convert any more."""

_MEMORY = np.zeros(8192)
_POINTERS = list(map(as_pointer, range(_MEMORY.ctypes.data, _MEMORY.ctypes.data + _MEMORY.nbytes, 8)))
"""Where the functions asked write to, and the pointer to each eight bytes of it."""


def answers(function: Callable[..., Any], handle: Any, indices: Sequence[int], eights: int, out: int) -> FloatArray:
    """What a function of a handle, an index and `out` pointers writes for each index: a row of `eights` doubles.

    Each pointer leads to an equal part of the row, which is zero where the function writes nothing.
    """
    at_once = len(_MEMORY) // eights
    rows = np.empty((len(indices), eights))
    for start in range(0, len(indices), at_once):
        part = indices[start : start + at_once]
        size = eights * len(part)
        _MEMORY[:size] = 0
        pointers = [_POINTERS[first:size:eights] for first in range(0, eights, eights // out)]
        deque(map(function, repeat(handle), part, *pointers), maxlen=0)
        rows[start : start + at_once] = _MEMORY[:size].reshape(-1, eights)
    return rows
