"""html: an evidence table to put before a committee: one file, no network, filter and sort, every passage in reach."""

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from string import Template
from typing import BinaryIO

from extract.export.cells import page_link
from extract.export.result import Written
from extract.query.phrases import HEADINGS, Heading, bound, phrase
from extract.query.record import Record
from schema.clean import for_terminal

COLUMN_TITLES: dict[Heading, str] = {
    "drug": "Drug and dose",
    "study": "Study",
    "endpoint": "Endpoint, time",
    "arms": "Arm vs comparator",
    "effect": "Effect [CI] p",
    "source": "Source",
}


def write_html(records: Iterable[Record], out: BinaryIO) -> Written:
    """Write the page; rows keep the order they come in."""
    held = list(records)
    template = Template(files("extract.export").joinpath("page.html").read_text(encoding="utf-8"))
    page = template.substitute(
        headings="".join(_heading(heading) for heading in HEADINGS),
        rows="\n".join(map(_row, held)),
        number=len(held),
        documents=len({record.document for record in held}),
    )
    out.write(page.encode())
    return Written(len(held))


def _heading(heading: Heading) -> str:
    return f'<th scope="col"><button type="button">{COLUMN_TITLES[heading]}</button></th>'


def _row(record: Record) -> str:
    """A body of two lines: the cells, and the passage, which opens on demand and is always printed."""
    cells = "".join(_cell(record, heading) for heading in HEADINGS)
    marks = "".join(_marks(record))
    about = " · ".join(part for part in (record.section, record.rule, record.id) if part)
    passage = f'{marks}<q lang="fr">{_html(record.passage)}</q><small>{_html(about)}</small>'
    return (
        f'<tbody data-kind="{_html(record.kind)}"><tr>{cells}</tr>'
        f'<tr class="passage"><td colspan="{len(HEADINGS)}">{passage}</td></tr></tbody>'
    )


def _cell(record: Record, heading: Heading) -> str:
    text = bound(_html(phrase(record, heading)))
    sort_key = f' data-sort="{_sort_key(record, heading)}"'
    if heading == "source":
        return f'<td{sort_key}><a href="{_html(page_link(record.document, record.page))}">{text}</a></td>'
    return f"<td{sort_key}>{text}</td>"


def _sort_key(record: Record, heading: Heading) -> str:
    """Numbers for the columns that a reader sorts by number, as text for the others."""
    number = {"arms": record.value, "effect": record.effect}.get(heading)
    if number is not None:
        return repr(float(number))
    if heading == "endpoint":
        return _html(f"{record.endpoint or ''} {record.timepoint_weeks or 0:09.3f}")
    return "" if heading in ("arms", "effect") else _html(phrase(record, heading))


def _marks(record: Record) -> Iterable[str]:
    if record.check:
        yield f'<b class="check">check: {_html(record.check)}</b>'
    if record.certainty != "affirmed":
        yield f"<b>{_html(record.certainty)}</b>"
    if record.review != "unreviewed":
        yield f"<b>{_html(record.review)}</b>"


def _html(text: str) -> str:
    return escape(for_terminal(text))
