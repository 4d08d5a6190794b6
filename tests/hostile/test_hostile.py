"""Each hostile file ends in time, is told by an outcome, and stops no other."""

from collections import Counter
from pathlib import Path

import pytest
from sqlmodel import select

from extract.ingest.limits import Limits
from extract.ingest.options import WorkerOptions
from extract.ingest.run import IngestOptions, ingest
from extract.ingest.tally import Tally
from extract.store.base import Base
from extract.store.doctor import examine
from schema.tables import Document
from tests.durability.scenes import is_full, tell
from tests.hostile.kinds import HOSTILE, Hostile
from tests.ingest.pdfs import SENTENCES, write_pdf
from tests.store.articles import new_base


def read(base: Base, folder: Path, files: tuple[Hostile, ...], limits: Limits) -> dict[str, tuple[str, str]]:
    """Outcome and reason by file name of the hostile files, with a good one first and last."""
    for file in files:
        (folder / file.name).write_bytes(file.make())
    for name in ("0-good.pdf", "zz-good.pdf"):
        write_pdf(folder / name, *SENTENCES, name)
    ingest(base, IngestOptions((folder,), WorkerOptions(limits=limits), 2), lambda _: None, Tally())
    with base.reading() as session:
        return {d.name: (d.outcome, d.reason) for d in session.exec(select(Document))}


@pytest.mark.slow
@pytest.mark.parametrize("slow", [False, True], ids=["quick", "slow"])
def test_each_has_its_outcome(tmp_path: Path, slow: bool) -> None:
    if slow and not is_full():
        pytest.skip("takes minutes: python -m tests.durability --full")
    files = tuple(file for file in HOSTILE if file.is_slow == slow)
    folder = tmp_path / "articles"
    folder.mkdir()
    with new_base(tmp_path) as base:
        found = read(base, folder, files, Limits(timeout_s=120 if slow else 60))
        assert {file.name: found[file.name] for file in files if found[file.name][0] not in file.outcomes} == {}
        assert {found[name][0] for name in ("0-good.pdf", "zz-good.pdf")} <= {"ok", "no statement"}
        assert [finding for finding in examine(base) if not finding.is_good] == []
    outcomes = Counter(outcome for outcome, _ in found.values())
    tell(f"{len(files)} hostile files: " + ", ".join(f"{n} {outcome}" for outcome, n in outcomes.most_common()))
