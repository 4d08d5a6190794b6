"""What a document has said so far, sentence by sentence."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from extract.entities.model import Disease, Drug, Endpoint
from extract.entities.spans import finds_in
from extract.rules import load_rules
from extract.text.model import Section, SectionKind, SourceText
from extract.tuples.advance import advance
from extract.tuples.arms import place_arms
from extract.tuples.clauses import Clauses, Mention, read_clauses, read_mentions
from extract.tuples.frame import Frame
from extract.tuples.new_study import opens_study

__all__ = ["Context", "Frame", "read_context"]

_NO_PROSE = (SectionKind.TABLE, SectionKind.CHART)
"""Rows and labels tell nothing of what the prose goes on about."""
_GOES_ON = re.compile(
    r"efficacité|tolérance|sécurité|effets? (?:indésirables?|secondaires?)|données cliniques|à long terme|suivi"
    r"|analyses?\b|critères?|qualité de vie|en pratique",
    re.IGNORECASE,
)
"""Headings of parts of one study or drug: what held before them goes on."""
_LEADING = 3
"""How many times more often than any other a drug is named where a whole text is about it."""

_ONE_STUDY = (
    SectionKind.ABSTRACT,
    SectionKind.METHODS,
    SectionKind.RESULTS,
    SectionKind.DISCUSSION,
    SectionKind.CONCLUSION,
)
"""Sections of the usual plan of a paper: they go on about the same study, so nothing ends where one begins."""


@dataclass(frozen=True, slots=True)
class Context:
    """The frames of a document, one a sentence, in text order, and the user's rules to read it by."""

    frames: tuple[Frame, ...] = ()
    rules_dir: Path | None = None

    @property
    def controls(self) -> frozenset[str]:
        """The names of arms that are no treatment under study (comparators.csv).

        >>> "placebo" in Context().controls
        True
        """
        return frozenset(entry.name for entry in load_rules(self.rules_dir).comparators)

    def at(self, offset: int) -> Frame:
        """The frame of the sentence that holds the character at `offset`; an empty frame where none does.

        >>> Context((Frame(0, 10, drugs=("dupilumab",)), Frame(11, 20))).at(4).drugs
        ('dupilumab',)
        """
        index = bisect_right(self.frames, offset, key=lambda frame: frame.start) - 1
        return self.frames[index] if index >= 0 else Frame(offset, offset)


def read_context(doc: Doc, source: SourceText, rules_dir: Path | None = None) -> Context:
    """The context of every sentence of `doc`; a document without sentences has no frames."""
    return Context(tuple(_frames(doc, source, rules_dir)), rules_dir)


def _frames(doc: Doc, source: SourceText, rules_dir: Path | None) -> Iterator[Frame]:
    mentions = read_mentions(doc)
    base = Frame(0, 0, drugs=_title_drugs(source, mentions), indication=_main_disease(source, mentions))
    frame: Frame = base
    titled: Frame = base
    section: Section | None = None
    for clauses in read_clauses(doc, rules_dir):
        here = source.section_at(clauses.start)
        if here is not section:
            if section is not None and section.kind is SectionKind.TITLE:
                titled = frame
            goes_on = bool(frame.studies) and here is not None and not _turns(here, source, doc, rules_dir)
            frame, section = _at_section(frame, base, titled, here, goes_on=goes_on), here
        if here is not None and here.kind in _NO_PROSE:
            yield frame.at(clauses.start, clauses.end)
            continue
        opens_block = clauses.start == 0 or source.text[clauses.start - 1] == "\n"
        frame = advance(frame, clauses, place_arms(clauses, frame.cast), opens_block)
        yield frame


_SUBJECTS = ("drug", "trial", "disease", "target")


def _turns(section: Section, source: SourceText, doc: Doc, rules_dir: Path | None) -> bool:
    """Whether a heading names what its section is about (« Omalizumab », not « Un an plus tard »), or the section opens
    on a study of its own."""
    end = section.start + len(section.heading)
    if any(finds_in(doc, family, section.start, end) for family in _SUBJECTS):
        return True
    return opens_study(source.text[end : section.end].lstrip(), rules_dir)


