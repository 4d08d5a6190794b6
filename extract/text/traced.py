"""Text in which every character remembers where it came from, through any sequence of edits."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

Repair = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Traced:
    """`text`, and for each of its characters the origin it was given (an index of a word on a page)."""

    text: str = ""
    origins: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origins):
            raise ValueError(f"{len(self.text)} characters but {len(self.origins)} origins")

    @classmethod
    def of(cls, text: str, origin: int) -> "Traced":
        """Text that comes from one place as a whole."""
        return cls(text, (origin,) * len(text))

    def replaced(self, start: int, end: int, new: str) -> "Traced":
        """Characters `start` to `end` replaced by `new`, which takes over their origins.

        An insertion takes the origin of the character before it (of the one after at the start of the text); into
        an empty text nothing can be inserted, as it would come from nowhere (ValueError).

        >>> Traced("ﬁn", (7, 8)).replaced(0, 1, "fi")
        Traced(text='fin', origins=(7, 7, 8))
        """
        old = self.origins[start:end] or self.origins[max(0, start - 1) : max(0, start - 1) + 1]
        if new and not old:
            raise ValueError("cannot insert into an empty text: the characters would come from nowhere")
        inherited = tuple(old[min(i, len(old) - 1)] for i in range(len(new)))
        return Traced(self.text[:start] + new + self.text[end:], self.origins[:start] + inherited + self.origins[end:])

    def repaired(self, pattern: re.Pattern[str], repair: Repair) -> "Traced":
        """Every match of `pattern` replaced by a string or by what a function makes of the match, origins kept."""
        result = self
        for match in reversed(list(pattern.finditer(self.text))):
            new = repair(match) if callable(repair) else repair
            if new != match[0]:
                result = result.replaced(*match.span(), new)
        return result

    def __add__(self, other: "Traced") -> "Traced":
        return Traced(self.text + other.text, self.origins + other.origins)


def concatenated(parts: Iterable[Traced]) -> Traced:
    """All parts in order as one text."""
    kept = list(parts)
    return Traced("".join(p.text for p in kept), tuple(chain.from_iterable([p.origins for p in kept])))
