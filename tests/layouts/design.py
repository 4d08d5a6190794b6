"""Typeset the invented article in a given design with Typst, which brings its compiler, fonts and hyphenation."""

from dataclasses import dataclass

import typst

from tests.layouts import article


@dataclass(frozen=True)
class Design:
    """How a page looks; lengths in points."""

    name: str
    paper: str = "a4"
    columns: int = 2
    gutter: float = 14.0
    margin: float = 45.0
    font: str = "Libertinus Serif"
    size: float = 9.0
    leading: float = 0.55
    justify: bool = True
    indent: float = 0.0
    gap: float = 5.0
    heading_size: float = 12.0
    heading_bold: bool = True
    drop_cap: bool = False
    head_on_top: bool = True
    box: str = "tint"  # tint, frame, none
    table: str = "ruled"  # ruled, open, booktabs, none
    table_span: bool = False
    figure: str = "column"  # column, top, under caption, none
    footnote: bool = False
    raised: bool = False
    references: bool = True
    abstract_first: bool = False
    landscape: bool = False
    numbered: bool = False


def typeset(design: Design) -> bytes:
    """The article as a PDF in this design."""
    return typst.compile(_source(design).encode())


def _source(d: Design) -> str:
    return "\n".join([_setup(d), *_front(d), *_sections(d)])


def _setup(d: Design) -> str:
    left, right = article.RUNNING_HEADS
    head = f"header: grid(columns: (1fr, 1fr), text(7pt)[{left}], align(right, text(7pt)[{right}])),"
    foot = "footer: align(center, text(7pt, context counter(page).display())),"
    flip = "flipped: true," if d.landscape else ""
    columns = f"columns: {d.columns}," if d.columns > 1 else ""
    return f"""
#set page(paper: "{d.paper}", {flip} margin: {d.margin}pt, {columns} {head if d.head_on_top else ""} {foot})
#set columns(gutter: {d.gutter}pt)
#set text(font: "{d.font}", size: {d.size}pt, lang: "fr", hyphenate: true)
#set par(justify: {str(d.justify).lower()}, leading: {d.leading}em, spacing: {d.gap + d.size * d.leading}pt,
  first-line-indent: {d.indent}pt)
#show heading: it => block(above: 12pt, below: 6pt,
  text(size: {d.heading_size}pt, weight: "{"bold" if d.heading_bold else "regular"}", hyphenate: false, it.body))
"""


def _front(d: Design) -> list[str]:
    title = f'#block(below: 10pt, text(size: 19pt, weight: "bold", hyphenate: false)[{article.TITLE}])'
    abstract = _boxed(d, article.ABSTRACT)
    order = [abstract, title] if d.abstract_first else [title, abstract]
    if d.columns == 1:
        return order
    return [f'#place(top, float: true, scope: "parent", clearance: 14pt)[{"".join(order)}]']


def _boxed(d: Design, content: str) -> str:
    look = {"tint": "fill: luma(235)", "frame": "stroke: 0.6pt", "none": ""}[d.box]
    return f"#block(width: 100%, inset: 6pt, {look})[{content}]"


def _sections(d: Design) -> list[str]:
    parts = []
    for index, (heading, paragraphs) in enumerate(article.SECTIONS):
        number = f"{index + 1}. " if d.numbered else ""
        parts.append(f"= {_plain(number + heading)}\n")
        for place, paragraph in enumerate(paragraphs):
            parts.append(_paragraph(d, paragraph, index == 0 and place == 0) + "\n")
            if d.footnote and index == 1 and place == 0:
                parts[-1] = parts[-1].rstrip() + f"#footnote[{article.FOOTNOTE}]\n"
        parts += _floats_after(d, index)
    return parts


def _floats_after(d: Design, index: int) -> list[str]:
    parts = []
    if index == 0 and d.figure != "none":
        scope = 'scope: "parent",' if d.figure == "top" and d.columns > 1 else ""
        parts.append(f"#place(top, float: true, {scope} clearance: 12pt)[{_chart(d)}]")
    if index == 1 and d.table != "none":
        scope = 'scope: "parent",' if d.table_span and d.columns > 1 else ""
        parts.append(f"#place(bottom, float: true, {scope} clearance: 12pt)[{_table(d)}]")
    if index == 2 and d.box != "none":
        points = "\n\n".join(f"• {point}" for point in article.KEY_POINTS)
        parts.append(_boxed(d, f'#text(weight: "bold")[POINTS FORTS]\n\n{points}'))
    if index == len(article.SECTIONS) - 1 and d.references:
        entries = "\n\n".join(_plain(r) for r in article.REFERENCES)
        parts.append(f"#text(size: {d.size - 1.5}pt)[BIBLIOGRAPHIE\n\n{entries}]")
    return parts


def _paragraph(d: Design, text: str, first: bool) -> str:
    content = _plain(text)
    if d.raised:
        for call in ("1", "2, 3"):
            content = content.replace(f" \\[{call}\\]", f"#super[{call}]")
    if first and d.drop_cap:
        letter, rest = content[0], content[1:]
        size = 3 * d.size
        return (
            f'#grid(columns: ({0.62 * size}pt, 1fr), text(size: {size}pt, top-edge: "cap-height", '
            f'bottom-edge: "baseline")[{letter}], [{rest[:60].rsplit(" ", 1)[0]}])\n'
            f"{rest[:60].rsplit(' ', 1)[1]}{rest[60:]}"
        )
    return content


def _plain(text: str) -> str:
    for mark in "[]<>#$*_@":
        text = text.replace(mark, "\\" + mark)
    return text.replace(" %", "~%").replace(" :", "~:").replace(" ;", "~;")


def _chart(d: Design) -> str:
    bars = []
    for arm, n, value, percent, interval in article.BARS:
        bars.append(
            f"align(center + bottom)[{percent} \\ #text(5pt)[{interval}] \\ "
            f"#rect(width: 16pt, height: {value}pt, fill: luma(120)) {arm} \\ {n}]"
        )
    body = ", ".join(bars)
    axis = f"align(horizon, rotate(-90deg, reflow: true)[{article.AXIS_TITLE}])"
    bars_and_axis = f"grid(columns: (14pt, 1fr, 1fr, 1fr), {axis}, {body})"
    chart = f"#block(stroke: 0.5pt, inset: 6pt, width: 100%, text(6pt, {bars_and_axis}))"
    caption = f"#text(7.5pt)[{article.FIGURE_CAPTION}]"
    return f"{caption}\n{chart}" if d.figure == "under caption" else f"{chart}\n{caption}"


def _table(d: Design) -> str:
    cells = ", ".join(f"[{_plain(cell)}]" for row in article.TABLE for cell in row)
    look = {
        "ruled": "stroke: 0.5pt, inset: 3pt",
        "open": "stroke: none, inset: 3pt",
        "booktabs": "stroke: (x, y) => if y == 0 { (top: 0.8pt, bottom: 0.5pt) } else { none }, inset: 3pt",
    }[d.table]
    return (
        f"#text(7.5pt)[{article.TABLE_CAPTION}]\n"
        f"#[#set text(7pt, hyphenate: false)\n#set par(justify: false)\n"
        f"#table(columns: (1.6fr, 1fr, 1fr, 1fr), {look}, {cells})]"
    )
