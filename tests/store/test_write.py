from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from extract.store.content import content_lines
from extract.store.reviews import record_review
from extract.store.write import Written
from schema.source import ExtractedDocument, PageReport, SourceRef, Statement
from schema.tables import Document, DocumentText, EvidencePlace, EvidenceRow, Passage, RowChange
from tests.store.articles import PLACE, article, mechanism, new_base, reader, write


def rows(session: Session) -> list[tuple[str, str | None, str]]:
    found = session.exec(select(EvidenceRow).order_by(col(EvidenceRow.document_id), col(EvidenceRow.position)))
    return [(row.id, row.target, row.review) for row in found]


def test_same_bytes_change_nothing(tmp_path: Path) -> None:
    document = article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "JAK2"))
    with new_base(tmp_path) as base:
        assert write(base, reader(base), document) == Written.NEW
        with base.reading() as session:
            before = list(content_lines(session))
        assert write(base, reader(base), document) == Written.KNOWN
        with base.reading() as session:
            assert list(content_lines(session)) == before
            assert rows(session) == [("1", "JAK1", "unreviewed"), ("2", "JAK2", "unreviewed")]


def test_a_failing_write_leaves_nothing(tmp_path: Path) -> None:
    twice_the_same_id = article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("1", "JAK2"))
    with new_base(tmp_path) as base:
        by = reader(base)
        with pytest.raises(Exception, match="UNIQUE"):
            write(base, by, twice_the_same_id)
        with base.reading() as session:
            assert list(content_lines(session)) == []


def test_rows_of_one_sentence_share_its_passage(tmp_path: Path) -> None:
    table_line = SourceRef(1, 3, 14)
    in_table_too = Statement(mechanism("2", "JAK2").evidence, PLACE, (table_line,))
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1"), in_table_too))
        with base.reading() as session:
            passages = session.exec(select(Passage).order_by(col(Passage.start_char))).all()
            assert [(p.start_char, p.end_char, p.boxes) for p in passages] == [
                (PLACE.start, PLACE.end, PLACE.boxes),
                (3, 14, ()),
            ]
            assert [row.passage_id for row in session.exec(select(EvidenceRow))] == [passages[0].id, passages[0].id]
            assert [(p.evidence_id, p.passage_id) for p in session.exec(select(EvidencePlace))] == [
                ("2", passages[1].id)
            ]


def test_new_rules_replace_rows_and_keep_decisions(tmp_path: Path) -> None:
    with new_base(tmp_path) as base:
        write(base, reader(base), article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "TYK2")))
        base.write(lambda session: record_review(session, "1", "accepted", "S. M."))
        base.write(lambda session: record_review(session, "2", "rejected"))
        new_rules = reader(base, "rules 2")
        found_now = article(b"a", "a.pdf", mechanism("1", "JAK1", rule="mechanism.is"), mechanism("3", "JAK2"))
        assert write(base, new_rules, found_now) == Written.REFRESHED
        with base.reading() as session:
            assert rows(session) == [("1", "JAK1", "accepted"), ("3", "JAK2", "unreviewed")]
            changes = session.exec(select(RowChange).order_by(col(RowChange.evidence_id))).all()
            before = [(c.evidence_id, c.before and c.before["rule"]) for c in changes]
            assert before == [("1", "mechanism.inhibits"), ("2", "mechanism.inhibits"), ("3", None)]
        write(base, reader(base, "rules 3"), article(b"a", "a.pdf", mechanism("2", "TYK2")))
        with base.reading() as session:
            assert rows(session) == [("2", "TYK2", "rejected")]


def test_a_reading_that_failed_gives_way_to_one_that_did_not(tmp_path: Path) -> None:
    document = article(b"a", "a.pdf", mechanism("1", "JAK1"))
    failed = ExtractedDocument(document.sha256, "a.pdf", "timed out", "more than 60 s")
    with new_base(tmp_path) as base:
        by = reader(base)
        assert write(base, by, failed) == Written.NEW
        assert write(base, by, document) == Written.REFRESHED
        with base.reading() as session:
            stored = session.exec(select(Document)).one()
            assert (stored.outcome, stored.reason, stored.page_count) == ("ok", "", 1)


def test_what_no_database_takes_is_replaced(tmp_path: Path) -> None:
    document = ExtractedDocument(
        "00",
        "peau\udce9.pdf",
        "partly read",
        "page 2:\x1b[31m",
        text="a\x00b\ud800\u202e",
        pages=(PageReport(1, "unreadable", "\x00"),),
    )
    with new_base(tmp_path) as base:
        write(base, reader(base), document)
        with base.reading() as session:
            stored = session.exec(select(Document)).one()
            assert (stored.name, stored.reason) == ("peau\ufffd.pdf", "page 2:\ufffd[31m")
            assert session.exec(select(DocumentText)).one().text == "a\ufffdb\ufffd\ufffd"
