"""Lexicons and cues that a dermatologist edits, and the loader that checks them; README.md shows how to add a drug."""

from extract.rules.loader import load_rules
from extract.rules.model import Rules
from extract.rules.tables import RuleError

__all__ = ["RuleError", "Rules", "load_rules"]
