"""Colour profiles blanked before a page is read."""

import pypdfium2
import typst

from extract.pdf.document import opened
from extract.pdf.page import Page, read_page
from extract.pdf.profiles import without_profiles
from tests.pdf.typeset import lines, pdf

COLOURED = typst.compile(
    b"""
    #set page(width: 300pt, height: 200pt)
    Le vitiligo est une maladie auto-immune.
    #rect(width: 80pt, height: 40pt, fill: gradient.linear(rgb("fff"), luma(50)))
    #rect(width: 80pt, height: 3pt, fill: rgb("b2182b"))
    """
)


def page_of(data: bytes, *, for_pictures: bool) -> Page:
    with opened(data, for_pictures=for_pictures) as document:
        return read_page(document[0], 1)


def test_a_page_without_profiles_holds_the_same() -> None:
    blanked = without_profiles(COLOURED)
    assert len(blanked) == len(COLOURED)
    assert blanked.count(bytes(40)) > COLOURED.count(bytes(40))
    page = page_of(COLOURED, for_pictures=False)
    assert page == page_of(COLOURED, for_pictures=True)
    assert page.lines
    assert page.graphics.frames


def test_a_page_without_profiles_is_drawn_in_plain_colours() -> None:
    (page,) = pypdfium2.PdfDocument(without_profiles(COLOURED))
    colours = page.render().to_pil().convert("RGB").getcolors(maxcolors=100_000)
    assert (0xB2, 0x18, 0x2B) in {colour for _, colour in colours}


def test_a_profile_that_is_not_deflated_is_found() -> None:
    profile = bytes(36) + b"acsp" + bytes(88)
    data = b"%PDF-1.4\n1 0 obj\n<</N 3 /Length 128>>\nstream\n" + profile + b"\nendstream\nendobj\n"
    assert without_profiles(data) == data.replace(b"acsp", bytes(4))


def test_other_streams_stay() -> None:
    data = pdf(lambda canvas: lines(canvas, 50, 50, ["Le vitiligo"]))
    assert without_profiles(data) is data
    streams = b"<</Type/ObjStm/N 3/First 12>>\nstream\nno profile\nendstream <</N 3>>\nstream\n"
    assert without_profiles(streams) is streams
