"""Run the command line inside the test's process."""

import sys

import pytest

from extract.cli import app


def run(*words: str) -> int:
    """The exit code of `extract words…`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["extract", *words])
        with pytest.raises(SystemExit) as left:
            app.main()
    return int(left.value.code or 0)
