from pathlib import Path

from sqlmodel import col, select

from extract.store.base import Base
from schema.tables import Document, DocumentName, EvidenceRow
from tests.store.articles import article, mechanism, new_base, reader, write

OLD = article(b"old", "a.pdf", mechanism("1", "JAK1"))
NEW = article(b"new", "a.pdf", mechanism("2", "JAK2"))


def superseded(base: Base) -> dict[str, str | None]:
    """Each document's first row, and the first row of the document that supersedes it."""
    with base.reading() as session:
        row_of = {row.document_id: row.id for row in session.exec(select(EvidenceRow))}
        documents = session.exec(select(Document)).all()
        return {row_of[d.id or 0]: row_of.get(d.superseded_by_id or 0) for d in documents}


def test_a_renamed_copy_is_the_same_document_under_its_first_name(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(
            base, by, article(b"x", "vitiligo.pdf", mechanism("1", "JAK1", document="vitiligo.pdf")), "/1/vitiligo.pdf"
        )
        write(base, by, article(b"x", "copie.pdf", mechanism("1", "JAK1", document="copie.pdf")), "/2/copie.pdf")
        with base.reading() as session:
            assert session.exec(select(Document.name)).all() == ["copie.pdf"]
            assert session.exec(select(EvidenceRow.document)).all() == ["copie.pdf"]
            names = session.exec(select(DocumentName).order_by(col(DocumentName.path))).all()
            assert [(n.path, n.name) for n in names] == [
                ("/1/vitiligo.pdf", "vitiligo.pdf"),
                ("/2/copie.pdf", "copie.pdf"),
            ]


def test_changed_bytes_under_a_path_supersede(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(base, by, OLD, "/a.pdf")
        write(base, by, NEW, "/a.pdf")
        assert superseded(base) == {"1": "2", "2": None}
        write(base, by, OLD, "/a.pdf")
        assert superseded(base) == {"1": None, "2": "1"}


def test_a_document_that_lies_elsewhere_too_stays(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(base, by, OLD, "/a.pdf")
        write(base, by, OLD, "/copie/a.pdf")
        write(base, by, NEW, "/a.pdf")
        assert superseded(base) == {"1": None, "2": None}


def test_the_same_file_name_in_two_folders_is_two_documents(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(base, by, OLD, "/2023/a.pdf")
        write(base, by, NEW, "/2024/a.pdf")
        assert superseded(base) == {"1": None, "2": None}
