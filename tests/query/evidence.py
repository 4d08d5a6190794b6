"""Small evidence bases for the tests of the reading side."""

from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from extract.store.base import open_base
from extract.store.runs import begin_run
from extract.store.write import write_document
from schema.evidence import Evidence
from schema.source import Bibliography, ExtractedDocument, SourceRef, Statement


def result(row_id: str, drug: str, endpoint: str | None, **cells: Any) -> Evidence:
    """A result row."""
    return evidence(row_id, kind="result", drug=drug, endpoint=endpoint, **cells)


def evidence(row_id: str, **cells: Any) -> Evidence:
    """A row with the cells that it must have filled in."""
    must = {"document": "a.pdf", "page": 1, "passage": "Une phrase.", "kind": "result", "rule": "result.test"}
    return Evidence(**{"id": row_id, **must, **cells})


def make_base(folder: Path, *rows: Evidence, bibliography: Bibliography | None = None) -> str:
    """The path of a base with the rows, one document a different `document` cell."""
    path = str(folder / "evidence.db")
    fill_base(path, *rows, bibliography=bibliography)
    return path


def fill_base(location: str, *rows: Evidence, bibliography: Bibliography | None = None) -> None:
    """Write the rows into the base at a path or URL, one document a different `document` cell."""
    by_document: dict[str, list[Evidence]] = {}
    for row in rows:
        by_document.setdefault(row.document, []).append(row)
    with open_base(location, create=True) as base:
        reader = base.write(lambda session: begin_run(session, "0.1.0", "rules 1", {}))
        for name, held in by_document.items():
            document = _document(name, held, bibliography or Bibliography())
            base.write(partial(write_document, document=document, reader=reader, path=name))


def _document(name: str, rows: list[Evidence], bibliography: Bibliography) -> ExtractedDocument:
    places: dict[str, SourceRef] = {}
    text = ""
    for row in rows:
        if row.passage not in places:
            places[row.passage] = SourceRef(row.page, len(text), len(text) + len(row.passage))
            text += row.passage + "\n\n"
    statements = tuple(Statement(row, places[row.passage]) for row in rows)
    outcome = "ok" if rows else "no statement"
    return ExtractedDocument(
        sha256(name.encode()).hexdigest(), name, outcome, bibliography=bibliography, text=text, statements=statements
    )
