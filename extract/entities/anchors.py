"""Where a rule is worth trying: plain words are found at the speed of memory, a pattern tries each of its branches at
every character. A rule on wording whose every match holds one of a few words is matched around those words only."""

from collections.abc import Iterable


def starts_of(words: Iterable[str], text: str) -> list[int]:
    """The offsets in `text` at which one of `words` begins, inside longer words too, in text order.

    >>> starts_of(("dose", "bras"), "le bras à forte dose")
    [3, 16]
    """
    starts = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            starts.append(at)
            at = text.find(word, at + 1)
    starts.sort()
    return starts
