"""A sentence as a sequence: what it mentions, and the separators and comparison cues between the mentions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from extract.entities.folding import lowered
from extract.entities.model import FAMILIES
from extract.entities.spans import finds_of, once, sentences_of, text_of
from extract.tuples.arm import Cast, PlacedArm
from extract.tuples.words import words

Separator = Literal[";", ",", ":", "et", "mais", "versus", "(", ")"]

_ARM_AHEAD = r"(?=(?:sous|avec|sans|chez|dans|pour|par|après|ceux|celles?|celui)\b)"
_MEASURED_BY = r"(?:dose|poids|taille|surface|nombre|durée|année|population)"
"""« rapporté à la surface » compares with no group."""
VERSUS = re.compile(
    r"\b(?:contre|versus|vs\.?|face (?:à|aux?)|comparée?s? (?:à|aux?|avec)"
    r"|rapportée?s? (?:à|aux?)(?=\s(?!\d|une?\s|(?:la\s|l['’])?" + _MEASURED_BY + r"))"
    r"|jeu égal avec|se distingu\w{2,6}(?: pas| guère| nettement| peu)* d(?:e|u|es)"
    r"|(?<!par )(?<!en )comparaison (?:à|aux?|avec)"
    r"|par (?:rapport|comparaison) (?:à|aux?|avec)|comparativement (?:à|aux?)"
    r"|en comparaison (?:de|des|du|d['’]|avec|à|aux?)|plutôt que|au lieu d(?:e|u|es)"
    r"|(?:supérieur|inférieur|comparable|similaire|équivalent|semblable)e?s? (?:à|aux?)(?!\s*\d)|c\.(?=\s?\d))(?!\w)"
    r"|\b(?:que\s+|qu['’]\s?)" + _ARM_AHEAD,
)
"""What opens the second member of a comparison (Grevisse, complément du comparatif; and « vs » of medical prose)."""
_THAN = frozenset({"que", "qu"})
_VERSUS_OPENINGS = _THAN.union(
    ["cont", "vers", "vs", "face", "comp", "rapp", "plut", "lieu", "supé", "infé", "c", "jeu", "dist"],
)
"""One of these opens a word wherever `VERSUS` matches, as with a `Cue`."""

_COMPARATIVE = re.compile(
    r"\b(?:plus|moins|aussi|mieux|autant|davantage)\b[^.;:]{0,80}?\b(?<!ainsi )(?<!alors )(?<!tandis )"
    r"(?P<than>que\s+|qu['’]\s?)(?=(?:le|la|les|l['’]|un|une)\b)",
)
"""« plus efficace qu'un placebo »: « que » before an article compares only after a comparative."""
_COMPARATIVE_OPENINGS = frozenset(["plus", "moin", "auss", "mieu", "auta", "dava"])
_COMPARING = re.compile(
    r"\b(?:compar|oppos|confront)(?!ativement|aison)(?:e|é|ai|a|er|ant|ent)|\b(?:supériorité|avantage) d(?:e|u|es)\b",
)
_COMPARING_OPENINGS = frozenset(["comp", "oppo", "conf", "supé", "avan"])
_SECOND = re.compile(r"\b(?:à|aux?|sur)\s+(?:(?:son|sa|leur|un|une|la|les?)\s+|l['’]\s?)?$")
_TO_OBJECT = re.compile(
    r"(?!\s+par\b)(?:\s+\w+)?\s+(?:cel(?:ui|le)s? d(?:e|u|es)\s+)?(?:d['’]|l['’]|(?:l[ae]s?|une?|son|sa)\s+)?$"
)
"""What may stand between « surclasse » and its object: « nettement », « celle de », an article."""
_ARMS = ("drug", "control", "arm_reference")

_OPENING = re.compile(r"(\w{1,4})\w*")
"""A word and its first four letters: enough for the stem of most French words."""

_SEPARATOR = re.compile(
    r"(?P<mark>[;:,()\[\]])|\b(?P<et>et|ou|puis|ainsi que|suivie?s? de)\b"
    r"|\b(?P<mais>mais|tandis que|alors que|quand|en revanche)\b",
)


class Mention(NamedTuple):
    """One entity span: its family, its characters in the document and its typed value."""

    family: str
    start: int
    end: int
    value: object


class Comparison(NamedTuple):
    """Where a comparison cue stands in the document."""

    start: int
    end: int


