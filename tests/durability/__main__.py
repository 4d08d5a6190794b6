"""`python -m tests.durability`: the durability and hostile-file tests with their figures; `--full` at full length."""

import argparse
import os
import subprocess
import sys

from tests.durability.scenes import ROOT
from tests.durability.soak import soak


def main() -> int:
    """Run what was asked for; 0 where all passed."""
    parser = argparse.ArgumentParser(prog="python -m tests.durability", description=__doc__)
    parser.add_argument("--full", action="store_true", help="all rounds: some ten minutes")
    parser.add_argument("--soak", type=int, metavar="N", help="read N files, bad ones among them, and watch the memory")
    asked = parser.parse_args()
    if asked.soak:
        return soak(asked.soak)
    command = [sys.executable, "-m", "pytest", "-q", "-s", "tests/durability", "tests/hostile", "tests/ingest"]
    environment = {**os.environ, "EXTRACT_DURABILITY": "full" if asked.full else ""}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
