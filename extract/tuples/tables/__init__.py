"""Rows from tables: results, arms in columns or rows, endpoints, times and trials the other way."""

from extract.tuples.tables.catalogue import find_listed
from extract.tuples.tables.rules import find_table_results

__all__ = ["find_listed", "find_table_results"]