class Break(NamedTuple):
    """A separator or comparison cue of the sentence; `depth` counts the brackets open around it."""

    kind: Separator
    start: int
    end: int
    depth: int


@dataclass(frozen=True)
class Clauses:
    """One sentence laid out: text, offset of its first character, mentions in text order, and the breaks between them.

    `rules_dir` holds the user's rules to read it by. `placed` keeps the arms that `place_arms` has found here by the
    cast that it knew: several rules ask for them.

    `end` is the offset just after the last character, `low` the text in lower case. `openings` are the first four
    letters of every word of it: they tell that an expression cannot match here.

    >>> sorted(Clauses("Les autres n'ont rien reçu.", 0, ()).openings)
    ['autr', 'les', 'n', 'ont', 'reçu', 'rien']
    """

    text: str
    start: int
    mentions: tuple[Mention, ...]
    rules_dir: Path | None = None
    placed: list[tuple[Cast, tuple[PlacedArm, ...]]] = field(
        default_factory=list, init=False, compare=False, repr=False
    )

    end: int = field(init=False, compare=False, repr=False)
    low: str = field(init=False, compare=False, repr=False)
    openings: frozenset[str] = field(init=False, compare=False, repr=False)
    _by_family: Mapping[str, Sequence[Mention]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make what every sentence is asked for a hundred times."""
        by_family: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            by_family.setdefault(mention.family, []).append(mention)
        object.__setattr__(self, "_by_family", by_family)
        low = lowered(self.text)
        object.__setattr__(self, "end", self.start + len(low))
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "openings", frozenset(_OPENING.findall(low)))

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """The breaks in text order; a mark inside a mention (« 51,2 », « F-VASI75 ») is none.

        >>> [b.kind for b in Clauses("40 %, puis 30 % (contre 10 %)", 0, ()).breaks]
        [',', 'et', '(', 'versus', ')']
        """
        found = _separators(self.low, self._covered)
        found += [(cue.start - self.start, cue.end - self.start, "versus") for cue in self.comparisons]
        depth, breaks = 0, []
        for at, end, kind in sorted(found):
            depth = max(0, depth - 1) if kind == ")" else depth
            breaks.append(Break(kind, self.start + at, self.start + end, depth))
            depth += kind == "("
        return tuple(breaks)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The comparison cues among the breaks, in text order; most sentences have none."""
        return tuple([Comparison(self.start + at, self.start + end) for at, end in sorted(_comparison_cues(self))])

    @cached_property
    def _covered(self) -> tuple[list[int], list[int]]:
        """Where each mention begins in the sentence, and where it or an earlier one ends last.

        Cues of certainty cover nothing: « a été comparé au », « n'était pas supérieur au » compare all the same.
        """
        mentions = [m for m in self.mentions if m.family != "certainty"]
        lows, highs = [m.start - self.start for m in mentions], []
        high = 0
        for mention in mentions:
            high = max(high, mention.end - self.start)
            highs.append(high)
        return lows, highs

    def slice(self, start: int, end: int) -> str:
        """The characters `start` to `end` of the document, as far as they lie in this sentence."""
        low, high = start - self.start, end - self.start
        return self.text[low if low > 0 else 0 : high if high > 0 else 0]

    def slice_low(self, start: int, end: int) -> str:
        """`slice` of the text in lower case."""
        low, high = start - self.start, end - self.start
        return self.low[low if low > 0 else 0 : high if high > 0 else 0]

    def of(self, family: str, *others: str) -> Sequence[Mention]:
        """The mentions of one family or of several, in text order."""
        found = self._by_family.get(family, ())
        if not others or self._by_family.keys().isdisjoint(others):
            return found
        several = (family, *others)
        return [m for m in self.mentions if m.family in several]

    def of_each(self, families: Iterable[str]) -> list[Mention]:
        """The mentions of some families, one family after the other."""
        told = self._by_family
        return [mention for family in families if family in told for mention in told[family]]

    def has(self, *families: str) -> bool:
        """Whether the sentence mentions anything of these families."""
        return not self._by_family.keys().isdisjoint(families)

    def depth_at(self, offset: int) -> int:
        """How many brackets are open at `offset`."""
        return sum((b.kind == "(") - (b.kind == ")") for b in self.breaks if b.start < offset)

    def breaks_between(self, start: int, end: int) -> tuple[Break, ...]:
        """The breaks that lie wholly between two offsets."""
        return tuple(b for b in self.breaks if start <= b.start and b.end <= end)


def read_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Every entity of the document, in text order, made once; at one place the longer span comes first."""
    return once(doc, "mentions", _read_mentions)


def _read_mentions(doc: Doc) -> tuple[Mention, ...]:
    found = [Mention(family, start, end, value) for family in FAMILIES for start, end, value in finds_of(doc, family)]
    longest_first = sorted(found, key=attrgetter("end"), reverse=True)
    return tuple(sorted(longest_first, key=attrgetter("start")))


def mention_starts(doc: Doc) -> list[int]:
    """Where each of `read_mentions` begins."""
    return once(doc, "mention starts", lambda doc: [mention.start for mention in read_mentions(doc)])


def mentions_in(doc: Doc, family: str, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions of a family that begin at a character from `start` to before `end`, in text order."""
    starts = mention_starts(doc)
    begun = read_mentions(doc)[bisect_left(starts, start) : bisect_left(starts, end)]
    return tuple([mention for mention in begun if mention.family == family])


def read_clauses(doc: Doc, rules_dir: Path | None = None) -> tuple[Clauses, ...]:
    """The sentences of `doc`, laid out one by one; none for an empty document. Laid out once for all rules."""
    return once(doc, ("clauses", rules_dir), lambda doc: tuple(_lay_out_sentences(doc, rules_dir)))


def _lay_out_sentences(doc: Doc, rules_dir: Path | None) -> Iterator[Clauses]:
    mentions, starts, text = read_mentions(doc), mention_starts(doc), text_of(doc)
    for start, end in sentences_of(doc):
        here = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        yield Clauses(text[start:end], start, here, rules_dir)


def _comparison_cues(clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Where the cues of comparison begin and end in a sentence, in any order; one may be found twice."""
    low, openings = clauses.low, clauses.openings
    if not openings.isdisjoint(_VERSUS_OPENINGS):
        yield from (m.span() for m in VERSUS.finditer(low) if not _inside(m.start(), clauses._covered))
    if not (openings.isdisjoint(_THAN) or openings.isdisjoint(_COMPARATIVE_OPENINGS)):
        yield from (m.span("than") for m in _COMPARATIVE.finditer(low))
    arms = [(m.start - clauses.start, m.end - clauses.start) for m in clauses.of(*_ARMS)]
    if arms and not openings.isdisjoint(_COMPARING_OPENINGS):
        yield from _second_members(low, arms)
    if len(arms) > 1 and words("outdoing").may_stand(openings):
        yield from _outdone(low, arms)


def _second_members(text: str, arms: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« à » before the second arm of « a comparé X à Y et au placebo »."""
    verb = _COMPARING.search(text)
    for start, _ in arms if verb else ():
        if verb and start > verb.end():
            second = _SECOND.search(text, verb.end(), start)
            if second and not VERSUS.search(text[max(0, second.start() - 25) : second.end()]):
                yield second.span()


def _outdone(text: str, arms: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« surclasse » between its subject and its object, both arms: « le bimékizumab surclasse le sécukinumab »."""
    outdoing = words("outdoing")
    if not outdoing.search(text, arms[0][1]):
        return
    for (_, end), (compared, _) in pairwise(arms):
        verb = outdoing.search(text, end)
        if verb and _TO_OBJECT.fullmatch(text, verb.end(), compared):
            yield verb.start(), compared


def _separators(text: str, covered: tuple[list[int], list[int]]) -> list[tuple[int, int, Separator]]:
    found = []
    for match in _SEPARATOR.finditer(text):
        at, end = match.span()
        if not _inside(at, covered):
            found.append((at, end, _KINDS.get(match[0]) or _kind(match)))
    return found


_KINDS: dict[str, Separator] = {
    ";": ";", ",": ",", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "et": "et", "mais": "mais",
}  # fmt: skip
"""The separators that are told by their characters; the others are told by their group."""


def _kind(match: re.Match[str]) -> Separator:
    return "et" if match["et"] else "mais"


def _inside(offset: int, covered: tuple[list[int], list[int]]) -> bool:
    """Whether a mention covers the character: the one that begins before it and reaches farthest does."""
    begun = bisect_right(covered[0], offset)
    return begun > 0 and offset < covered[1][begun - 1]
