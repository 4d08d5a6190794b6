from pathlib import Path

import pytest
from sqlmodel import SQLModel, select

from extract.store.documents import count_outcomes, find_document, list_documents, remove_document, unread_pages
from extract.store.reviews import record_review
from schema.errors import UsageError
from schema.source import ExtractedDocument, PageReport
from tests.store.articles import article, mechanism, new_base, reader, write

TWO_PAGES = (PageReport(1, "ok"), PageReport(2, "unreadable", "page 2 is damaged"))
PARTLY = ExtractedDocument("ff00aa" + "0" * 58, "z.pdf", "partly read", pages=TWO_PAGES)


def test_documents_by_name_with_outcome_and_rows(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(base, by, PARTLY)
        write(base, by, article(b"a", "a.pdf", mechanism("1", "JAK1")))
        with base.reading() as session:
            documents = list(list_documents(session))
            assert [(d.name, d.outcome, d.pages, d.rows) for d in documents] == [
                ("a.pdf", "ok", 1, 1),
                ("z.pdf", "partly read", 2, 0),
            ]
            assert [d.name for d in list_documents(session, frozenset({"ok"}))] == ["a.pdf"]
            assert [(p.page, p.reason) for p in unread_pages(session, documents[1].id)] == [(2, "page 2 is damaged")]
            assert count_outcomes(session) == {"ok": 1, "partly read": 1}


def test_a_document_is_found_by_name_path_or_hash(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        by = reader(base)
        write(base, by, PARTLY, "/articles/z.pdf")
        write(base, by, article(b"1", "a.pdf"), "/2023/a.pdf")
        write(base, by, article(b"2", "a.pdf"), "/2024/a.pdf")
        with base.reading() as session:
            found = [find_document(session, asked).sha256 for asked in ("z.pdf", "/articles/z.pdf", "ff00aa")]
            assert found == [PARTLY.sha256] * 3
            for asked, problem in (("b.pdf", "no document"), ("ff", "no document"), ("a.pdf", "several documents")):
                with pytest.raises(UsageError, match=problem):
                    find_document(session, asked)


def test_removing_leaves_only_the_run(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1")))
        base.write(lambda session: record_review(session, "1", "accepted"))
        write(base, reader(base, "rules 2"), article(b"a", "a.pdf", mechanism("1", "JAK2")))
        base.write(lambda session: remove_document(session, find_document(session, "a.pdf").id))
        with base.reading() as session:
            left = [t.name for t in SQLModel.metadata.sorted_tables if session.execute(select(t)).first()]
            assert left == ["run"]