def _at_section(frame: Frame, base: Frame, titled: Frame, section: Section | None, *, goes_on: bool) -> Frame:
    """A heading of its own subject starts afresh; those of the usual plan go on, and so does the only trial told of
    where the heading names no other subject.

    Text without a heading goes on too, as behind a table. Methods are those of the treatment of the title, whatever
    else the introduction told of; the trial of the title is that of every section that tells of no other.
    """
    if section is None or (section.kind is SectionKind.BODY and not section.heading):
        return frame
    if section.kind is SectionKind.METHODS and titled.drugs and titled.drugs != frame.drugs:
        return _with_past(titled, frame)
    if section.kind in _ONE_STUDY:
        return _of_title(frame, titled)
    if section.kind is not SectionKind.BODY or _GOES_ON.search(section.heading):
        strays = base.drugs and frame.drugs not in ((), base.drugs)
        return _with_past(base, frame) if strays else frame._replace(drugs=frame.drugs or base.drugs)
    if goes_on and len(frame.studies) == len(frame.trials) == 1:
        return frame
    afresh = _with_past(base, frame)
    one_phase = frame.phase_of_drug(base.drugs[0]) if goes_on and len(base.drugs) == 1 else None
    return afresh if afresh.phase else afresh._replace(phase=one_phase)


def _with_past(afresh: Frame, frame: Frame) -> Frame:
    """`afresh` with what the document has told of trials and drugs until `frame`."""
    return afresh._replace(
        studies=frame.studies, named=frame.named, phase_of_all=frame.phase_of_all, phases_told=frame.phases_told,
        reference=frame.reference,
    )  # fmt: skip


def _of_title(frame: Frame, titled: Frame) -> Frame:
    """The frame with the trial of the title, where no trial holds and the treatment is still that of the title."""
    if frame.trials or len(titled.trials) != 1 or frame.drugs != titled.drugs:
        return frame
    return _with_past(titled, frame)


def _title_drugs(source: SourceText, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The one drug that the title names and does not only compare with; else the one the text speaks of most."""
    end = _title_end(source)
    title = Clauses(source.text[:end], 0, tuple(m for m in mentions if m.end <= end))
    drugs = [m for m in mentions if isinstance(m.value, Drug) and not m.value.is_class]
    titled = dict.fromkeys(
        m.value.name for m in drugs if m.end <= end and isinstance(m.value, Drug) and not _is_compared(title, m)
    )
    if titled:
        return tuple(titled) if len(titled) == 1 else ()
    if any(
        s.kind is SectionKind.BODY and any(s.start <= m.start < s.start + len(s.heading) for m in drugs)
        for s in source.sections
    ):
        return ()
    counted = Counter(m.value.name for m in drugs if isinstance(m.value, Drug)).most_common(2)
    leads = bool(counted) and counted[0][1] >= _LEADING * (counted[1][1] if len(counted) > 1 else 1)
    return (counted[0][0],) if leads else ()


def _is_compared(title: Clauses, mention: Mention) -> bool:
    return any(0 <= mention.start - b.end <= 4 for b in title.comparisons)


def _title_end(source: SourceText) -> int:
    return next((s.end for s in source.sections if s.kind is SectionKind.TITLE), max(0, source.text.find("\n\n")))


def _main_disease(source: SourceText, mentions: tuple[Mention, ...]) -> str | None:
    """The disease of the title, else that named most often (the first of equals); « des brûlures » are an event."""
    end = _title_end(source)
    named = [(m.start, m.value.name) for m in mentions if isinstance(m.value, Disease)]
    titled = [name for start, name in named if start < end]
    if titled:
        return titled[0]
    events = {m.start for m in mentions if isinstance(m.value, Endpoint) and m.value.kind == "event"}
    counted = Counter(name for start, name in named if start not in events).most_common(1)
    return counted[0][0] if counted else None
