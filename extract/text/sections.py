"""Sections: which stretch of the text is abstract, methods, results, box, caption, references …"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.pdf.model import BlockKind
from extract.text.headings import heading_kind, run_in_label
from extract.text.language import is_english
from extract.text.model import Section, SectionKind

_OWN_KIND = {
    BlockKind.TITLE: SectionKind.TITLE,
    BlockKind.BOX: SectionKind.BOX,
    BlockKind.CAPTION: SectionKind.CAPTION,
    BlockKind.TABLE: SectionKind.TABLE,
    BlockKind.CHART: SectionKind.CHART,
    BlockKind.FOOTNOTE: SectionKind.FOOTNOTE,
}
"""Blocks that are a section of their own wherever they stand."""

_REFERENCE = re.compile(
    r"\A\W{0,2}\d{0,3}\W{0,3}[A-ZÀ-Ý][\w’'-]+(?: [\w’'-]+)? [A-Z]{1,3}[,.].*\b(?:19|20)\d\d\b", re.DOTALL
)
"""« 4. Valmont C, Quirin L. … 2022;5:1-12 »: the Vancouver form of a reference."""

MAX_BOX_TITLE = 60
"""Characters up to which the first block of a box without a full stop is its title."""

_DISCLOSURE = re.compile(r"\b(?:liens?|conflits?) d[’']intérêts?\b", re.IGNORECASE)

_STAYS = frozenset({SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION, SectionKind.REFERENCES})
"""Kinds that a subheading of the article's own does not leave."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Characters `start` to `end` of the text are one block; `level` ranks headings, 1 the highest."""

    kind: BlockKind
    start: int
    end: int
    level: int = 1


def is_reference(paragraph: str) -> bool:
    """Whether a paragraph has the form of a bibliographic reference.

    >>> is_reference("7. Leroux P, Aubin C. Scalp lichen planus. Revue Peau Clin, 2018;9:41-47.")
    True
    >>> is_reference("En 2018, Leroux a décrit 15 cas.")
    False
    """
    return _REFERENCE.match(paragraph) is not None


def find_sections(text: str, blocks: Sequence[TextBlock]) -> tuple[Section, ...]:
    """The sections of `text`, outer before inner, in text order; empty for a text without blocks."""
    outer = list(_under_headings(text, blocks))
    inner = [s for s in _merged(text, _single_blocks(text, blocks)) if not _says_nothing_new(s, outer)]
    return tuple(sorted([*outer, *inner], key=lambda s: (s.start, -s.end)))


def _merged(text: str, sections: Iterable[Section]) -> list[Section]:
    """Neighbouring boxes and references made one; a box's first line is its heading where it is short."""
    merged: list[Section] = []
    for section in sections:
        last = merged[-1] if merged else None
        is_next = last is not None and not text[last.end : section.start].strip()
        if last and is_next and last.kind is section.kind and last.kind in (SectionKind.BOX, SectionKind.REFERENCES):
            merged[-1] = replace(last, end=section.end)
        elif section.kind is SectionKind.BOX:
            first = text[section.start : section.end]
            is_title = len(first) <= MAX_BOX_TITLE and not first.endswith(".")
            merged.append(replace(section, heading=first if is_title else ""))
        else:
            merged.append(section)
    return merged


def _says_nothing_new(section: Section, outer: Sequence[Section]) -> bool:
    """Whether references stand under a heading that says so."""
    return any(o.kind is section.kind and o.start <= section.start and section.end <= o.end for o in outer)


def _under_headings(text: str, blocks: Sequence[TextBlock]) -> Iterator[Section]:
    """One section a heading, up to the next heading of its rank or a higher one."""
    headings = [b for b in blocks if b.kind is BlockKind.HEADING]
    first = headings[0].start if headings else len(text)
    opening = [b for b in blocks if b.kind is not BlockKind.TITLE and b.start < first]
    if opening:
        yield Section(SectionKind.BODY, "", opening[0].start, opening[-1].end)
    open_kinds: dict[int, SectionKind] = {}
    for i, heading in enumerate(headings):
        end = next((h.start for h in headings[i + 1 :] if h.level <= heading.level), blocks[-1].end)
        own = heading_kind(text[heading.start : heading.end])
        outer = [open_kinds[level] for level in sorted(open_kinds) if level < heading.level]
        kind = own or (outer[-1] if outer and outer[-1] in _STAYS else SectionKind.BODY)
        open_kinds = {level: k for level, k in open_kinds.items() if level < heading.level} | {heading.level: kind}
        if kind is SectionKind.REFERENCES:
            end = _references_end(text, blocks, heading, end)
        yield Section(kind, text[heading.start : heading.end], heading.start, end)


def _references_end(text: str, blocks: Sequence[TextBlock], heading: TextBlock, end: int) -> int:
    """References stop where prose without any year begins again: a last column may follow them."""
    last = heading.end
    for block in (b for b in blocks if heading.end <= b.start < end and b.kind not in _OWN_KIND):
        paragraph = text[block.start : block.end]
        if len(paragraph) > 200 and not re.search(r"\b(?:19|20)\d\d\b", paragraph):
            return last
        last = block.end
    return end


def _single_blocks(text: str, blocks: Sequence[TextBlock]) -> Iterator[Section]:
    for block in blocks:
        paragraph = text[block.start : block.end]
        labelled = _by_its_words(paragraph) if block.kind in (BlockKind.BODY, BlockKind.BOX) else None
        if labelled:
            yield Section(labelled[1], labelled[0], block.start, block.end)
        elif block.kind in _OWN_KIND:
            heading = paragraph if block.kind is BlockKind.TITLE else ""
            yield Section(_OWN_KIND[block.kind], heading, block.start, block.end)


def _by_its_words(paragraph: str) -> tuple[str, SectionKind] | None:
    """Heading and kind of a paragraph that its own words place: a run-in label, a reference, English, disclosures."""
    if is_reference(paragraph):
        return "", SectionKind.REFERENCES
    if is_english(paragraph):
        return "", SectionKind.FOREIGN_ABSTRACT
    if labelled := run_in_label(paragraph):
        return labelled
    if len(paragraph) < 300 and _DISCLOSURE.search(paragraph):
        return "", SectionKind.DISCLOSURES
    return None
