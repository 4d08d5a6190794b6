import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import col, select

from extract.ingest.limits import Limits
from extract.ingest.options import WorkerOptions
from extract.ingest.run import IngestOptions, ingest, plan
from extract.ingest.tally import Tally, summary_lines
from extract.store.base import Base
from extract.store.content import content_lines
from schema.tables import Run
from tests.store.articles import new_base


def run(base: Base, *paths: Path, workers: int = 2, refresh: bool = False, rules_dir: Path | None = None) -> Tally:
    """An ingest with an extractor that does what the files say."""
    obedient = WorkerOptions(
        "tests.ingest.extractors:make_obedient", rules_dir=str(rules_dir) if rules_dir else None, limits=Limits(2, 1000)
    )
    tally = Tally()
    ingest(base, IngestOptions(paths, obedient, workers, refresh), lambda _: None, tally)
    return tally


def content(base: Base) -> list[str]:
    with base.reading() as session:
        return list(content_lines(session))


def fill(folder: Path, number: int = 8) -> Path:
    folder.mkdir()
    for each in range(number):
        (folder / f"{each}.pdf").write_text(f"text {each}")
    return folder


def test_content_depends_neither_on_workers_nor_on_earlier_ingests(tmp_path: Path) -> None:
    folder = fill(tmp_path / "articles")
    (folder / "copie.pdf").write_text("text 1")
    contents = []
    for workers in (1, 3):
        place = tmp_path / f"with {workers}"
        place.mkdir()
        with new_base(place) as base:
            run(base, folder, workers=workers)
            contents.append(content(base))
    with new_base(tmp_path) as base:
        run(base, folder / "copie.pdf", folder / "3.pdf")
        run(base, folder)
        contents.append(content(base))
    assert contents[0] == contents[1] == contents[2]
    assert [json.loads(line)["name"] for line in contents[0]].count("1.pdf") == 1


def test_a_second_ingest_reads_nothing_and_changes_nothing(tmp_path: Path) -> None:
    folder = fill(tmp_path / "articles")
    with new_base(tmp_path) as base:
        run(base, folder)
        before = content(base)
        again = run(base, folder)
        assert (again.read, again.known, content(base) == before) == (0, 8, True)


def test_new_rules_are_told_and_refresh_reads_again(tmp_path: Path) -> None:
    folder, rules = fill(tmp_path / "articles", 2), tmp_path / "rules"
    rules.mkdir()
    (rules / "drugs.csv").write_text("name\n")
    with new_base(tmp_path) as base:
        run(base, folder)
        assert summary_lines(run(base, folder, rules_dir=rules))[-1].startswith("2 known from another version")
        assert run(base, folder, rules_dir=rules, refresh=True).read == 2
        assert run(base, folder, rules_dir=rules, refresh=True).read == 0


def test_a_bad_file_is_named_and_stops_no_other(tmp_path: Path) -> None:
    folder = fill(tmp_path / "articles", 2)
    (folder / "crash.pdf").write_text("crash")
    with new_base(tmp_path) as base:
        tally = run(base, folder, tmp_path / "absent.pdf")
        assert summary_lines(tally) == [
            "3 documents read, 0 already known",
            "0 statements: 0 mechanism, 0 study, 0 result",
            "0 without text, 2 without statement, 2 not read whole",
            f"  {tmp_path}/absent.pdf: not opened (no such file or folder)",
            "  crash.pdf: damaged (the PDF library crashed on it (SIGSEGV))",
        ]
        with base.reading() as session:
            (record,) = session.exec(select(Run).order_by(col(Run.id))).all()
            assert (record.state, record.documents_read, record.documents_failed) == ("finished", 3, 2)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
def test_whatever_ends_it_keeps_what_was_written(tmp_path: Path, stop: type[BaseException]) -> None:
    folder = fill(tmp_path / "articles")
    obedient = WorkerOptions("tests.ingest.extractors:make_obedient")
    tally = Tally()
    with new_base(tmp_path) as base:
        with pytest.raises(stop):
            ingest(base, IngestOptions((folder,), obedient, 2), _stop_after(3, stop), tally)
        with base.reading() as session:
            (record,) = session.exec(select(Run)).all()
        state = "interrupted" if stop is KeyboardInterrupt else "failed"
        assert (record.state, record.documents_read, len(content(base))) == (state, 3, 3)
        run(base, folder)
        assert len(content(base)) == 8


def _stop_after(files: int, stop: type[BaseException]) -> Callable[[object], None]:
    left = iter(range(files, 0, -1))

    def watch(_: object) -> None:
        if next(left) == 1:
            raise stop

    return watch


def test_a_plan_reads_and_writes_nothing(tmp_path: Path) -> None:
    folder = fill(tmp_path / "articles", 2)
    options = IngestOptions((folder, tmp_path / "absent"))
    with new_base(tmp_path) as base:
        run(base, folder / "0.pdf")
        before = content(base)
        assert [(p.name, p.action) for p in plan(base, options)] == [
            ("0.pdf", "known"),
            ("1.pdf", "read"),
            (str(tmp_path / "absent"), "not opened: no such file or folder"),
        ]
        assert content(base) == before
