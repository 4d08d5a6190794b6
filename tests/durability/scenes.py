"""What the durability tests share: articles to read, the command as a user runs it, and a base's content."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from extract.store.base import open_base
from extract.store.content import content_lines
from extract.store.doctor import examine
from tests.ingest.pdfs import write_pdf

ROOT = Path(__file__).parent.parent.parent

_DRUGS = ("baricitinib", "dupilumab", "ruxolitinib", "upadacitinib", "sécukinumab", "guselkumab", "aprémilast")
_ENDPOINTS = ("EASI75", "PASI90", "F-VASI75", "IGA0/1", "SALT20")


def is_full() -> bool:
    """True under `python -m tests.durability --full`."""
    return os.environ.get("EXTRACT_DURABILITY") == "full"


def rounds(few: int, full: int) -> int:
    """How often a test repeats: `full` times under `python -m tests.durability --full`."""
    return full if is_full() else few


def tell(line: str) -> None:
    """Print a figure of the report; shown by `python -m tests.durability`."""
    print(f"\n  {line}", flush=True)


def make_articles(folder: Path, number: int, seed: int = 0) -> Path:
    """A folder of articles of our own, each of other numbers; the same seed gives the same bytes."""
    folder.mkdir(exist_ok=True)
    chance = random.Random(seed)
    for each in range(number):
        write_pdf(folder / f"article-{each:04}.pdf", *(_sentence(chance) for _ in range(chance.randint(2, 30))))
    return folder


def _sentence(chance: random.Random) -> str:
    drug, endpoint = chance.choice(_DRUGS), chance.choice(_ENDPOINTS)
    high, low = chance.uniform(20, 90), chance.uniform(1, 20)
    return (
        f"À la semaine {chance.choice((12, 16, 24, 52))}, {_decimal(high)} % des patients sous {drug} atteignaient "
        f"un {endpoint} contre {_decimal(low)} % sous placebo (p < 0,001)."
    )


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    exit_code: int
    output: str
    errors: str
    seconds: float


def start(*arguments: str | Path, errors_to: Path | None = None) -> subprocess.Popen[str]:
    """The `extract` command, started in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "extract", *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=errors_to.open("w") if errors_to else subprocess.PIPE,
        errors="backslashreplace",
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str], within_s: float = 120) -> Outcome:
    """Wait for the command; it is killed and the test fails where it takes longer."""
    started = time.monotonic()
    try:
        output, errors = process.communicate(timeout=within_s)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return Outcome(process.returncode, output, errors, time.monotonic() - started)


def extract(*arguments: str | Path) -> Outcome:
    """Run the `extract` command to its end."""
    return finish(start(*arguments))


def wait_until_gone(group: int, within_s: float = 5) -> bool:
    """True when no process of the group is left; its workers must not outlive a killed parent."""
    give_up_at = time.monotonic() + within_s
    while time.monotonic() < give_up_at:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def content_of(location: str | Path) -> list[str]:
    """The content of a base that must be sound."""
    with open_base(location) as base:
        assert [finding for finding in examine(base) if not finding.is_good] == []
        with base.reading() as session:
            return list(content_lines(session))
