"""Where the words of a text stand: kept as words, and made rectangles only for the few that are asked for."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from extract.pdf.layout import PageLayout
from extract.pdf.word import Word
from schema.source import Box, PageBox


class Places:
    """The places of words, by the index that their characters carry through all repairs."""

    def __init__(self) -> None:
        self._firsts: list[Word] = []
        self._lasts: list[Word] = []
        self._pages: list[PageLayout] = []
        self._page_starts: list[int] = []

    def turn_to(self, page: PageLayout) -> None:
        """From now on, words stand on this page."""
        self._pages.append(page)
        self._page_starts.append(len(self._firsts))

    def of_each(self, words: Sequence[Word]) -> int:
        """Keep the place of each word and return the index of the first; those of the others follow."""
        self._firsts += words
        self._lasts += words
        return len(self._firsts) - len(words)

    def of_all(self, words: Sequence[Word]) -> int:
        """Keep the place of words that are read as one and return its index."""
        self._firsts.append(words[0])
        self._lasts.append(words[-1])
        return len(self._firsts) - 1

    def start_after(self, page: int) -> int:
        """The first index on the pages after this one."""
        starts = zip(self._pages, self._page_starts, strict=True)
        return next((start for layout, start in starts if layout.number > page), len(self._firsts))

    def box(self, index: int) -> PageBox:
        """The rectangle of a place."""
        first, last = self._firsts[index], self._lasts[index]
        page = self._pages[bisect_right(self._page_starts, index) - 1]
        box = Box(first.x0, min(first.top, last.top), last.x1, max(first.bottom, last.bottom))
        return PageBox(page.number, page.displayed(box) if page.turn else box)


@dataclass(frozen=True, slots=True)
class RunPlaces(Sequence[PageBox]):
    """The places of a text's runs, given by their indices."""

    places: Places
    indices: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.indices)

    def first_after(self, page: int) -> int:
        """Which run is the first on a page after this one; their number where none is."""
        start = self.places.start_after(page)
        return next((at for at, index in enumerate(self.indices) if index >= start), len(self.indices))

    @overload
    def __getitem__(self, at: int) -> PageBox: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[PageBox, ...]: ...

    def __getitem__(self, at: int | slice) -> PageBox | tuple[PageBox, ...]:
        if isinstance(at, slice):
            return tuple(map(self.places.box, self.indices[at]))
        return self.places.box(self.indices[at])
