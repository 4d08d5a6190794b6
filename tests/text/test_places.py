"""The text at a passage's boxes is the passage, through hyphens, ligatures, calls, tables and columns."""

import re
import unicodedata

import pytest

from extract.text.read import read_source
from tests.layouts.design import Design, typeset
from tests.text.reread import text_at

DESIGNS = (
    Design("two columns", footnote=True),
    Design("three columns", columns=3, size=8.5, indent=9, gap=0, table_span=True, raised=True),
)


def squash(text: str) -> str:
    """Letters and digits only: hyphens at line ends, spaces and brackets of calls differ by right."""
    return re.sub(r"[\W_\ufffe]+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.name)
def test_every_sentence_stands_at_its_boxes(design: Design) -> None:
    data = typeset(design)
    source = read_source(data).source
    spans = [m.span() for m in re.finditer(r"[^\s][^\n]*?(?:[.?!](?=\s|\Z)|(?=\n)|\Z)", source.text)]
    assert len(spans) > 30
    wrong = [
        source.text[a:b] for a, b in spans if squash(text_at(data, source.boxes(a, b))) != squash(source.text[a:b])
    ]
    assert wrong == []
