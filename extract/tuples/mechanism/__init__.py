"""`mechanism` rows: a drug acts on a molecular target, where the document itself says so."""

from extract.tuples.mechanism.rules import find_mechanisms

__all__ = ["find_mechanisms"]
