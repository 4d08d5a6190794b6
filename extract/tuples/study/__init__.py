"""`study` rows: a drug is, was or will be studied in an indication, at a phase, in a trial."""

from extract.tuples.study.rules import find_studies

__all__ = ["find_studies"]
