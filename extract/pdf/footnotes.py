"""Footnotes: small blocks at the foot of a page that start with a mark."""

import re
from collections.abc import Sequence

from extract.pdf.blocks import Block
from extract.pdf.graphics import Graphics
from extract.pdf.model import BlockKind
from extract.pdf.page import Page

MAX_SIZE = 0.93
"""Footnotes are set smaller than this share of the body size."""

FOOT_SHARE = 0.6
"""Footnotes start below this share of the page height."""

MIN_RULE_EM = 4.0
"""Length, in font sizes, of a rule over footnotes at least."""

RULE_REACH_EM = 1.3
"""Distance between that rule and the first footnote, in font sizes."""

_MARK = re.compile(r"(?:\d{1,2}|[*†‡§]+|\([a-z\d]\))[.)]?\s*[A-ZÀ-Ý«]")


def with_footnotes(blocks: Sequence[Block], page: Page, body: float) -> list[Block]:
    """`blocks`, those at the foot of the page that are set small and start with a mark being footnotes."""
    floor = max((b.box.bottom for b in blocks if b.kind is BlockKind.BODY and b.size > MAX_SIZE * body), default=0.0)
    return [
        b.as_kind(BlockKind.FOOTNOTE) if b.kind is BlockKind.BODY and _is_footnote(b, page, body, floor) else b
        for b in blocks
    ]


def _is_footnote(block: Block, page: Page, body: float, floor: float) -> bool:
    small = block.size <= MAX_SIZE * body or _is_under_rule(block, page.graphics)
    low = block.box.top > FOOT_SHARE * page.height and block.box.top > floor - 3 * body
    return small and low and _MARK.match(block.text) is not None and not re.search(r"\b(?:19|20)\d\d\s?;", block.text)


def _is_under_rule(block: Block, graphics: Graphics) -> bool:
    """Whether a ruling line, or the upper edge of a drawn area, stands right over the block."""
    box = block.box
    drawn = (*graphics.rules, *graphics.frames, *graphics.marks)
    flat = (d for d in drawn if d.x1 - d.x0 > MIN_RULE_EM * block.size and d.x1 - d.x0 > d.bottom - d.top)
    return any(-0.7 * block.size <= box.top - d.top <= RULE_REACH_EM * block.size and d.x0 <= box.x0 + 5 for d in flat)
