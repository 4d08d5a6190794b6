"""`Stretch`: the characters of one head, stub, caption or chart label with the mentions that lie in them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from spacy.tokens import Doc

from extract.entities.spans import folded_of, text_of
from extract.tuples.clauses import Mention, mention_starts, read_mentions


class Stretch(NamedTuple):
    """Text from the document's character `start` on, the same folded (`plain`), and what it mentions, by family."""

    start: int
    text: str
    plain: str
    mentions: Mapping[str, Sequence[Mention]]

    def of(self, family: str) -> Sequence[Mention]:
        """The mentions of a family that lie wholly in the stretch, in text order."""
        return self.mentions.get(family, ())

    def values(self, family: str) -> list[Any]:
        """The values of these mentions: each of the family's class in entities/model.py."""
        return [mention.value for mention in self.mentions.get(family, ())]

    def before(self, mention: Mention) -> str:
        """The text before a mention."""
        return self.text[: mention.start - self.start]

    def between(self, start: int, end: int) -> str:
        """The characters `start` to `end` of the document, which lie in the stretch."""
        return self.text[start - self.start : end - self.start]


def stretch_of(doc: Doc, start: int, end: int) -> Stretch:
    """The characters `start` to `end` of `doc`, all families looked up at once: labels are many and short."""
    mentions, starts = read_mentions(doc), mention_starts(doc)
    found: dict[str, list[Mention]] = {}
    for mention in mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
        if mention.end <= end:
            found.setdefault(mention.family, []).append(mention)
    return Stretch(start, text_of(doc)[start:end], folded_of(doc)[start:end], found)
