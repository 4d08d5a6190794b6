"""An expression together with the words without which it cannot match: most sentences are told by those alone."""

import re
from dataclasses import dataclass
from functools import cached_property

from extract.tuples.clauses import Clauses


@dataclass(frozen=True)
class Cue:
    """An expression in lower case and `openings`, one of which opens a word wherever it matches.

    An opening is a word in lower case, or the first four letters of a longer one, as in `Clauses.openings`. A set is
    asked in a tenth of the time that the expression takes to find nothing. The expression is held against the sentence
    in lower case: one that ignores case takes several times as long. `tests/tuples/test_cue.py` draws texts from every
    expression and holds that one of its openings stands in each.

    >>> cue = Cue(r"\\bles un[es]*s\\b", "uns unes")
    >>> cue.search(Clauses("58 % parmi Les Uns", 0, ())).start(), cue.search(Clauses("chez tous", 0, ()))
    (11, None)
    """

    expression: str
    told_by: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled, once a sentence has one of the openings: a document asks for few of them."""
        return re.compile(self.expression)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The openings as a set."""
        return frozenset(self.told_by.split())

    def may_match(self, clauses: Clauses) -> bool:
        """Whether a word of the sentence opens so that the expression may match."""
        return not self.openings.isdisjoint(clauses.openings)

    def search(self, clauses: Clauses) -> re.Match[str] | None:
        """The first match in the sentence, or None; the words that it holds are in lower case."""
        return None if self.openings.isdisjoint(clauses.openings) else self.pattern.search(clauses.low)

    def search_in(self, clauses: Clauses, start: int, end: int) -> re.Match[str] | None:
        """The first match in the characters `start` to `end` of the document that lie in the sentence, or None."""
        if self.openings.isdisjoint(clauses.openings):
            return None
        return self.pattern.search(clauses.slice_low(start, end))

    def match_in(self, clauses: Clauses, start: int, end: int) -> re.Match[str] | None:
        """The match at the beginning of these characters, or None."""
        return None if self.openings.isdisjoint(clauses.openings) else self.pattern.match(clauses.slice_low(start, end))

    def matches_in(self, clauses: Clauses, start: int, end: int) -> list[re.Match[str]]:
        """All matches in these characters, in order; none where it does not match."""
        if self.openings.isdisjoint(clauses.openings):
            return []
        return list(self.pattern.finditer(clauses.slice_low(start, end)))

    def matches(self, clauses: Clauses) -> list[re.Match[str]]:
        """All matches in the sentence, in order; none where it does not match."""
        return [] if self.openings.isdisjoint(clauses.openings) else list(self.pattern.finditer(clauses.low))
