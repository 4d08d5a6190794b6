"""What the reading of pages hands on: characters, lines and blocks in points, origin at the page's top left."""

from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of a page is, by its looks and place."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    BOX = "box"
    CAPTION = "caption"
    TABLE = "table"
    CHART = "chart"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # running heads, folios, trim marks: never in the text
