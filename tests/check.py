"""Everything a developer runs before a commit: `python -m tests.check`; exits non-zero when any step fails."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STEPS = (
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("imports", ["lint-imports"]),
    ("types", ["mypy"]),
    ("tests", ["pytest", "-q", "-n", "auto"]),
)


def main() -> int:
    """Run every step, even after one failed, and return the number of failures."""
    bin_dir = Path(sys.executable).parent
    failed = []
    for name, command in STEPS:
        print(f"== {name}: {' '.join(command)}", flush=True)
        if subprocess.run([bin_dir / command[0], *command[1:]], cwd=ROOT, check=False).returncode:
            failed.append(name)
    print("all steps passed" if not failed else f"failed: {', '.join(failed)}", flush=True)
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
