"""A filter as SQL: conditions with named parameters, the same on SQLite and PostgreSQL but for the full text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.query.filter import Filter, Range
from extract.query.fold import fold
from extract.query.matching import Lexicon, Unmatched, match_names
from extract.query.reader import Reader
from extract.query.search import text_condition
from extract.query.vocabulary import NameColumn, stored_names

Value = str | int | float | None


@dataclass(slots=True)
class Where:
    """Conditions that must all hold, their parameters, and the names that nothing in the base matches."""

    conditions: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)

    @property
    def sql(self) -> str:
        """`WHERE …`, or nothing where there is no condition."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""

    def add_any(self, column: str, cells: Iterable[Value]) -> None:
        """The column holds one of the cells; none given means that no row matches."""
        names = [self._bind(cell) for cell in cells]
        self.conditions.append(f"{column} IN ({', '.join(names)})" if names else "1 = 0")

    def add_range(self, column: str, bounds: Range) -> None:
        """The column lies between the bounds, both included."""
        if bounds.low is not None:
            self.conditions.append(f"{column} >= {self._bind(bounds.low)}")
        if bounds.high is not None:
            self.conditions.append(f"{column} <= {self._bind(bounds.high)}")

    def _bind(self, value: Value) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def build_where(reader: Reader, criteria: Filter, lexicon: Lexicon) -> Where:
    """The conditions of a filter, its names looked up in the base."""
    where = Where()
    for column, asked in _names(criteria):
        match = match_names(column, asked, stored_names(reader, column), lexicon)
        where.unmatched += match.unmatched
        where.add_any(column, match.cells)
    for word_column, words in (
        ("kind", criteria.kinds),
        ("phase", criteria.phases),
        ("certainty", criteria.certainties),
        ("review", criteria.reviews),
    ):
        if words:
            where.add_any(word_column, words)
    for range_column, bounds in (("timepoint_weeks", criteria.weeks), ("year", criteria.years)):
        if bounds:
            where.add_range(range_column, bounds)
    if criteria.min_confidence is not None:
        where.add_range("confidence", Range(low=criteria.min_confidence))
    if criteria.flagged is not None:
        where.conditions.append(f'"check" IS {"NOT NULL" if criteria.flagged else "NULL"}')
    if criteria.text:
        where.conditions.append(text_condition(reader.dialect, criteria.text, where.values))
    _add_documents(reader, criteria, where)
    return where


def _names(criteria: Filter) -> list[tuple[NameColumn, tuple[str, ...]]]:
    columns: list[tuple[NameColumn, tuple[str, ...]]] = [
        ("drug", criteria.drugs),
        ("target", criteria.targets),
        ("indication", criteria.indications),
        ("endpoint", criteria.endpoints),
        ("trial", criteria.trials),
        ("registry", criteria.registries),
        ("comparator", criteria.comparators),
    ]
    return [(column, asked) for column, asked in columns if asked]


def _add_documents(reader: Reader, criteria: Filter, where: Where) -> None:
    """Rows of the named documents; rows of a document that another version replaced only where they are asked for."""
    if criteria.documents:
        asked = [fold(name) for name in criteria.documents]
        documents = reader.rows("SELECT id, name, doi FROM document ORDER BY id")
        where.add_any(
            "document_id",
            [key for key, name, doi in documents if any(a in fold(name) or a == fold(doi or "") for a in asked)],
        )
    if not criteria.superseded:
        old = [key for (key,) in reader.rows("SELECT id FROM document WHERE superseded_by_id IS NOT NULL ORDER BY id")]
        if old:
            where.conditions.append(f"document_id NOT IN ({', '.join(map(str, old))})")
