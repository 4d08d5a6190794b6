"""An extracted document as rows of the tables: plain records by column name, cleaned, in a fixed order."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from extract.store.inserts import Row
from schema.clean import clean_text
from schema.columns import boxes_to_json
from schema.evidence import Evidence
from schema.source import Bibliography, ExtractedDocument, SourceRef, Statement


class Place(NamedTuple):
    """A passage by its characters in the document's text: what makes two passages one."""

    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document's id in the base and the name it is called by there."""

    id: int
    name: str


def place_of(source: SourceRef) -> Place:
    """The passage's characters."""
    return Place(source.start, source.end)


def document_row(document: ExtractedDocument) -> Row:
    """The cells of `document` that depend on its bytes alone: bibliography, outcome, page count."""
    return {
        "sha256": document.sha256,
        "outcome": document.outcome,
        "reason": clean_text(document.reason),
        "page_count": len(document.pages),
        **_bibliography_cells(document.bibliography),
    }


def _bibliography_cells(record: Bibliography) -> Row:
    return {
        "title": _clean(record.title),
        "authors": _clean("; ".join(record.authors)) or None,
        "journal": _clean(record.journal),
        "year": record.year,
        "doi": _clean(record.doi),
    }


def page_rows(document: ExtractedDocument, document_id: int) -> list[Row]:
    """One row a page."""
    return [
        {"document_id": document_id, "page": p.page, "outcome": p.outcome, "reason": clean_text(p.reason)}
        for p in document.pages
    ]


def passage_rows(document: ExtractedDocument, document_id: int) -> list[Row]:
    """One row for each passage that supports a statement or says the same, in text order."""
    sources: dict[Place, SourceRef] = {}
    for statement in document.statements:
        for source in (statement.source, *statement.also_at):
            sources.setdefault(place_of(source), source)
    ordered = sorted(sources.values(), key=lambda source: (source.start, source.end))
    return [
        {
            "document_id": document_id,
            "page": source.page,
            "start_char": source.start,
            "end_char": source.end,
            "boxes": boxes_to_json(source.boxes),
        }
        for source in ordered
    ]


def evidence_rows(
    statements: Iterable[Statement], named: NamedDocument, passage_ids: dict[Place, int], reviews: dict[str, str]
) -> list[Row]:
    """One row a statement, in the document's order, with the last review decision on its id."""
    return [
        {
            **_clean_cells(statement.evidence.__dict__),
            "document": named.name,
            "review": reviews.get(statement.evidence.id, statement.evidence.review),
            "document_id": named.id,
            "passage_id": passage_ids[place_of(statement.source)],
            "position": position,
            "confidence": statement.confidence,
        }
        for position, statement in enumerate(statements)
    ]


def place_rows(statements: Iterable[Statement], passage_ids: dict[Place, int]) -> list[Row]:
    """One row for each further place of each statement."""
    return [
        {"evidence_id": statement.evidence.id, "position": position, "passage_id": passage_ids[place_of(source)]}
        for statement in statements
        for position, source in enumerate(statement.also_at)
    ]


_texts_of = itemgetter(
    *(name for name, field in Evidence.model_fields.items() if field.annotation in (str, str | None))
)


def _clean_cells(cells: Row) -> Row:
    if "".join(filter(None, _texts_of(cells))).isprintable():
        return cells  # as most rows
    return {name: clean_text(value) if isinstance(value, str) else value for name, value in cells.items()}


def _clean(value: str | None) -> str | None:
    return None if value is None else clean_text(value)
