"""`result` rows from tables: arms in columns or rows, endpoints, times and trials the other way."""

from extract.tuples.tables.rules import find_table_results

__all__ = ["find_table_results"]
