"""Read a page again inside given boxes: what stands there must be the passage that claims to."""

import pypdfium2 as pdfium

from schema.source import PageBox

EDGE_PT = 0.3
"""How far a box is widened, so that a character's own edge is inside."""


def text_at(data: bytes, places: tuple[PageBox, ...]) -> str:
    """The text that pdfium finds inside each box, box after box; pages without rotation or crop box."""
    document = pdfium.PdfDocument(data)
    found = []
    for place in places:
        page = document[place.page - 1]
        height, box = page.get_height(), place.box
        textpage = page.get_textpage()
        found.append(
            textpage.get_text_bounded(
                left=box.x0 - EDGE_PT, bottom=height - box.bottom, right=box.x1 + EDGE_PT, top=height - box.top
            )
        )
    return " ".join(found)
