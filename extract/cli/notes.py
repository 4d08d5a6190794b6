"""What a command says beside its result: on stderr, so that a pipe gets the result alone."""

import sys
from collections.abc import Iterable

from extract.cli.terminal import one_line
from extract.query.matching import Unmatched


def note(message: str) -> None:
    """Print one line on stderr."""
    print(f"extract: {one_line(message)}", file=sys.stderr)


def note_unmatched(names: Iterable[Unmatched]) -> None:
    """Say which names no row has, and what was perhaps meant."""
    for name in names:
        hint = f"; did you mean {', '.join(name.similar)}?" if name.similar else ""
        note(f"no {name.column} « {name.asked} » in the base{hint}")
