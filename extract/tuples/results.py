"""`result` rows in prose: every value on its arm, endpoint, time and trial."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.text.model import SourceText
from extract.tuples.context import Context
from extract.tuples.model import Draft


def find_results(doc: Doc, source: SourceText, context: Context) -> Iterator[Draft]:
    """The results that the sentences of `doc` state; none where the text states none."""
    yield from ()
