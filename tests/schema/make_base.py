"""`python -m tests.schema.make_base`: write a base of the present schema version to keep for the tests."""

import sqlite3
from pathlib import Path

from extract.store.base import Base, open_base
from extract.store.content import content_lines
from extract.store.reviews import record_review
from schema.migrations import HEAD
from tests.store.articles import article, mechanism, reader, write

BASES = Path(__file__).parent / "bases"


def content_of(base: Base) -> list[str]:
    """The base's content as lines."""
    with base.reading() as session:
        return list(content_lines(session))


def main() -> None:
    """Write `bases/HEAD.sqlite`, small pages for a small file, and the content that all versions share."""
    file = BASES / f"{HEAD}.sqlite"
    file.unlink(missing_ok=True)
    with open_base(file, create=True) as base:
        by = reader(base)
        write(
            base,
            by,
            article(b"a", "pelade.pdf", mechanism("1", "JAK1", document="pelade.pdf")),
            "/articles/pelade.pdf",
        )
        write(base, by, article(b"b", "vide.pdf"), "/articles/vide.pdf")
        base.write(lambda session: record_review(session, "1", "accepted", "S. M."))
        (BASES / "content.jsonl").write_text("".join(f"{line}\n" for line in content_of(base)), encoding="utf-8")
    raw = sqlite3.connect(file)
    raw.execute("PRAGMA journal_mode=DELETE")
    raw.execute("PRAGMA page_size=512")
    raw.execute("VACUUM")
    raw.close()


if __name__ == "__main__":
    main()
