"""Where the scored rows come from: an evidence base, or statements that were just extracted."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from sqlmodel import select

from extract.evaluate.observation import Row
from extract.store.base import open_base
from schema.evidence import Evidence
from schema.source import ExtractedDocument
from schema.tables import EvidenceRow

RowsByDocument = dict[str, list[Row]]
"""Rows by document name without suffix, in each document's order."""


def rows_of_base(location: str | Path) -> RowsByDocument:
    """All rows of the base at a path or URL.

    Raises:
        BaseUnusableError: there is no base, or it cannot be read.
    """
    rows: RowsByDocument = defaultdict(list)
    with open_base(location) as base, base.reading() as session:
        for stored in session.exec(select(EvidenceRow).order_by("document_id", "position")):
            evidence = Evidence.model_validate(stored.model_dump(include=set(Evidence.model_fields)))
            rows[Path(stored.document).stem].append(Row(evidence, stored.confidence))
    return dict(rows)


def rows_of_documents(documents: Iterable[ExtractedDocument]) -> RowsByDocument:
    """The rows of documents as they come out of the extraction."""
    return {
        Path(document.name).stem: [Row(one.evidence, one.confidence) for one in document.statements]
        for document in documents
    }
