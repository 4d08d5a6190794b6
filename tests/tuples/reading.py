"""Plain text in, drafts of one rule out."""

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from extract.entities.pipeline import read_entities
from extract.text.model import SourceText
from extract.text.plain import source_from_plain
from extract.tuples.context import Context, read_context
from extract.tuples.model import Draft

Rule = Callable[[Doc, SourceText, Context], Iterator[Draft]]


def drafts_of(rule: Rule, text: str, rules_dir: Path | None = None) -> list[Draft]:
    """The drafts of `rule` on a plain text (blocks parted by blank lines, `# ` headings, ` | ` tables).

    `rules_dir` holds a user's rules, laid over ours.
    """
    source = source_from_plain(text)
    doc = read_entities(source, rules_dir)
    return list(rule(doc, source, read_context(doc, source, rules_dir)))
