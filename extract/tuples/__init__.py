"""From a Doc with entities to statements: `find_statements` runs every rule and assembles what they found."""

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from extract.text.model import SourceText
from extract.tuples.assemble import assemble
from extract.tuples.charts import find_chart_results
from extract.tuples.context import Context, read_context
from extract.tuples.findings import find_findings
from extract.tuples.mechanism import find_mechanisms
from extract.tuples.model import Draft
from extract.tuples.results import find_results
from extract.tuples.study import find_studies
from extract.tuples.study.implied import imply_studies
from extract.tuples.tables import find_listed, find_table_results
from schema.source import Statement

Rule = Callable[[Doc, SourceText, Context], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    find_mechanisms,
    find_studies,
    find_results,
    find_findings,
    find_table_results,
    find_listed,
    find_chart_results,
)
"""Every rule in the order in which they run; the order decides nothing, the drafts are sorted by `assemble`."""


def find_statements(
    doc: Doc, source: SourceText, sha256: str, name: str, rules_dir: Path | None = None
) -> tuple[Statement, ...]:
    """The statements of one document in text order; none where the rules find nothing.

    `doc` carries the entity spans of `source.text`; `sha256` is that of the PDF's bytes, `name` its file name;
    `rules_dir` holds word lists that add to ours.
    """
    context = read_context(doc, source, rules_dir)
    drafts = [draft for rule in RULES for draft in rule(doc, source, context)]
    drafts += imply_studies(drafts, context.controls)
    return assemble(drafts, doc, source, sha256, name)
