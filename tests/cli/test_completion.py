"""Names completed in the shell come from the base that the command line names."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.query.evidence import make_base, result


def completions(*words: str, **environment: str) -> list[str]:
    """What bash is offered for the last word."""
    asked = {"_EXTRACT_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    command = [sys.executable, "-m", "extract"]
    ran = subprocess.run(command, env={**os.environ, **asked, **environment}, capture_output=True, text=True)
    return ran.stdout.split("\n")[:-1] if ran.stdout.strip() else []


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("completion")
    return make_base(
        folder, result("r1", "ruxolitinib", "F-VASI75"), result("r2", "adalimumab + méthotrexate", "PASI75")
    )


def test_drugs_of_a_combination_are_offered_one_by_one(base: str) -> None:
    assert completions("extract", "query", "--db", base, "--drug", "m") == ["méthotrexate"]
    assert completions("extract", "query", "--drug", "rux", EXTRACT_DB=base) == ["ruxolitinib"]


def test_endpoints_are_offered_to_every_command_that_filters(base: str) -> None:
    assert completions("extract", "export", "--db", base, "--endpoint", "") == ["F-VASI75", "PASI75"]


def test_no_base_offers_nothing(tmp_path: Path) -> None:
    assert completions("extract", "query", "--db", str(tmp_path / "none.db"), "--drug", "r") == []


def test_commands_are_offered(base: str) -> None:
    assert completions("extract", "que") == ["query"]
