"""Typeset the corpus: `python corpus/build.py [ARTICLE…]` writes one PDF beside each Typst source.

Needs the `typst` package from PyPI, whose compiler carries serif fonts and the French hyphenation patterns; the sans
serif is DejaVu Sans (Debian: fonts-dejavu-core). The same compiler and fonts give the same bytes.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

CORPUS = Path(__file__).parent
SHARED_PIECES = "journal.typ"
COMPILER = "0.15.2"
"""The release of the `typst` package that set the committed PDFs; another may break lines elsewhere."""

SANS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
PRINTED_ON = int(datetime(2024, 12, 1, tzinfo=UTC).timestamp())
"""The date written into the PDFs; fixed, so that a rebuild changes no byte."""


def articles() -> list[Path]:
    """The Typst sources of the articles, sorted by name."""
    return sorted(source for source in CORPUS.glob("*.typ") if source.name != SHARED_PIECES)


def typeset(source: Path) -> bytes:
    """The PDF of one Typst source; raises `typst.TypstError` where the source is wrong."""
    import typst

    return typst.compile(str(source), root=str(CORPUS), timestamp=PRINTED_ON)


def main(names: list[str]) -> int:
    """Typeset the named articles, or all of them, and return the number of unknown names."""
    known = {source.stem: source for source in articles()}
    unknown = [name for name in names if name not in known]
    for name in unknown:
        print(f"no article {name!r} in {CORPUS.name}/; known: {', '.join(known)}", file=sys.stderr)
    for name in [name for name in names if name in known] or ([] if names else known):
        pdf = known[name].with_suffix(".pdf")
        pdf.write_bytes(typeset(known[name]))
        print(f"{pdf.name}: {pdf.stat().st_size} bytes")
    return len(unknown)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
