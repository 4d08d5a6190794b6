"""Small documents for the tests of the store: one sentence, one or two rows."""

from hashlib import sha256
from pathlib import Path

from extract.store.base import Base, open_base
from extract.store.runs import begin_run
from extract.store.write import Reader, Written, write_document
from schema.evidence import Evidence
from schema.source import Box, ExtractedDocument, PageBox, PageReport, SourceRef, Statement

SENTENCE = "Le baricitinib est un inhibiteur de JAK1 et de JAK2."
PLACE = SourceRef(1, 0, len(SENTENCE), (PageBox(1, Box(50, 70, 290, 82.5)),))


def mechanism(row_id: str, target: str, rule: str = "mechanism.inhibits", document: str = "a.pdf") -> Statement:
    """« Le baricitinib inhibe TARGET. »"""
    evidence = Evidence(
        id=row_id,
        document=document,
        page=1,
        passage=SENTENCE,
        kind="mechanism",
        drug="baricitinib",
        target=target,
        target_source="text",
        rule=rule,
    )
    return Statement(evidence, PLACE)


def article(body: bytes = b"a", name: str = "a.pdf", *statements: Statement) -> ExtractedDocument:
    """A document of one page whose bytes are `body`."""
    return ExtractedDocument(
        sha256(body).hexdigest(),
        name,
        "ok" if statements else "no statement",
        text=SENTENCE,
        pages=(PageReport(1, "ok"),),
        statements=statements,
    )


def new_base(folder: Path) -> Base:
    """An empty base in a folder."""
    return open_base(folder / "evidence.db", create=True)


def reader(base: Base, fingerprint: str = "rules 1") -> Reader:
    """The reader of a new run."""
    return base.write(lambda session: begin_run(session, "0.1.0", fingerprint, {}))


def write(base: Base, by: Reader, document: ExtractedDocument, path: str = "") -> Written:
    """Write one document in its own transaction."""
    return base.write(lambda session: write_document(session, document, by, path))
