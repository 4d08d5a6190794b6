"""Control arms: placebo, vehicle, untreated and usual-care groups, and the state before treatment."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from extract.entities.spans import put_spans


def make_controls(nlp: Language, name: str, rules_dir: str | None) -> Callable[[Doc], Doc]:
    """The component; its terms are the synonyms of comparators.csv, from `doc._.terms`."""

    def find_controls(doc: Doc) -> Doc:
        put_spans(doc, "control", doc._.terms.get("control", ()), claim=False)
        return doc

    return find_controls


Language.factory("extract_controls", default_config={"rules_dir": None}, func=make_controls)
