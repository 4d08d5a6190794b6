"""What the command touches, as the system sees it: no network, no other program, no file but those it was asked for."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.durability.scenes import ROOT
from tests.hostile.kinds import HOSTILE
from tests.ingest.pdfs import SENTENCES, write_pdf

_CALLS = "openat,open,creat,connect,sendto,execve,unlink,unlinkat,rename,renameat2"
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder, and every system call of an ingest that reads two hostile files and a good one in it."""
    if not shutil.which("strace"):
        pytest.skip("no strace on this machine: apt-get install strace")
    folder = tmp_path_factory.mktemp("outside")
    (folder / "in").mkdir()
    for file in HOSTILE:
        if file.name in ("actions.pdf", "metadata.pdf"):
            (folder / "in" / file.name).write_bytes(file.make())
    write_pdf(folder / "in" / "good.pdf", *SENTENCES)
    trace = ["strace", "-f", "-qq", "-e", f"trace={_CALLS}", "-o", str(folder / "calls")]
    command = [sys.executable, "-B", "-m", "extract", "ingest", str(folder / "in"), "--db", str(folder / "evidence.db")]
    subprocess.run([*trace, *command], cwd=ROOT, check=True, capture_output=True)
    return folder, (folder / "calls").read_text(errors="replace").splitlines()


@pytest.mark.slow
def test_no_network(calls: tuple[Path, list[str]]) -> None:
    assert [line for line in calls[1] if re.search(r"\b(connect|sendto)\(.*AF_(INET|NETLINK)", line)] == []


@pytest.mark.slow
def test_no_program_but_python(calls: tuple[Path, list[str]]) -> None:
    started = {Path(name).name for line in calls[1] for name in re.findall(r'execve\("([^"]+)".*= 0$', line)}
    assert started <= {Path(sys.executable).name, "python3", "python"}


@pytest.mark.slow
def test_only_the_base_is_written(calls: tuple[Path, list[str]]) -> None:
    folder, lines = calls
    opened = [
        re.search(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+)', line) for line in lines if "= -1" not in line
    ]
    written = {match[1] for match in opened if match and _WRITING.search(match[2])}
    allowed = {str(folder / f"evidence.db{ending}") for ending in ("", "-wal", "-shm", "-journal")} | {"/dev/null"}
    assert written - allowed == set()


@pytest.mark.slow
def test_of_the_readers_files_only_those_asked_for_are_read(calls: tuple[Path, list[str]]) -> None:
    folder, lines = calls
    opened = {match for line in lines for match in re.findall(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)"', line)}
    assert "/etc/passwd" not in opened
    documents = {Path(name).name for name in opened if name.startswith(str(folder / "in") + "/")}
    assert documents == {"actions.pdf", "metadata.pdf", "good.pdf"}
