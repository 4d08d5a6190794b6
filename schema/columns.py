"""Column types of the tables: what SQLite and PostgreSQL both keep as text or time, given back as our own classes."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from schema.source import Box, PageBox

_encode = json.JSONEncoder(separators=(",", ":")).encode


class BoxesColumn(TypeDecorator[tuple[PageBox, ...]]):
    """Rectangles as JSON `[[page, x0, top, x1, bottom], …]`, in points rounded to a hundredth."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[PageBox, ...] | None, dialect: Dialect) -> str:
        """JSON of the rectangles; none gives `[]`."""
        return boxes_to_json(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[PageBox, ...]:
        """The rectangles of that JSON."""
        return tuple(PageBox(int(page), Box(*edges)) for page, *edges in json.loads(value or "[]"))


class JsonColumn(TypeDecorator[dict[str, Any]]):
    """A record's cells by column name, as JSON text with sorted keys; None stays NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:
        """JSON text, the same for equal records."""
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:
        """The record of that JSON text."""
        return None if value is None else dict(json.loads(value))


class UtcColumn(TypeDecorator[datetime]):
    """A moment with time zone, always UTC; SQLite drops the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def boxes_to_json(boxes: tuple[PageBox, ...]) -> str:
    """Rectangles as the compact JSON that the base keeps.

    >>> boxes_to_json((PageBox(2, Box(50.0, 71.25, 290.008, 82.5)),))
    '[[2,50.0,71.25,290.01,82.5]]'
    """
    lines = ",".join([f"[{page}:{x0:.2f};{top:.2f};{x1:.2f};{bottom:.2f};]" for page, (x0, top, x1, bottom) in boxes])
    if "n" in lines:  # an edge is infinite or no number, for which JSON has words of its own
        return _encode([[page, *box] for page, box in boxes])
    # one zero may close an edge, two do not; rounding and encoding edge by edge takes twice as long
    return "[" + lines.replace("0;", ";").replace(";]", "]").replace(";", ",").replace(":", ",") + "]"
