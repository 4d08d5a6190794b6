"""From what a reviewer asks to rows.

`parse` reads the values typed and `Filter` holds them; `matching` and `synonyms` find the stored names that are meant;
`where` makes SQL of it, `reader` runs it, and `find` gives one `Record` a row. On top of the rows: `comparison` (two
arms, as meta-analysis needs them), `concordance` (do documents agree), `counts`.

Imports neither spaCy nor, for a file that is up to date, SQLAlchemy: a query must start in an instant.
"""
