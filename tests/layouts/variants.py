"""The same pages in other words of PDF: text drawn in another order, pages turned."""

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


def rotated(data: bytes, degrees: int) -> bytes:
    """The same pages turned clockwise, so that the text runs sideways to who looks at them."""
    document = pdfium.PdfDocument(data)
    for page in document:
        page.set_rotation(degrees)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
