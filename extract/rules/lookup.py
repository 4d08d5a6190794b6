"""What a name stands for, in any of the lexicons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from extract.rules.keys import term_key
from extract.rules.model import Rules

Cells = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that bears a name: its kind (« drug »), its own name, and its further filled cells as text."""

    kind: str
    name: str
    cells: Cells


def entries_named(rules: Rules, name: str) -> Iterator[Named]:
    """The entries that `name` is a name of, whatever its case and accents; none for a blank or unknown name.

    >>> from extract.rules import load_rules
    >>> [(found.kind, found.name) for found in entries_named(load_rules(), "opzelura")]
    [('drug', 'ruxolitinib')]
    """
    key = term_key(name)
    families: tuple[tuple[str, Iterable[object]], ...] = (
        ("drug", rules.drugs),
        ("drug class", rules.drug_classes),
        ("procedure", rules.procedures),
        ("target", rules.targets),
        ("disease", rules.diseases),
        ("scale", rules.scales),
        ("endpoint", rules.endpoints),
        ("trial", rules.trials),
        ("control arm", rules.comparators),
        ("route", rules.routes),
    )
    for kind, entries in families:
        for entry in entries:
            found = _named(kind, entry)
            if key and key in {term_key(spelling) for spelling in _spellings(entry)}:
                yield _with_members(rules, found)


_NAMES = ("english", "synonyms", "names", "abbreviations", "forms")


def _spellings(entry: object) -> Iterator[str]:
    for number, field in enumerate(fields(entry)):  # type: ignore[arg-type]
        value = getattr(entry, field.name)
        if number == 0 or field.name in _NAMES:
            yield from (value,) if isinstance(value, str) else value


def _named(kind: str, entry: object) -> Named:
    first, *others = fields(entry)  # type: ignore[arg-type]
    cells = ((field.name, _as_text(getattr(entry, field.name))) for field in others)
    return Named(kind, getattr(entry, first.name), tuple((column, text) for column, text in cells if text))


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value in (None, False) else "yes" if value is True else str(value)


def _with_members(rules: Rules, found: Named) -> Named:
    if found.kind != "drug class":
        return found
    members = ", ".join(rules.members(found.name))
    return Named(found.kind, found.name, (*found.cells, ("members", members)) if members else found.cells)
