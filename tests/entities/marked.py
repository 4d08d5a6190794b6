"""What the pipeline finds in a text, as tests write it down: what was read, and its value."""

from dataclasses import fields

from extract.entities.pipeline import load


def found(family: str, text: str) -> list[tuple[str, object]]:
    """The spans of `family` in `text`, in text order, each with its typed value."""
    doc = load()(text)
    return [(span.text, span._.value) for span in doc.spans[family]]


def named(family: str, text: str) -> list[tuple[str, object]]:
    """As `found`, with the first field of each value alone: the name, label, symbol, acronym or role."""
    return [(written, getattr(value, fields(value)[0].name)) for written, value in found(family, text)]  # type: ignore[arg-type]
