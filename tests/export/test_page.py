"""The evidence table as a page: everything in one file, nothing from the data is markup."""

import io
import re
from html.parser import HTMLParser

from extract.export.page import write_html
from extract.export.result import Written
from tests.export.records import record, responders


class Texts(HTMLParser):
    """Collects the text of the cells, and every tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def page(*rows: object) -> str:
    """The page of the rows."""
    out = io.BytesIO()
    assert write_html(rows, out) == Written(len(rows))  # type: ignore[arg-type]
    return out.getvalue().decode()


def test_a_row_shows_its_cells_and_its_passage() -> None:
    cells = [cell.strip().replace("\N{NO-BREAK SPACE}", " ") for cell in Texts(page(responders())).cells]
    assert cells[:6] == [
        "ruxolitinib 1,5 % × 2/j",
        "TRuE-V1, vitiligo",
        "F-VASI75, semaine 24",
        "29.8 % (n 221) vs véhicule 7.4 % (n 109)",
        "RR 4 [1.9–8.4] p<0.001",
        "a.pdf p. 3",
    ]
    assert cells[6].startswith("Une phrase.")


def test_nothing_from_the_data_is_markup_and_nothing_is_loaded() -> None:
    hostile = record(passage='<script>alert(1)</script>"\x1b', drug="<img src=x>", document='"><b>.pdf', check="<i>")
    text = page(hostile)
    assert Texts(text).tags.count("script") == 1
    assert "img" not in Texts(text).tags
    assert re.findall(r'(?:src|href)="(?!%22%3E%3Cb%3E\.pdf#page=3)[^"]*"', text) == []
    assert "default-src 'none'" in text


def test_checks_certainty_and_review_stand_beside_the_passage() -> None:
    text = page(responders(check="p against interval", certainty="negated", review="accepted"))
    assert '<b class="check">check: p against interval</b><b>negated</b><b>accepted</b>' in text


def test_an_empty_table_is_a_page_too() -> None:
    assert '<span id="shown">0</span> of 0 statements from 0 documents' in page()
