"""The same content on PostgreSQL as on SQLite, whatever is written."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from extract.store.backup import backup
from extract.store.base import Base, open_base
from extract.store.content import content_lines
from extract.store.diff import diff_bases
from extract.store.doctor import examine
from extract.store.documents import find_document, remove_document
from extract.store.reviews import record_review
from schema.errors import BaseUnusableError
from schema.source import Bibliography, ExtractedDocument, PageReport
from tests.store.articles import article, mechanism, new_base, reader, write

HOSTILE = ExtractedDocument(
    "00" * 32,
    "'; DROP TABLE document; --.pdf",
    "partly read",
    "NUL \x00, ESC \x1b[2J, %s %(a)s :a",
    Bibliography("=HYPERLINK(1)\u202e", ("Ænée Œ", "\ud800"), "Ann\x00ales", 2024, "10.1/é"),
    (PageReport(1, "unreadable", "\x00"), PageReport(2, "ok")),
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \ufffe \u0000 fin",
)


def fill(base: Base) -> None:
    """A little of everything."""
    by = reader(base)
    write(base, by, HOSTILE, "/1/a.pdf")
    write(base, by, article(b"a", "b.pdf", mechanism("1", "JAK1"), mechanism("2", "TYK2")), "/1/b.pdf")
    write(base, by, article(b"a", "a.pdf", mechanism("1", "JAK1"), mechanism("2", "TYK2")), "/2/b.pdf")
    base.write(lambda session: record_review(session, "1", "corrected", "S. M.", None, {"target": "JAK2", "n": 3}))
    write(base, reader(base, "rules 2"), article(b"a", "b.pdf", mechanism("1", "JAK1", "r"), mechanism("3", "JAK3")))
    write(base, by, article(b"c", "c.pdf", mechanism("9", "JAK3")), "/1/b.pdf")
    write(base, by, article(b"d", "d.pdf", mechanism("10", "JAK3")))
    base.write(lambda session: remove_document(session, find_document(session, "d.pdf").id))


def content(base: Base) -> list[str]:
    with base.reading() as session:
        return list(content_lines(session))


def test_both_hold_the_same(postgresql_url: str, tmp_path: Path) -> None:
    with open_base(postgresql_url, create=True) as server, new_base(tmp_path) as file:
        fill(server)
        fill(file)
        assert content(server) == content(file)
        with server.reading() as one, file.reading() as other:
            assert list(diff_bases(one, other)) == []
        assert [finding for finding in examine(server) if not finding.is_good] == []


def test_a_backup_of_a_server_is_a_file(postgresql_url: str, tmp_path: Path) -> None:
    with open_base(postgresql_url, create=True) as server:
        fill(server)
        backup(server, tmp_path / "copy.db")
        with open_base(tmp_path / "copy.db") as copy:
            assert content(copy) == content(server)
            assert [finding for finding in examine(copy) if not finding.is_good] == []


def test_many_writers_of_the_same_documents(postgresql_url: str) -> None:
    documents = [article(b"%d" % n, "a.pdf", mechanism(str(n), "JAK1")) for n in range(12)]

    def write_all(shift: int) -> None:
        with open_base(postgresql_url, create=True) as base:
            by = reader(base)
            for document in documents[shift:] + documents[:shift]:
                write(base, by, document, f"/{document.sha256}.pdf")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write_all, (0, 3, 6, 9)))
    with open_base(postgresql_url) as base:
        names = [json.loads(line)["names"] for line in content(base)]
    assert names == [[[f"/{d.sha256}.pdf", "a.pdf", True]] for d in sorted(documents, key=lambda d: d.sha256)]


def test_a_database_of_another_program_is_left_untouched(postgresql_url: str) -> None:
    with open_base(postgresql_url, create=True) as base, base.engine.begin() as connection:
        connection.execute(text("DROP TABLE extract_schema"))
    with pytest.raises(BaseUnusableError, match="another program"):
        open_base(postgresql_url, create=True)


def test_a_missing_database_is_told(postgresql_server: str) -> None:
    with pytest.raises(BaseUnusableError, match='"nowhere" does not exist'):
        open_base(postgresql_server.format("nowhere"), create=True)
