"""The text that the components read: folded, without what carries no entities."""

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.folding import fold
from extract.entities.spans import clear_spans, layers_of, text_of


def set_reading(doc: Doc) -> Doc:
    """Set the doc's `Layers` and an empty list of spans for each family.

    `Layers.hidden` holds (start, end, blank): the character that stands in for each one of that stretch.
    """
    layers = layers_of(doc)
    reading = fold(text_of(doc))
    for start, end, blank in layers.hidden:
        reading = reading[:start] + blank * (end - start) + reading[end:]
    layers.read(reading)
    clear_spans(doc)
    return doc


Language.component("extract_reading", func=set_reading)
