"""From the rules' drafts to the statements of a document: fills document-level cells, merges, sorts."""

from collections.abc import Sequence

from spacy.tokens import Doc

from extract.text.model import SourceText
from extract.tuples.model import Draft
from schema.source import Statement


def assemble(drafts: Sequence[Draft], doc: Doc, source: SourceText, sha256: str, name: str) -> tuple[Statement, ...]:
    """The statements that `drafts` say, in text order; none where there are no drafts."""
    return ()
