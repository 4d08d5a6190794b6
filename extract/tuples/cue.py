"""An expression together with the words without which it cannot match: most sentences are told by those alone."""

import re
from dataclasses import dataclass
from functools import cached_property

from extract.tuples.clauses import Clauses


@dataclass(frozen=True)
class Cue:
    """A case-blind expression and `openings`, one of which opens a word wherever it matches.

    An opening is a word in lower case, or the first four letters of a longer one, as in `Clauses.openings`. A set is
    asked in a tenth of the time that the expression takes to find nothing. `tests/tuples/test_cue.py` draws texts
    from every expression and holds that one of its openings stands in each.

    >>> cue = Cue(r"\\bles un[es]*s\\b", "uns unes")
    >>> cue.search(Clauses("58 % parmi les uns", 0, ())).start(), cue.search(Clauses("chez tous", 0, ()))
    (11, None)
    """

    expression: str
    told_by: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled, once a sentence has one of the openings: a document asks for few of them."""
        return re.compile(self.expression, re.IGNORECASE)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The openings as a set."""
        return frozenset(self.told_by.split())

    def may_match(self, clauses: Clauses) -> bool:
        """Whether a word of the sentence opens so that the expression may match."""
        return not self.openings.isdisjoint(clauses.openings)

    def search(self, clauses: Clauses) -> re.Match[str] | None:
        """The first match in the text of a sentence, or None."""
        return None if self.openings.isdisjoint(clauses.openings) else self.pattern.search(clauses.text)

    def search_in(self, clauses: Clauses, start: int, end: int) -> re.Match[str] | None:
        """The first match in the characters `start` to `end` of the document that lie in the sentence, or None."""
        return None if self.openings.isdisjoint(clauses.openings) else self.pattern.search(clauses.slice(start, end))

    def matches(self, clauses: Clauses) -> list[re.Match[str]]:
        """All matches in the text of a sentence, in order; none where it does not match."""
        return [] if self.openings.isdisjoint(clauses.openings) else list(self.pattern.finditer(clauses.text))
