"""The README's tour is run line by line, and its commands are those that the project runs."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def tour() -> list[tuple[str, str]]:
    """Each command of the tour with the output that it shows (empty where it shows none)."""
    blocks = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    return re.findall(r"^\$ (.+)\n((?:(?!\$ ).+\n)*)", "".join(blocks), flags=re.MULTILINE)


@pytest.mark.slow
def test_every_line_of_the_tour_works(tmp_path: Path) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    program = tmp_path / "extract"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m extract "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path), "PATH": path}
    environment.pop("COLUMNS", None)
    for line, shown in tour():
        ran = subprocess.run(["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert ran.returncode == 0, f"{line}\n{ran.stderr}"
        words = shlex.split(line)
        if "--out" in words:
            assert (tmp_path / words[words.index("--out") + 1]).stat().st_size > 0, line
        else:
            assert ran.stdout.strip(), line
        if shown:
            assert ran.stdout == shown, line


def test_the_tests_are_run_as_the_readme_says() -> None:
    (command,) = re.findall(r"run every check.*?```sh\n(.*?)\n```", README, flags=re.DOTALL)
    steps = command.split(" && ")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-len(steps) :] == steps


def test_each_of_the_two_commands_is_one_line() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]


def test_the_table_of_columns_is_complete() -> None:
    from schema.evidence import EVIDENCE_COLUMNS

    named = set(re.findall(r"`(\w+)`", README))
    assert [c for c in EVIDENCE_COLUMNS if c not in named and not c.startswith("comparator_")] == []


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
