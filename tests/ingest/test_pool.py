from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.ingest.channel import Job
from extract.ingest.limits import Limits
from extract.ingest.nursery_link import NurseryError
from extract.ingest.options import WorkerOptions
from extract.ingest.pool import WorkerPool
from extract.ingest.worker import DOCUMENTS_PER_WORKER

PATIENT = WorkerOptions("tests.ingest.extractors:make_obedient", limits=Limits(timeout_s=60, memory_mb=1000))
HURRIED = WorkerOptions("tests.ingest.extractors:make_obedient", limits=Limits(timeout_s=1, memory_mb=1000))


def jobs(folder: Path, *contents: str) -> Iterator[Job]:
    for number, content in enumerate(contents):
        path = folder / f"{number}.pdf"
        path.write_text(content)
        yield Job(str(path), path.name, f"hash of {number}")


def outcomes(
    folder: Path, *contents: str, workers: int = 2, options: WorkerOptions = PATIENT
) -> dict[str, tuple[str, str]]:
    """Each file's content with the outcome and reason of its reading."""
    with WorkerPool(options, workers) as pool:
        read = {job.name: reply.document for job, reply in pool.read(jobs(folder, *contents))}
    found = [read[f"{number}.pdf"] for number in range(len(contents))]
    return {content: (d.outcome, d.reason) for content, d in zip(contents, found, strict=True) if d}


def test_each_misbehaviour_has_its_outcome_and_stops_no_other(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "a", "crash", "b", "grow", "abort_full", "leave", "c") == {
        "a": ("no statement", ""),
        "b": ("no statement", ""),
        "c": ("no statement", ""),
        "crash": ("damaged", "the PDF library crashed on it (SIGSEGV)"),
        "grow": ("out of memory", "needs more than 1000 MB; try --memory"),
        "abort_full": ("out of memory", "needs more than 1000 MB; try --memory"),
        "leave": ("damaged", "its reader stopped (exit code 3)"),
    }


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "hang", "spin", options=HURRIED) == {
        "hang": ("timed out", "not done after 1 s; try --timeout"),
        "spin": ("timed out", "not done after 1 s; try --timeout"),
    }


def test_a_document_whose_worker_was_killed_from_outside_is_read_again(tmp_path: Path) -> None:
    order = f"crash_once {tmp_path / 'killed'}"
    assert outcomes(tmp_path, order, "b") == {order: ("no statement", ""), "b": ("no statement", "")}


def test_a_worker_writes_no_file(tmp_path: Path) -> None:
    outcomes(tmp_path, f"write {tmp_path / 'written'}")
    assert (tmp_path / "written").read_text() == ""


def test_workers_are_replaced_after_enough_documents(tmp_path: Path) -> None:
    contents = [f"text {number}" for number in range(DOCUMENTS_PER_WORKER * 2 + 5)]
    assert outcomes(tmp_path, *contents, workers=1) == dict.fromkeys(contents, ("no statement", ""))


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    with WorkerPool(PATIENT, 1) as pool:
        replies = list(pool.read(iter([Job(str(tmp_path / "absent.pdf"), "absent.pdf", "")])))
    assert [(job.name, reply.document, reply.unreadable) for job, reply in replies] == [
        ("absent.pdf", None, "no such file or folder")
    ]


def test_an_error_in_the_rules_is_told_in_its_own_words(tmp_path: Path) -> None:
    options = WorkerOptions("tests.ingest.extractors:make_failing")
    with (
        pytest.raises(NurseryError, match="no such column") as caught,
        WorkerPool(options, 1) as pool,
    ):
        list(pool.read(jobs(tmp_path, "a")))
    assert caught.value.exit_code == 2
