"""Alembic migrations of the evidence base, applied when a base is opened.

A new version of the tables: add `versions/vNNNN_what.py` after the last, set HEAD, and keep a base file of the version
before in `tests/schema/bases/`. Migrations state their operations in full and never import `schema.tables`, which
moves on.
"""

HEAD = "0004"
"""The revision that `schema/tables.py` describes; known without importing Alembic, so that opening a base is quick."""

VERSION_TABLE = "extract_schema"
"""The table that holds a base's revision; its name also tells our bases from those of other programs."""
