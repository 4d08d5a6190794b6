"""A filter as SQL: conditions with named parameters, the same on SQLite and PostgreSQL but for the full text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.query.filter import Filter, Range
from extract.query.fold import fold
from extract.query.matching import Lexicon, Match, Unmatched, match_names
from extract.query.reader import Reader
from extract.query.search import text_condition
from extract.query.vocabulary import NameColumn, stored_names
from schema.vocabulary import USUAL_STATES

Value = str | int | float | None


READING_ORDER = ("document", "position", "id")
"""Document by document, as each says it; it does not depend on which was stored first."""

EVIDENCE_ORDER = ("drug", "indication", "endpoint", "timepoint_weeks", "trial", *READING_ORDER)
"""The order of an evidence table: what is compared stands together. One index serves it."""


@dataclass(slots=True)
class Where:
    """Conditions that must all hold, their parameters, and the names that nothing in the base matches.

    `is_narrow` once a condition leaves few rows. SQLite, without statistics, takes any index that fits: the indices of
    conditions that come after a narrow one are hidden from it by a unary plus (https://www.sqlite.org/optoverview.html).
    """

    dialect: str = "sqlite"
    conditions: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)
    order: tuple[str, ...] = READING_ORDER
    is_narrow: bool = False

    @property
    def sql(self) -> str:
        """`WHERE …`, or nothing where there is no condition."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""

    def add_any(self, column: str, cells: Iterable[Value]) -> None:
        """The column holds one of the cells; none given means that no row matches."""
        names = [self._bind(cell) for cell in cells]
        self.conditions.append(f"{column} IN ({', '.join(names)})" if names else "1 = 0")

    def add_narrow(self, column: str, cells: Iterable[Value]) -> None:
        """The column holds one of the cells, which few rows do."""
        self.add_any(self._hidden(column) if self.is_narrow else column, cells)
        self.is_narrow = True

    def add_states(self, column: str, states: tuple[str, ...]) -> None:
        """The column, one of few values, holds one of the states; none given sets no condition."""
        if states:
            usual = USUAL_STATES.get(column)
            is_usual = usual in states
            self.add_any(self._hidden(column) if self.is_narrow or is_usual else column, states)
            if usual and not is_usual and not self.is_narrow:
                self.conditions.append(f"{column} <> '{usual}'")  # so that an index without these rows can be used
            self.is_narrow |= not is_usual

    def add_range(self, column: str, bounds: Range | None) -> None:
        """The column lies between the bounds, both included; no bounds set no condition."""
        if bounds is None:
            return
        if bounds.low is not None:
            self.conditions.append(f"{column} >= {self._bind(bounds.low)}")
        if bounds.high is not None:
            self.conditions.append(f"{column} <= {self._bind(bounds.high)}")
        self.is_narrow = True

    def _hidden(self, column: str) -> str:
        return f"+{column}" if self.dialect == "sqlite" else column

    def _bind(self, value: Value) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def build_where(reader: Reader, criteria: Filter, lexicon: Lexicon) -> Where:
    """The conditions of a filter, its names looked up in the base, the narrowest first.

    Rows come in the order of an evidence table where the filter names something, else as the documents say them.
    """
    where = Where(reader.dialect)
    _add_documents(reader, criteria, where)
    for column, asked in _names(criteria):
        match = _exact(reader, column, asked) or match_names(column, asked, stored_names(reader, column), lexicon)
        where.unmatched += match.unmatched
        where.add_narrow(column, match.cells)
        where.order = EVIDENCE_ORDER
    if criteria.text:
        where.conditions.append(text_condition(reader.dialect, criteria.text, where.values))
        where.order = EVIDENCE_ORDER
    if criteria.flagged is not None:
        where.conditions.append(f'"check" IS {"NOT NULL" if criteria.flagged else "NULL"}')
    where.is_narrow |= bool(criteria.text or criteria.flagged)
    where.add_states("review", criteria.reviews)
    where.add_states("certainty", criteria.certainties)
    where.add_states("phase", criteria.phases)
    where.add_range("timepoint_weeks", criteria.weeks)
    where.add_range("year", criteria.years)
    where.add_states("kind", criteria.kinds)
    if criteria.min_confidence is not None:
        where.add_range("confidence", Range(low=criteria.min_confidence))
    return where


def _exact(reader: Reader, column: NameColumn, asked: tuple[str, ...]) -> Match | None:
    """Registry numbers as they are, for a base has too many to look through; None where one of them is not there."""
    if column != "registry":
        return None
    numbers = tuple(name.strip().upper() for name in asked)
    known = f"SELECT 1 FROM evidence WHERE {column} = :number LIMIT 1"
    return Match(numbers, ()) if all(list(reader.rows(known, {"number": number})) for number in numbers) else None


def _names(criteria: Filter) -> list[tuple[NameColumn, tuple[str, ...]]]:
    """The names asked for, by column, first the column whose names few rows share."""
    columns: list[tuple[NameColumn, tuple[str, ...]]] = [
        ("registry", criteria.registries),
        ("trial", criteria.trials),
        ("drug", criteria.drugs),
        ("endpoint", criteria.endpoints),
        ("target", criteria.targets),
        ("indication", criteria.indications),
        ("comparator", criteria.comparators),
    ]
    return [(column, asked) for column, asked in columns if asked]


def _add_documents(reader: Reader, criteria: Filter, where: Where) -> None:
    """Rows of the named documents; rows of a document that another version replaced only where they are asked for."""
    if criteria.documents:
        asked = [fold(name) for name in criteria.documents]
        documents = reader.rows("SELECT id, name, doi FROM document ORDER BY id")
        where.add_narrow(
            "document_id",
            [key for key, name, doi in documents if any(a in fold(name) or a == fold(doi or "") for a in asked)],
        )
    if not criteria.superseded:
        old = [key for (key,) in reader.rows("SELECT id FROM document WHERE superseded_by_id IS NOT NULL ORDER BY id")]
        if old:
            where.conditions.append(f"document_id NOT IN ({', '.join(map(str, old))})")
