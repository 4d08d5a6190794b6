"""How a long command tells where it is: a bar on a terminal, plain lines elsewhere."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from extract.cli.terminal import one_line
from extract.ingest.tally import FileDone

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


def line_of(done: FileDone) -> str:
    """A file's line: what was done with it, and why it was not read whole.

    >>> line_of(FileDone("a.pdf", None, "not opened", "a pipe, not a file"))
    'a.pdf: not opened (a pipe, not a file)'
    """
    known = ", already known" if done.written == "known" else ""
    rows = f", {done.rows} statements" if done.rows else ""
    reason = f" ({done.reason})" if done.reason else ""
    return one_line(f"{done.name}: {done.outcome}{rows}{known}{reason}")


class Progress:
    """Progress over `total` files on standard error: with rate and time left on a terminal, else one line a file."""

    def __init__(self, total: int | None) -> None:
        """Nothing done yet of `total` files; None where nobody knows how many there are."""
        self._total = total
        self._done = 0
        self._bar = _make_bar() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._bar:
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total, name="")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()

    def advance(self, done: FileDone) -> None:
        """Count one more file."""
        self._done += 1
        if self._bar:
            self._bar.update(self._task, completed=self._done, name=one_line(done.name)[:40])
        else:
            of_total = "" if self._total is None else f"/{self._total}"
            print(f"[{self._done}{of_total}] {line_of(done)}", file=sys.stderr, flush=True)


def _make_bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        """Documents per second."""

        def render(self, task: Task) -> Text:
            """The rate so far."""
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Bar(
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
