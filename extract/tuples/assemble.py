"""From the rules' drafts to the statements of a document: merges, fills document-level cells, checks, numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from extract.entities.model import Drug
from extract.entities.spans import finds_of
from extract.text.model import SectionKind, SourceText
from extract.tuples.checks import check
from extract.tuples.confidence import calibrated
from extract.tuples.identity import statement_ids
from extract.tuples.merge import Merged, merge
from extract.tuples.model import Draft
from schema.evidence import Evidence
from schema.source import Bibliography, SourceRef, Statement
from schema.vocabulary import TargetSource

NAMED_BY_KIND = frozenset(
    {
        SectionKind.ABSTRACT,
        SectionKind.BOX,
        SectionKind.CAPTION,
        SectionKind.TABLE,
        SectionKind.CHART,
        SectionKind.FOOTNOTE,
    }
)
"""Stretches that the `section` column names by what they are and not by the heading above them."""


def assemble(drafts: Sequence[Draft], doc: Doc, source: SourceText, sha256: str, name: str) -> tuple[Statement, ...]:
    """The statements that `drafts` say, in text order, each with its place; none where there are no drafts.

    Drafts that say the same become one statement; the first passage leads and the others stand in `also_at`. `sha256`
    is the digest of the PDF's bytes, `name` its file name.
    """
    merged = merge(drafts)
    knowledge = _read_knowledge(doc, [one.draft for one in merged])
    ids = statement_ids((one.draft for one in merged), sha256)
    passages = Passages(source)
    return tuple(_statement(one, id_, knowledge, passages, name) for one, id_ in zip(merged, ids, strict=True))


class Passage(NamedTuple):
    """What all statements of one passage share: its place, its words on one line, and the section it stands in."""

    place: SourceRef
    text: str
    section: str | None


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of `source`, each read once: many statements of a table or sentence share one."""

    source: SourceText
    _known: dict[tuple[int, int], Passage] = field(default_factory=dict)

    def at(self, start: int, end: int) -> Passage:
        """The passage of the characters `start` to `end`."""
        passage = self._known.get((start, end))
        if passage is None:
            text = " ".join(self.source.text[start:end].split())
            passage = Passage(source_ref(self.source, start, end), text, section_name(self.source, start))
            self._known[start, end] = passage
        return passage


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What the document's mentions and mechanism rows tell of each drug by name."""

    drugs: Mapping[str, Drug]
    targets_in_text: Mapping[str, tuple[str, ...]]

    def members(self, name: str | None) -> list[Drug]:
        """The lexicon's drugs that the cell names, a combination's members one by one; unknown ones are left out."""
        parts = name.split(" + ") if name else []
        return [self.drugs[part] for part in parts if part in self.drugs]

    def targets(self, name: str | None) -> tuple[str | None, TargetSource | None]:
        """The targets of the drug, as the document states them or else as the lexicon knows them."""
        if name is not None and name in self.targets_in_text:
            return ";".join(self.targets_in_text[name]), "text"
        known = dict.fromkeys(target for drug in self.members(name) for target in drug.targets)
        return (";".join(known), "lexicon") if known else (None, None)


def _read_knowledge(doc: Doc, drafts: Sequence[Draft]) -> _Knowledge:
    drugs: dict[str, Drug] = {}
    for found in finds_of(doc, "drug"):
        if isinstance(found.value, Drug):
            drugs.setdefault(found.value.name, found.value)
    stated: dict[str, dict[str, None]] = {}
    for draft in drafts:
        if draft.kind == "mechanism" and draft.certainty == "affirmed" and draft.drug and draft.target:
            stated.setdefault(draft.drug, {})[draft.target] = None
    return _Knowledge(drugs, {drug: tuple(targets) for drug, targets in stated.items()})


def _statement(one: Merged, id_: str, knowledge: _Knowledge, passages: Passages, name: str) -> Statement:
    passage = passages.at(one.draft.start, one.draft.end)
    return Statement(
        evidence=_evidence(one.draft, id_, knowledge, passage, (name, passages.source.bibliography)),
        source=passage.place,
        also_at=tuple(passages.at(start, end).place for start, end in one.also_at),
        confidence=calibrated(one.draft),
    )


def source_ref(source: SourceText, start: int, end: int) -> SourceRef:
    """The place of the characters `start` to `end`: their page and one box a printed line, none without a PDF."""
    return SourceRef(source.page_at(start), start, end, source.boxes(start, end))


def _evidence(
    draft: Draft, id_: str, knowledge: _Knowledge, passage: Passage, document: tuple[str, Bibliography]
) -> Evidence:
    name, bibliography = document
    members = knowledge.members(draft.drug)
    target, target_source = _target(draft, knowledge)
    contrast, p = draft.contrast, draft.p if draft.p and draft.p.value is not None else None
    effect_ci = contrast.ci if contrast and contrast.ci else (None, None)
    arm_ci, comparator_ci = draft.arm.ci or (None, None), draft.comparator_arm.ci or (None, None)
    return Evidence(
        id=id_,
        document=name,
        title=bibliography.title,
        doi=bibliography.doi,
        year=bibliography.year,
        page=passage.place.page,
        section=passage.section,
        passage=passage.text,
        kind=draft.kind,
        drug=draft.drug,
        atc=_one([drug.atc for drug in members]),
        route=draft.route or _one([drug.route for drug in members]),
        dose=draft.dose,
        target=target,
        target_source=target_source,
        indication=draft.indication,
        phase=draft.phase,
        trial=";".join(draft.trials) or None,
        registry=draft.registry,
        status=draft.status,
        n=draft.n,
        endpoint=draft.endpoint,
        timepoint=draft.timepoint,
        timepoint_weeks=draft.timepoint_weeks,
        measure=draft.measure,
        value=draft.arm.value,
        value_high=draft.arm.value_high,
        unit=draft.unit,
        ci_low=arm_ci[0],
        ci_high=arm_ci[1],
        events=draft.arm.events,
        arm_n=draft.arm.n,
        comparator=draft.comparator,
        comparator_value=draft.comparator_arm.value,
        comparator_value_high=draft.comparator_arm.value_high,
        comparator_ci_low=comparator_ci[0],
        comparator_ci_high=comparator_ci[1],
        comparator_events=draft.comparator_arm.events,
        comparator_n=draft.comparator_arm.n,
        effect_measure=contrast.measure if contrast else None,
        effect=contrast.value if contrast else None,
        effect_ci_low=effect_ci[0],
        effect_ci_high=effect_ci[1],
        ci_level=draft.ci_level,
        p_operator=p.operator if p else None,
        p_value=p.value if p else None,
        approximate=draft.approximate or None,
        certainty=draft.certainty,
        check=check(draft, passage.text),
        rule=draft.rule,
    )


def _target(draft: Draft, knowledge: _Knowledge) -> tuple[str | None, TargetSource | None]:
    if draft.kind == "mechanism":
        return draft.target, "text"
    return knowledge.targets(draft.drug)


def _one(cells: Sequence[str | None]) -> str | None:
    """The cell on which all members of a combination agree, else None."""
    return cells[0] if cells and len(set(cells)) == 1 else None


def section_name(source: SourceText, offset: int) -> str | None:
    """The `section` column: `abstract`, `caption`, `table`, `box`, … by kind, else the heading; None without either."""
    section = source.section_at(offset)
    if section is None:
        return None
    return section.kind.value if section.kind in NAMED_BY_KIND else section.heading or None
