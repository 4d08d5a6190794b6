import os
import socket
from pathlib import Path

import pytest

from extract.ingest.files import FoundFile, UnreadableFileError, find_files, hash_file, read_file


def found(*paths: Path) -> list[tuple[str, str]]:
    """Each file or skipped path by its name, with the reason where it is skipped."""
    return [(f.path.name, "" if isinstance(f, FoundFile) else f.reason) for f in find_files(paths)]


def test_folders_are_searched_for_pdfs_and_files_taken_as_named(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.PDF", "notes.txt", "sous-dossier/c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert found(tmp_path, tmp_path / "notes.txt") == [("a.PDF", ""), ("b.pdf", ""), ("c.pdf", ""), ("notes.txt", "")]


def test_what_is_no_file_is_named_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a-pipe.pdf")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "b-socket.pdf"))
        (tmp_path / "c-nowhere.pdf").symlink_to("absent.pdf")
        (tmp_path / "d-circle.pdf").symlink_to("d-circle.pdf")
        (tmp_path / "e-zero.pdf").symlink_to("/dev/zero")
        assert found(tmp_path, tmp_path / "absent", Path("/dev/zero")) == [
            ("a-pipe.pdf", "a pipe, not a file"),
            ("b-socket.pdf", "a socket, not a file"),
            ("c-nowhere.pdf", "a link to nothing"),
            ("d-circle.pdf", "Too many levels of symbolic links"),
            ("e-zero.pdf", "a device, not a file"),
            ("absent", "no such file or folder"),
            ("zero", "a device, not a file"),
        ]


def test_links_to_folders_are_followed_but_not_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.pdf").touch()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to("a")
    assert found(tmp_path) == [("a.pdf", "")]


def test_a_folder_without_pdf_is_named(tmp_path: Path) -> None:
    assert found(tmp_path) == [(tmp_path.name, "no PDF in this folder")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"peau\nsaine.pdf", "peau\\nsaine.pdf"),
        (b"-rf.pdf", "-rf.pdf"),
        (b"100%.pdf", "100%.pdf"),
        (b"'\";--.pdf", "'\";--.pdf"),
        (b"caf\xe9.pdf", "caf\\xe9.pdf"),
        (b"\x1b[31m.pdf", "\\x1b[31m.pdf"),
        (b"a" * 251 + b".pdf", "a" * 251 + ".pdf"),
    ],
)
def test_odd_names_are_found_and_shown_safely(tmp_path: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x")
    (file,) = find_files([tmp_path])
    assert file.name == (shown if isinstance(file, FoundFile) else "")
    assert read_file(file.path) == b"x"


def test_reading_refuses_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for read in (read_file, hash_file):
        with pytest.raises(UnreadableFileError, match="a pipe"):
            read(tmp_path / "pipe.pdf")
