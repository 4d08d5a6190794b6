"""A PDF written object by object, so that any of them can be wrong on purpose."""

import zlib
from dataclasses import dataclass, field


@dataclass(slots=True)
class Pdf:
    """Objects by number, `1 0 R` being the catalog and `2 0 R` the page tree."""

    objects: dict[int, bytes] = field(default_factory=dict)
    info: bytes = b""
    trailer: bytes = b""

    def add(self, body: bytes | str) -> int:
        """A new object; its number."""
        number = max(self.objects, default=0) + 1
        self.objects[number] = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def add_stream(self, data: bytes, extra: str = "") -> int:
        """A new stream, compressed unless `extra` names its filters; its number."""
        if "/Filter" in extra:
            return self.add(f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream")
        packed = zlib.compress(data, 9)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >>\nstream\n"
        return self.add(head.encode() + packed + b"\nendstream")

    def to_bytes(self) -> bytes:
        """The file, with a cross-reference table."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = {}
        for number, body in sorted(self.objects.items()):
            places[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        size = max(self.objects) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        for number in range(1, size):
            out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, self.trailer, table)
        return bytes(out)


PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R "
    "/Resources << {resources} >> {extra} >>"
)
FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"


def article(*contents: bytes, resources: str = FONT, extra: str = "", catalog: str = "") -> Pdf:
    """A PDF with one page for each content stream."""
    pdf = Pdf()
    pdf.add(f"<< /Type /Catalog /Pages 2 0 R {catalog} >>")
    pdf.add("")
    pages = [_add_page(pdf, content, resources, extra) for content in contents]
    kids = " ".join(f"{page} 0 R" for page in pages)
    pdf.objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    return pdf


def _add_page(pdf: Pdf, content: bytes, resources: str, extra: str) -> int:
    return pdf.add(PAGE.format(contents=pdf.add_stream(content), resources=resources, extra=extra))


def text(*lines: str, size: int = 10) -> bytes:
    """A content stream that shows the lines one below the other, from the top of an A4 page."""
    shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
    return f"BT /F1 {size} Tf 50 780 Td {size * 1.3:g} TL {shown} ET".encode("cp1252", errors="replace")


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


PROSE = text(
    "Le baricitinib est un inhibiteur de JAK1 et de JAK2. Dans cette étude,",
    "un SALT20 était atteint chez 38,8 % des patients contre 6,2 % sous placebo.",
)
