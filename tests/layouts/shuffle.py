"""Redraw a PDF's text objects in another order: some programs emit columns, and even lines, in any order."""

import random
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw


def shuffled(data: bytes, seed: int) -> bytes:
    """The same pages to the eye, their text objects drawn in random order."""
    document = pdfium.PdfDocument(data)
    for page in document:
        objects = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1))
        for item in objects:
            page.remove_obj(item)
        random.Random(seed).shuffle(objects)
        for item in objects:
            page.insert_obj(item)
        page.gen_content()
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
