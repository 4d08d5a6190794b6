"""Completion of names in the shell, from what the base holds."""

from collections.abc import Callable
from typing import Any

from extract.cli.options import DEFAULT_DB
from extract.query.fold import fold
from extract.query.vocabulary import NameColumn


def complete(column: NameColumn) -> Callable[[Any, list[str], str], list[str]]:
    """A completer of a column's names; none where the base cannot be read, for a shell has no place for errors."""

    def names(ctx: Any, args: list[str], incomplete: str) -> list[str]:
        from extract.query.reader import open_reader
        from extract.query.vocabulary import members, stored_names
        from schema.errors import ExtractError

        try:
            with open_reader(ctx.params.get("db") or DEFAULT_DB) as reader:
                cells = stored_names(reader, column)
        except ExtractError:
            return []
        single = {member for cell in cells for member in members(column, cell)}
        return sorted(name for name in single if fold(name).startswith(fold(incomplete)))

    return names
