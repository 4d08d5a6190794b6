"""Where the words of a text stand: kept as words, and made rectangles only for the few that are asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from extract.pdf.layout import PageLayout
from extract.pdf.word import Word
from extract.text.model import Runs
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

    def page(self, index: int) -> PageLayout:
        """The page of a place."""
        return self._pages[bisect_right(self._page_starts, index) - 1]

    def box(self, index: int) -> PageBox:
        """The rectangle of a place."""
        page, box = self.page(index), Box(*self._as_read(index))
        return PageBox(page.number, page.displayed(box) if page.turn else box)

    def stretches(self, indices: Sequence[int]) -> list[PageBox]:
        """The rectangles of places one after the other; neighbours of one height on one page have one.

        On a page that stands turned none are joined: the words of a line are not of one height there as displayed.
        """
        found: list[PageBox] = []
        for page, here in self._by_page(indices):
            if page.turn:
                found += map(self.box, here)
                continue
            found += [PageBox(page.number, box) for box in self._joined(here)]
        return found

    def _joined(self, indices: Iterable[int]) -> Iterator[Box]:
        """The rectangles of places as read, each run of one height made one."""
        firsts, lasts = self._firsts, self._lasts
        x0 = top = x1 = bottom = 0.0
        begun = False
        for index in indices:  # and not over `_as_read`: most words stand in many passages
            first, last = firsts[index], lasts[index]
            above, below = first.top, first.bottom
            if first is not last:
                above, below = min(above, last.top), max(below, last.bottom)
            if begun and above == top and below == bottom:
                x0 = first.x0 if first.x0 < x0 else x0
                x1 = last.x1 if last.x1 > x1 else x1
                continue
            if begun:
                yield Box(x0, top, x1, bottom)
            begun, x0, top, x1, bottom = True, first.x0, above, last.x1, below
        if begun:
            yield Box(x0, top, x1, bottom)

    def _by_page(self, indices: Sequence[int]) -> Iterator[tuple[PageLayout, Sequence[int]]]:
        """The indices, which rise, in as many parts as pages hold them."""
        done = 0
        while done < len(indices):
            page = bisect_right(self._page_starts, indices[done])
            last_page = page == len(self._page_starts)
            end = len(indices) if last_page else bisect_left(indices, self._page_starts[page], done)
            yield self._pages[page - 1], indices[done:end]
            done = end

    def _as_read(self, index: int) -> tuple[float, float, float, float]:
        """The rectangle of a place on its page as it is read: a plain tuple, as most are joined to their neighbours."""
        first, last = self._firsts[index], self._lasts[index]
        if first is last:
            return first.x0, first.top, first.x1, first.bottom
        return first.x0, min(first.top, last.top), last.x1, max(first.bottom, last.bottom)


@dataclass(frozen=True, slots=True)
class RunPlaces(Runs):
    """The places of a text's runs, given by their indices."""

    places: Places
    indices: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.indices)

    def first_after(self, page: int) -> int:
        """Which run is the first on a page after this one; their number where none is."""
        start = self.places.start_after(page)
        return next((at for at, index in enumerate(self.indices) if index >= start), len(self.indices))

    def page(self, at: int) -> int:
        return self.places.page(self.indices[at]).number

    def stretches(self, first: int, last: int) -> Sequence[PageBox]:
        return self.places.stretches(self.indices[first:last])

    @overload
    def __getitem__(self, at: int) -> PageBox: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[PageBox, ...]: ...

    def __getitem__(self, at: int | slice) -> PageBox | tuple[PageBox, ...]:
        if isinstance(at, slice):
            return tuple(map(self.places.box, self.indices[at]))
        return self.places.box(self.indices[at])
