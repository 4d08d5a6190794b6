"""Footnotes: small blocks at the foot of a page that start with a mark."""

import re
from collections.abc import Sequence

from extract.pdf.blocks import Block
from extract.pdf.model import BlockKind
from extract.pdf.page import Page

MAX_SIZE = 0.93
"""Footnotes are set smaller than this share of the body size."""

FOOT_SHARE = 0.6
"""Footnotes start below this share of the page height."""

_MARK = re.compile(r"(?:\d{1,2}|[*†‡§]+|\([a-z\d]\))[.)]?\s*[A-ZÀ-Ý«]")


def are_footnotes(blocks: Sequence[Block], page: Page, body: float) -> list[Block]:
    """`blocks`, those at the foot of the page that are set small and start with a mark being footnotes."""
    floor = max((b.box.bottom for b in blocks if b.kind is BlockKind.BODY and b.size > MAX_SIZE * body), default=0.0)
    return [
        b.as_kind(BlockKind.FOOTNOTE) if b.kind is BlockKind.BODY and _is_footnote(b, page, body, floor) else b
        for b in blocks
    ]


def _is_footnote(block: Block, page: Page, body: float, floor: float) -> bool:
    small = block.size <= MAX_SIZE * body
    low = block.box.top > FOOT_SHARE * page.height and block.box.top > floor - 3 * body
    return small and low and _MARK.match(block.text) is not None and not re.search(r"\b(?:19|20)\d\d\s?;", block.text)
