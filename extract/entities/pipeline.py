"""The spaCy pipeline that puts typed spans on a Doc, and the way from a `SourceText` to such a Doc.

To add a component: one file `extract/entities/<family>.py` that registers a factory and is named in `COMPONENTS`:

    def make_phases(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]: ...
    Language.factory("extract_phases", default_config={"rules_dir": None}, func=make_phases)

It searches the `Layers` of the Doc, and calls `put_spans` for its family. The order below
is the order of precedence: what one component has read is closed to those after it, so that the 75 of « PASI 75 » or
the bounds of an interval never come back as numbers.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.entities.spans import layers_of, register_extensions
from extract.entities.tokenizer import TrialTokenizer
from extract.text.model import SectionKind, SourceText

PREPARATION: tuple[str, ...] = ("reading", "sentences")
"""Modules of `extract.entities` that ready a Doc for the components, in order."""

COMPONENTS: tuple[str, ...] = (
    "abbreviations", "registries", "trials", "drugs", "targets", "diseases", "controls", "endpoints",
    "phases", "p_values", "intervals", "contrasts", "fractions", "doses", "timepoints", "sample_sizes", "strangers",
    "numbers", "arm_references", "certainty",
)  # fmt: skip
"""Modules of `extract.entities` in order of precedence; `phases` registers the factory `extract_phases`, and so on."""

UNREAD_SECTIONS = (SectionKind.FOREIGN_ABSTRACT, SectionKind.REFERENCES)
"""Sections without entities: an abstract in English is no French prose, and a reference is somebody else's result."""


@lru_cache(maxsize=4)
def load(rules_dir: Path | None = None) -> Language:
    """The pipeline with our rules, overlaid by those of `rules_dir` where given; loaded once, then kept.

    Raises RuleError where a rule file is wrong.
    """
    register_extensions()
    nlp = _without_components()
    for module in PREPARATION:
        import_module(f"extract.entities.{module}")
        nlp.add_pipe(f"extract_{module}")
    for module in COMPONENTS:
        import_module(f"extract.entities.{module}")
        nlp.add_pipe(f"extract_{module}", config={"rules_dir": str(rules_dir) if rules_dir else None})
    return nlp


def _without_components() -> Language:
    """A pipeline of nothing but our tokenizer.

    `spacy.blank("fr")` would build 15,600 tokenizer exceptions, in 3 s, that we would throw away, and a vocabulary that
    works out fifteen attributes of every new word, none of which a component asks for. spaCy's limit on the length of a
    text spares memory to a parser that we do not have.
    """
    return Language(Vocab(), max_length=sys.maxsize, create_tokenizer=lambda nlp: TrialTokenizer(nlp.vocab))


def read_entities(source: SourceText, rules_dir: Path | None = None) -> Doc:
    """`source` as a Doc with sentences and all `FAMILIES` in `doc.spans`; offsets are those of `source.text`.

    Sections of `UNREAD_SECTIONS` carry no entities and a reference call is no number. An empty text gives an empty Doc.
    """
    nlp = load(rules_dir)
    doc = nlp.make_doc(source.text)
    layers_of(doc).hidden = tuple(_hidden(source))
    return nlp(doc)


def _hidden(source: SourceText) -> Iterator[tuple[int, int, str]]:
    for section in source.sections:
        if section.kind in UNREAD_SECTIONS:
            yield section.start, section.end, "\n"
    for start, end in source.reference_calls:
        yield start, end, " "
